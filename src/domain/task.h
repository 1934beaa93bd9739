#pragma once

#include "domain/ids.h"
#include "domain/taskconfig.h"
#include "domain/trigger.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace desk {

enum class TaskStatus { Active, Paused, Completed, Failed, Expired, Unknown };

constexpr std::array<EnumWord<TaskStatus>, 5> enumWords(TaskStatus /*tag*/)
{
    return {{{TaskStatus::Active, QLatin1StringView("active")},
             {TaskStatus::Paused, QLatin1StringView("paused")},
             {TaskStatus::Completed, QLatin1StringView("completed")},
             {TaskStatus::Failed, QLatin1StringView("failed")},
             {TaskStatus::Expired, QLatin1StringView("expired")}}};
}

// Work that an agent or a workflow does again and again (contract 3.13).
struct Task {
    TaskId id;
    QString name;
    QString description;
    UserId userId;
    AgentId agentId; // either this or workflowId
    WorkflowId workflowId;
    QString prompt;
    OpenEnum<TriggerType> triggerType; // fixed once created
    TriggerConfig trigger;
    QStringList scopes;            // fixed once created; "delegation_scopes" on the wire
    QDateTime delegationExpiresAt; // invalid: there is no delegation, so unattended runs fail
    NotificationConfig notifications;
    InsightsConfig insights;
    OutputSavingConfig outputSaving;
    QJsonObject input;
    OpenEnum<TaskStatus> status = TaskStatus::Active;
    QString webhookSecret; // only in the answer to a create; never part of raw
    QString webhookUrl;    // as told; the team server's holds a wrong "/api", the path is /webhooks/tasks/{id}
    QDateTime lastRunAt;
    QString lastRunId;   // a run's, or of a workflow task an execution's (contract 6.2 #17)
    QDateTime nextRunAt; // planned: the team server may not fire it (contract 6.1 #12)
    int runCount = 0;
    int errorCount = 0;
    QString lastError;
    QDateTime createdAt;
    QDateTime updatedAt;
    QJsonObject raw;
};

} // namespace desk
