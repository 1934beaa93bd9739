#include "localserver/store/executiontable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr const char *columns =
    "SELECT seq, id, workflow_id, status, trigger_source, input, workflow, guardrails, instance, stop_requested,"
    " usage, error, error_type, current_step, failed_step, created_ms, started_ms, completed_ms FROM executions";

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QByteArray usageJson(const ExecutionUsage &usage)
{
    return compact(QJsonObject{{"requests"_L1, usage.requests},
                               {"input"_L1, usage.inputTokens},
                               {"output"_L1, usage.outputTokens},
                               {"tools"_L1, usage.toolCalls},
                               {"cost"_L1, usage.costDollars}});
}

ExecutionUsage usageFrom(const QJsonValue &json)
{
    return {json["requests"_L1].toInteger(), json["input"_L1].toInteger(), json["output"_L1].toInteger(), json["tools"_L1].toInteger(),
            json["cost"_L1].toDouble()};
}

qint64 msOf(const QDateTime &time)
{
    return time.isValid() ? toMs(time) : 0;
}

QDateTime timeOf(qint64 ms)
{
    return ms > 0 ? fromMs(ms) : QDateTime();
}

std::optional<double> secondsBetween(const QDateTime &from, const QDateTime &to)
{
    return from.isValid() && to.isValid() ? std::optional(static_cast<double>(from.msecsTo(to)) / 1000.0) : std::nullopt;
}

ExecutionRecord fromRow(const Statement &row)
{
    ExecutionRecord record;
    WorkflowExecution &execution = record.execution;
    record.seq = row.integer(0);
    execution.id = ExecutionId(row.text(1));
    execution.workflowId = WorkflowId(row.text(2));
    execution.status = OpenEnum<ExecutionStatus>::fromWire(row.text(3));
    execution.triggerSource = row.text(4);
    execution.input = row.json(5).toObject();
    record.workflow = row.json(6).toObject();
    record.guardrails = row.json(7).toObject();
    record.instance = row.text(8);
    record.stopRequested = row.integer(9) != 0;
    execution.usage = usageFrom(row.json(10));
    execution.error = row.text(11);
    record.errorType = row.text(12);
    execution.currentStepId = row.text(13);
    execution.failedStepId = row.text(14);
    execution.createdAt = timeOf(row.integer(15));
    execution.startedAt = timeOf(row.integer(16));
    execution.completedAt = timeOf(row.integer(17));
    execution.durationSeconds = secondsBetween(execution.startedAt, execution.completedAt);
    return record;
}

StepRecord stepFromRow(const Statement &row)
{
    StepRecord record;
    record.step.id = StepExecutionId(row.text(0));
    record.index = static_cast<int>(row.integer(1));
    record.key = row.text(2);
    record.step.stepId = row.text(3);
    record.step.status = OpenEnum<StepStatus>::fromWire(row.text(4));
    record.input = row.json(5).toObject();
    record.step.output = row.json(6);
    record.waiting = row.json(7).toObject();
    record.answer = row.json(8).toObject();
    record.step.usage = usageFrom(row.json(9));
    record.step.error = row.text(10);
    record.step.startedAt = timeOf(row.integer(11));
    record.step.completedAt = timeOf(row.integer(12));
    record.holdsOthers = row.integer(13) != 0;
    record.step.durationSeconds = secondsBetween(record.step.startedAt, record.step.completedAt);
    return record;
}

QList<ExecutionId> idsOf(Statement &row)
{
    QList<ExecutionId> out;
    while (row.next())
        out.append(ExecutionId(row.text(0)));
    return out;
}

} // namespace

void ExecutionTable::insert(const ExecutionRecord &record)
{
    const WorkflowExecution &execution = record.execution;
    Statement(m_database, "INSERT INTO executions(id, workflow_id, status, trigger_source, input, workflow, guardrails, instance, usage,"
                          " created_ms) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(execution.id.value(), execution.workflowId.value(), execution.status.wire(), notNull(execution.triggerSource),
              compact(execution.input), compact(record.workflow), compact(record.guardrails), record.instance, usageJson(execution.usage),
              toMs(execution.createdAt))
        .run();
}

void ExecutionTable::update(const ExecutionRecord &record)
{
    const WorkflowExecution &execution = record.execution;
    Statement(m_database, "UPDATE executions SET status = ?, instance = ?, usage = ?, error = ?, error_type = ?,"
                          " current_step = ?, failed_step = ?, started_ms = ?, completed_ms = ? WHERE id = ?")
        .bind(execution.status.wire(), record.instance, usageJson(execution.usage), execution.error, record.errorType,
              execution.currentStepId, execution.failedStepId, msOf(execution.startedAt), msOf(execution.completedAt), execution.id.value())
        .run();
}

bool ExecutionTable::requestStop(const ExecutionId &id)
{
    Statement(m_database, "UPDATE executions SET stop_requested = 1 WHERE id = ? AND status IN ('pending', 'running', 'awaiting_human')")
        .bind(id.value())
        .run();
    return m_database.changes() > 0;
}

void ExecutionTable::forgetStop(const ExecutionId &id)
{
    Statement(m_database, "UPDATE executions SET stop_requested = 0 WHERE id = ?").bind(id.value()).run();
}

std::optional<ExecutionRecord> ExecutionTable::find(const ExecutionId &id) const
{
    Statement row(m_database, QByteArray(columns).append(" WHERE id = ?").constData());
    return row.bind(id.value()).next() ? std::optional(fromRow(row)) : std::nullopt;
}

QList<ExecutionRecord> ExecutionTable::list(const WorkflowId &id, const QString &status, int limit, int offset) const
{
    const QByteArray sql =
        QByteArray(columns) + " WHERE workflow_id = ?1 AND (?2 IS NULL OR status = ?2) ORDER BY seq DESC LIMIT ?3 OFFSET ?4";
    Statement row(m_database, sql.constData());
    row.bind(id.value(), status.isEmpty() ? QString() : status, limit, offset);
    QList<ExecutionRecord> out;
    while (row.next())
        out.append(fromRow(row));
    return out;
}

QList<ExecutionId> ExecutionTable::unfinishedOf(const QString &instance) const
{
    Statement row(m_database, "SELECT id FROM executions WHERE instance = ? AND status IN ('pending', 'running', 'awaiting_human')"
                              " ORDER BY seq");
    row.bind(instance);
    return idsOf(row);
}

QStringList ExecutionTable::instancesWithUnfinished() const
{
    Statement row(m_database, "SELECT DISTINCT instance FROM executions WHERE status IN ('pending', 'running', 'awaiting_human')");
    QStringList out;
    while (row.next())
        out.append(row.text(0));
    return out;
}

QList<ExecutionId> ExecutionTable::stopRequestedOf(const QString &instance) const
{
    Statement row(m_database, "SELECT id FROM executions WHERE instance = ? AND status IN ('pending', 'running', 'awaiting_human')"
                              " AND stop_requested = 1");
    row.bind(instance);
    return idsOf(row);
}

void ExecutionTable::putStep(const ExecutionId &id, const StepRecord &record)
{
    const StepExecution &step = record.step;
    Statement(m_database, "INSERT OR REPLACE INTO execution_steps(id, execution_id, position, key, step_id, status, input, output, waiting,"
                          " answer, usage, error, started_ms, completed_ms, holds) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(step.id.value(), id.value(), record.index, record.key, notNull(step.stepId), step.status.wire(), compact(record.input),
              compact(step.output), compact(record.waiting), compact(record.answer), usageJson(step.usage), step.error,
              msOf(step.startedAt), msOf(step.completedAt), record.holdsOthers)
        .run();
}

QList<StepRecord> ExecutionTable::steps(const ExecutionId &id) const
{
    Statement row(m_database, "SELECT id, position, key, step_id, status, input, output, waiting, answer, usage, error, started_ms,"
                              " completed_ms, holds FROM execution_steps WHERE execution_id = ? ORDER BY position");
    row.bind(id.value());
    QList<StepRecord> out;
    while (row.next())
        out.append(stepFromRow(row));
    return out;
}

void ExecutionTable::forgetSteps(const ExecutionId &id)
{
    Statement(m_database, "DELETE FROM execution_steps WHERE execution_id = ?").bind(id.value()).run();
}

qint64 ExecutionTable::append(const ExecutionId &id, const wire::ServerEvent &event)
{
    const qint64 seq = lastEvent(id) + 1;
    Statement(m_database, "INSERT INTO execution_events(execution_id, seq, type, data) VALUES(?, ?, ?, ?)")
        .bind(id.value(), seq, event.type, event.data)
        .run();
    return seq;
}

QList<wire::ServerEvent> ExecutionTable::eventsAfter(const ExecutionId &id, qint64 seq, qsizetype maxBytes) const
{
    Statement row(m_database, "SELECT seq, type, data FROM execution_events WHERE execution_id = ? AND seq > ? ORDER BY seq");
    row.bind(id.value(), seq);
    QList<wire::ServerEvent> out;
    qsizetype bytes = 0;
    while (bytes < maxBytes && row.next()) {
        out.append({row.bytes(1), row.bytes(2), QByteArray::number(row.integer(0))});
        bytes += out.constLast().data.size();
    }
    return out;
}

qint64 ExecutionTable::attemptStart(const ExecutionId &id) const
{
    Statement row(m_database, "SELECT max(seq) FROM execution_events WHERE execution_id = ?1 AND type = 'complete'"
                              " AND seq < (SELECT max(seq) FROM execution_events WHERE execution_id = ?1)");
    return row.bind(id.value()).next() ? row.integer(0) : 0;
}

qint64 ExecutionTable::lastEvent(const ExecutionId &id) const
{
    Statement row(m_database, "SELECT max(seq) FROM execution_events WHERE execution_id = ?");
    return row.bind(id.value()).next() ? row.integer(0) : 0;
}

} // namespace desk::server
