#include "localserver/store/runtable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr const char *columns =
    "SELECT seq, id, conversation_id, message_id, retry_of, agent_id, agent_name, status, prompt, input, output,"
    " error, error_type, instance, cancel_requested, created_ms, updated_ms FROM runs";

RunRecord fromRow(const Statement &row)
{
    RunRecord record;
    record.seq = row.integer(0);
    record.run.id = RunId(row.text(1));
    record.run.conversationId = ConversationId(row.text(2));
    record.userMessage = MessageId(row.text(3));
    record.run.retryOf = RunId(row.text(4));
    record.run.agentId = AgentId(row.text(5));
    record.run.agentName = row.text(6);
    record.run.status = RunStatus::fromWire(row.text(7));
    record.run.prompt = row.text(8);
    record.run.input = row.json(9).toObject();
    record.run.output = row.json(10);
    record.run.errorText = row.text(11);
    record.run.errorType = row.text(12);
    record.instance = row.text(13);
    record.cancelRequested = row.integer(14) != 0;
    record.run.createdAt = fromMs(row.integer(15));
    record.run.updatedAt = fromMs(row.integer(16));
    return record;
}

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString likePattern(QString text)
{
    if (text.isEmpty())
        return {};
    text.replace(u"\\"_s, u"\\\\"_s).replace(u"%"_s, u"\\%"_s).replace(u"_"_s, u"\\_"_s);
    return u'%' + text + u'%';
}

constexpr qint64 distantFuture = 253'402'300'799'000; // the end of the year 9999

constexpr const char *condition = " WHERE (?1 IS NULL OR agent_id = ?1) AND (?2 IS NULL OR status = ?2)"
                                  " AND created_ms > ?3 AND created_ms < ?4"
                                  " AND (?5 IS NULL OR prompt LIKE ?5 ESCAPE '\\') AND (?6 = 0 OR seq < ?6)";

void bindFilter(Statement &statement, const RunTable::Filter &filter)
{
    statement.bind(orNull(filter.agentId), orNull(filter.status), filter.createdAfter.isValid() ? toMs(filter.createdAfter) : qint64(-1),
                   filter.createdBefore.isValid() ? toMs(filter.createdBefore) : distantFuture, likePattern(filter.text), filter.cursor);
}

QList<RunId> idsOf(Statement &statement)
{
    QList<RunId> out;
    while (statement.next())
        out.append(RunId(statement.text(0)));
    return out;
}

} // namespace

void RunTable::insert(const RunRecord &record)
{
    const Run &run = record.run;
    Statement(m_database,
              "INSERT INTO runs(id, conversation_id, message_id, retry_of, agent_id, agent_name, status, prompt, input, instance,"
              " created_ms, updated_ms) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(run.id.value(), orNull(run.conversationId.value()), orNull(record.userMessage.value()), orNull(run.retryOf.value()),
              notNull(run.agentId.value()), notNull(run.agentName), run.status.wire(), notNull(run.prompt), compact(run.input),
              record.instance, toMs(run.createdAt), toMs(run.updatedAt))
        .run();
}

bool RunTable::update(const Run &run)
{
    Statement(m_database, "UPDATE runs SET status = ?, agent_id = ?, agent_name = ?, output = ?, error = ?, error_type = ?, updated_ms = ?"
                          " WHERE id = ? AND status IN ('pending', 'running')")
        .bind(run.status.wire(), notNull(run.agentId.value()), notNull(run.agentName), compact(run.output), orNull(run.errorText),
              orNull(run.errorType), nowMs(), run.id.value())
        .run();
    return m_database.changes() > 0;
}

bool RunTable::requestCancel(const RunId &id)
{
    Statement(m_database, "UPDATE runs SET cancel_requested = 1 WHERE id = ? AND status IN ('pending', 'running')").bind(id.value()).run();
    return m_database.changes() > 0;
}

bool RunTable::exists(const RunId &id) const
{
    Statement row(m_database, "SELECT 1 FROM runs WHERE id = ?");
    return row.bind(id.value()).next();
}

std::optional<RunRecord> RunTable::find(const RunId &id) const
{
    Statement row(m_database, QByteArray(columns).append(" WHERE id = ?").constData());
    if (!row.bind(id.value()).next())
        return std::nullopt;
    return fromRow(row);
}

QList<RunRecord> RunTable::list(const Filter &filter) const
{
    const QByteArray sql = QByteArray(columns) + condition + " ORDER BY seq DESC LIMIT ?7 OFFSET ?8";
    Statement row(m_database, sql.constData());
    bindFilter(row, filter);
    row.bind(filter.limit, filter.offset);
    QList<RunRecord> out;
    while (row.next())
        out.append(fromRow(row));
    return out;
}

int RunTable::count(Filter filter) const
{
    filter.cursor = 0;
    const QByteArray sql = QByteArray("SELECT count(*) FROM runs") + condition;
    Statement row(m_database, sql.constData());
    bindFilter(row, filter);
    return row.next() ? static_cast<int>(row.integer(0)) : 0;
}

RunId RunTable::activeIn(const ConversationId &id) const
{
    Statement row(m_database,
                  "SELECT id FROM runs WHERE conversation_id = ? AND status IN ('pending', 'running') ORDER BY seq DESC LIMIT 1");
    return row.bind(id.value()).next() ? RunId(row.text(0)) : RunId();
}

QList<RunId> RunTable::unfinishedOf(const QString &instance) const
{
    Statement row(m_database, "SELECT id FROM runs WHERE instance = ? AND status IN ('pending', 'running') ORDER BY seq");
    row.bind(instance);
    return idsOf(row);
}

QStringList RunTable::instancesWithUnfinished() const
{
    Statement row(m_database, "SELECT DISTINCT instance FROM runs WHERE status IN ('pending', 'running')");
    QStringList out;
    while (row.next())
        out.append(row.text(0));
    return out;
}

QList<RunId> RunTable::cancelRequestedOf(const QString &instance) const
{
    Statement row(m_database, "SELECT id FROM runs WHERE instance = ? AND status IN ('pending', 'running') AND cancel_requested = 1");
    row.bind(instance);
    return idsOf(row);
}

} // namespace desk::server
