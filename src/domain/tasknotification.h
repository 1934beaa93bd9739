#pragma once

#include "domain/ids.h"
#include "domain/taskconfig.h"

#include <QDateTime>
#include <QString>

namespace desk {

enum class NotificationStatus { Pending, Sent, Failed, Delivered, Read, Bounced, Unknown };

constexpr std::array<EnumWord<NotificationStatus>, 6> enumWords(NotificationStatus /*tag*/)
{
    return {{{NotificationStatus::Pending, QLatin1StringView("pending")},
             {NotificationStatus::Sent, QLatin1StringView("sent")},
             {NotificationStatus::Failed, QLatin1StringView("failed")},
             {NotificationStatus::Delivered, QLatin1StringView("delivered")},
             {NotificationStatus::Read, QLatin1StringView("read")},
             {NotificationStatus::Bounced, QLatin1StringView("bounced")}}};
}

// One message that an execution sent to somebody (contract 3.13).
struct TaskNotification {
    QString id;
    TaskExecutionId executionId;
    OpenEnum<NotificationChannel> channel;
    QString recipient;
    QString subject;
    OpenEnum<NotificationStatus> status;
    QString messageId; // of the channel's own system
    QDateTime sentAt;
    QDateTime deliveredAt;
    QDateTime readAt;
    QString error;
    int retryCount = 0;
    QDateTime createdAt;
};

} // namespace desk
