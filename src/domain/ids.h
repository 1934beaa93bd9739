#pragma once

#include <QHashFunctions>
#include <QString>

#include <utility>

namespace desk {

// Distinct types over QString, so that a run's id cannot be handed to a function that wants an agent's.
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString value)
        : m_value(std::move(value))
    {
    }

    [[nodiscard]] const QString &value() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_value == b.m_value; }
    friend bool operator!=(const Id &a, const Id &b) { return !(a == b); }
    friend bool operator<(const Id &a, const Id &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

using AgentId = Id<struct AgentTag>;
using RunId = Id<struct RunTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using WorkflowId = Id<struct WorkflowTag>;
using FileId = Id<struct FileTag>;
using ToolId = Id<struct ToolTag>;
using ExecutionId = Id<struct ExecutionTag>; // of a workflow
using StepExecutionId = Id<struct StepExecutionTag>;
using ScheduleId = Id<struct ScheduleTag>; // the wire calls it job_id
using TaskId = Id<struct TaskTag>;
using TaskExecutionId = Id<struct TaskExecutionTag>;
using InsightId = Id<struct InsightTag>;
using AttachmentId = Id<struct AttachmentTag>;
using UserId = Id<struct UserTag>;
using EvaluatorId = Id<struct EvaluatorTag>;
using DatasetId = Id<struct DatasetTag>;
using ScenarioId = Id<struct ScenarioTag>;
using EvalRunId = Id<struct EvalRunTag>;
using ScoreId = Id<struct ScoreTag>;

} // namespace desk
