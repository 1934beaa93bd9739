#pragma once

#include "domain/deferred.h"
#include "domain/ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

// Contract 5.1. The columns are plain strings on the server, so an unknown one keeps its text.
class RunStatus
{
public:
    enum Value { Pending, Running, Succeeded, Completed, Failed, Timeout, Cancelled, Unknown };

    RunStatus(Value value = Unknown)
        : m_value(value)
    {
    }
    static RunStatus fromWire(const QString &text);

    [[nodiscard]] Value value() const { return m_value; }
    [[nodiscard]] QString wire() const;
    [[nodiscard]] bool isTerminal() const;
    [[nodiscard]] bool isSuccess() const { return m_value == Succeeded || m_value == Completed; }
    // A terminal state never goes back, and a running run never becomes pending again.
    [[nodiscard]] bool canBecome(const RunStatus &next) const;

    friend bool operator==(const RunStatus &a, const RunStatus &b)
    {
        return a.m_value == b.m_value && (a.m_value != Unknown || a.m_raw == b.m_raw);
    }

private:
    Value m_value;
    QString m_raw; // only for Unknown
};

struct RunEvent {
    QDateTime timestamp; // UTC
    QString type;        // "created", "tool_start", …: contract 3.6
    Deferred<QJsonObject> data;
    QString error;
};

struct Run {
    RunId id;
    AgentId agentId;
    QString agentName; // local server only
    WorkflowId workflowId;
    ConversationId conversationId;
    RunStatus status;
    RunId retryOf;  // the run that this one repeats, where the server tells (run_retry)
    QString prompt; // from input.prompt
    QJsonObject input;
    QJsonValue output; // free JSON
    QString errorText; // from output.error / error
    QString errorType; // "interrupted", "cancelled", …
    QList<RunEvent> events;
    UserId createdBy;
    QDateTime createdAt;
    QDateTime updatedAt;
    QJsonObject raw; // without input, output and events: those are whole above, and large (contract 6.3 #31)

    // The team server reports no duration; the span between the two dates is what is known.
    [[nodiscard]] std::optional<qint64> durationMs() const;
    // The text of an answer in any of the shapes of contract 3.6, or empty.
    [[nodiscard]] QString outputText() const;
};

} // namespace desk
