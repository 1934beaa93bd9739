#include "state/executions/executionrecords.h"

#include "domain/log.h"
#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "wire/json/executionjson.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QByteArray headOf(const WorkflowExecution &execution)
{
    WorkflowExecution head = execution;
    head.stepOutputs = {};
    return compact(wire::toJson(head));
}

QByteArray packed(const ExecutionRecord &record)
{
    QJsonArray steps;
    for (const StepExecution &step : record.steps)
        steps.append(wire::toJson(step));
    return qCompress(
        compact(QJsonObject{{"execution"_L1, wire::toJson(record.execution)}, {"steps"_L1, steps}, {"definition"_L1, record.definition}}));
}

// What the disk gives back may be damaged: then there is none.
std::optional<ExecutionRecord> unpacked(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(qUncompress(bytes)).object();
    Result<WorkflowExecution> execution = wire::executionFromJson(json.value("execution"_L1));
    Result<QList<StepExecution>> steps = wire::listFromJson<StepExecution>(json.value("steps"_L1).toArray(), wire::stepExecutionFromJson);
    if (!execution || !steps)
        return {};
    return ExecutionRecord{*std::move(execution), *std::move(steps), json.value("definition"_L1).toObject()};
}

// Newest first, as far as the account may keep.
void thin(Database &database, const QString &account)
{
    QList<qint64> gone;
    {
        Statement rows(database, "SELECT key, length(record) FROM executions WHERE account = ? ORDER BY started_ms DESC, key DESC");
        rows.bind(account);
        qint64 bytes = 0;
        for (int count = 1; rows.next(); ++count) {
            bytes += rows.integer(1);
            if (count > ExecutionRecords::most || bytes > ExecutionRecords::maxTotalBytes)
                gone.append(rows.integer(0));
        }
    }
    for (const qint64 key : std::as_const(gone))
        Statement(database, "DELETE FROM executions WHERE key = ?").bind(key).run();
}

void write(Database &database, const QString &account, const WorkflowExecution &execution, const QByteArray &record)
{
    const QDateTime start = execution.startedAt.isValid() ? execution.startedAt : execution.createdAt;
    Transaction transaction(database);
    Statement(database,
              "INSERT INTO executions(account, id, workflow, head, record, started_ms) VALUES(?,?,?,?,?,?) ON CONFLICT DO UPDATE "
              "SET workflow = excluded.workflow, head = excluded.head, record = excluded.record, started_ms = excluded.started_ms")
        .bind(account, execution.id.value(), execution.workflowId.value(), headOf(execution), record, start.isValid() ? toMs(start) : 0)
        .run();
    thin(database, account);
    transaction.commit();
}

QList<WorkflowExecution> heads(Database &database, const QString &account, const WorkflowId &workflow)
{
    QList<WorkflowExecution> out;
    Statement rows(database, "SELECT head FROM executions WHERE account = ? AND workflow = ? ORDER BY started_ms DESC, key DESC");
    rows.bind(account, workflow.value());
    while (rows.next()) {
        if (Result<WorkflowExecution> head = wire::executionFromJson(rows.json(0)))
            out.append(*std::move(head));
    }
    return out;
}

std::optional<ExecutionRecord> record(Database &database, const QString &account, const ExecutionId &id)
{
    Statement row(database, "SELECT record FROM executions WHERE account = ? AND id = ?");
    row.bind(account, id.value());
    return row.next() ? unpacked(row.bytes(0)) : std::nullopt;
}

} // namespace

ExecutionRecords::ExecutionRecords(StoreThread &cache, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
{
}

void ExecutionRecords::open(const QString &account)
{
    m_account = account.isNull() ? u""_s : account;
    Q_EMIT changed();
}

void ExecutionRecords::keep(const ExecutionRecord &kept)
{
    if (!isTerminal(kept.execution.status))
        return;
    m_cache.run(
        this,
        [kept, account = m_account](Database &database) {
            const QByteArray bytes = packed(kept); // here: it may be megabytes
            if (bytes.size() <= maxBytes)
                write(database, account, kept.execution, bytes);
        },
        [this](const Result<> &outcome) {
            if (outcome)
                Q_EMIT changed();
            else
                qCWarning(logState) << "copies of executions are not kept:" << outcome.error().detail;
        });
}

void ExecutionRecords::find(const ExecutionId &id, QObject *context, Found done)
{
    m_cache.run(
        context, [id, account = m_account](Database &database) { return record(database, account, id); }, std::move(done));
}

void ExecutionRecords::list(const WorkflowId &workflow, QObject *context, Listed done)
{
    m_cache.run(
        context, [workflow, account = m_account](Database &database) { return heads(database, account, workflow); }, std::move(done));
}

} // namespace desk
