#include "localserver/routes/executionfeed.h"

#include "domain/log.h"
#include "wire/ssewriter.h"

namespace desk::server {

namespace {
constexpr qsizetype pieceBytes = 64 * 1024;
constexpr int pollMs = 200;
constexpr int pollsPerReap = 5;
} // namespace

ExecutionFeed::ExecutionFeed(Store &store, ExecutionService &executions, const ExecutionRecord &record, qint64 after, QObject *parent)
    : EventFeed(parent)
    , m_store(store)
    , m_executions(executions)
    , m_id(record.execution.id)
    , m_seq(after)
{
    connect(&m_executions, &ExecutionService::logged, this, &ExecutionFeed::onLogged);
    connect(&m_poll, &QTimer::timeout, this, &ExecutionFeed::poll);
    if (!isTerminal(record.execution.status) && !m_executions.isOwn(record))
        m_poll.start(pollMs);
}

QByteArray ExecutionFeed::next()
{
    (void)m_store.database().takeError();
    // The state first: an execution that was over before we found no event has said everything.
    const auto record = m_store.executions.find(m_id);
    const QList<wire::ServerEvent> events = m_store.executions.eventsAfter(m_id, m_seq, pieceBytes);
    if (auto error = m_store.database().takeError()) {
        qCWarning(logServer) << "a stream cannot read its log:" << error->detail;
        return {};
    }
    QByteArray out;
    for (const wire::ServerEvent &event : events)
        out += wire::sseEvent(event.type, event.data, event.id);
    if (!events.isEmpty())
        m_seq = events.constLast().id.toLongLong();
    m_atEnd = events.isEmpty() && (!record || isTerminal(record->execution.status));
    return out;
}

void ExecutionFeed::onLogged(const ExecutionId &id)
{
    if (id == m_id)
        Q_EMIT ready();
}

void ExecutionFeed::poll()
{
    (void)m_store.database().takeError();
    if (++m_polls % pollsPerReap == 0)
        m_executions.reap();
    if (m_store.executions.lastEvent(m_id) > m_seq)
        Q_EMIT ready();
    (void)m_store.database().takeError();
}

} // namespace desk::server
