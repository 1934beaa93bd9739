#pragma once

#include "domain/openenum.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

enum class NotificationChannel { Email, Teams, Slack, Webhook, BridgeSignal, BridgeTelegram, BridgeDiscord, BridgeWhatsapp, Unknown };

constexpr std::array<EnumWord<NotificationChannel>, 8> enumWords(NotificationChannel /*tag*/)
{
    return {{{NotificationChannel::Email, QLatin1StringView("email")},
             {NotificationChannel::Teams, QLatin1StringView("teams")},
             {NotificationChannel::Slack, QLatin1StringView("slack")},
             {NotificationChannel::Webhook, QLatin1StringView("webhook")},
             {NotificationChannel::BridgeSignal, QLatin1StringView("bridge_signal")},
             {NotificationChannel::BridgeTelegram, QLatin1StringView("bridge_telegram")},
             {NotificationChannel::BridgeDiscord, QLatin1StringView("bridge_discord")},
             {NotificationChannel::BridgeWhatsapp, QLatin1StringView("bridge_whatsapp")}}};
}

// The four configurations of a task (contract 3.13). The defaults are the server's, except that nobody is notified unless asked for.

struct TriggerConfig {
    QString cron;      // for TriggerType::Cron: five fields of 0-9 * - , /
    QDateTime runAt;   // for OneTime
    QString libraryId; // for Library
    QString schemaDocumentId;
    QJsonObject raw;
};

struct NotificationTarget {
    OpenEnum<NotificationChannel> channel = NotificationChannel::Email;
    QString recipient; // an address, or a secret hook's URL: not for logs
    bool isEnabled = true;
    QJsonObject raw; // templates and styles of the channels
};

struct NotificationConfig {
    bool isEnabled = false; // true wants a target
    QList<NotificationTarget> targets;
    bool includesSummary = true;
    bool includesPortalLink = true;
    bool onSuccess = true;
    bool onFailure = true;
    QJsonObject raw;
};

struct InsightsConfig {
    bool isEnabled = true;
    int maxInsights = 50;                   // 1 … 500
    std::optional<int> purgeAfterDays = 30; // at least 1; nothing: never
    bool includesInContext = true;
    int contextLimit = 10; // 1 … 50
    QJsonObject raw;
};

struct OutputSavingConfig {
    bool isEnabled = false;
    QString libraryType = QStringLiteral("TASKS");
    QStringList tags;
    QString titleTemplate; // may hold {task_name}, {date}, {status}
    bool onSuccessOnly = true;
    QJsonObject raw;
};

} // namespace desk
