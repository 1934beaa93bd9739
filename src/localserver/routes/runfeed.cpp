#include "localserver/routes/runfeed.h"

#include "domain/log.h"
#include "wire/ssewriter.h"

namespace desk::server {

namespace {
constexpr qsizetype pieceBytes = 64 * 1024;
constexpr int pollMs = 200;
constexpr int pollsPerReap = 5;
} // namespace

RunFeed::RunFeed(Store &store, RunService &runs, const RunRecord &record, qint64 after, QObject *parent)
    : EventFeed(parent)
    , m_store(store)
    , m_runs(runs)
    , m_id(record.run.id)
    , m_seq(after)
{
    connect(&m_runs, &RunService::logged, this, &RunFeed::onLogged);
    connect(&m_poll, &QTimer::timeout, this, &RunFeed::poll);
    if (!record.run.status.isTerminal() && !m_runs.isOwn(record))
        m_poll.start(pollMs);
}

QByteArray RunFeed::next()
{
    (void)m_store.database().takeError();
    // The state first: a run that was over before we found no event has said everything.
    const auto record = m_store.runs.find(m_id);
    const QList<wire::ServerEvent> events = m_store.events.after(m_id, m_seq, pieceBytes);
    if (auto error = m_store.database().takeError()) {
        qCWarning(logServer) << "a stream cannot read its log:" << error->detail;
        return {};
    }
    QByteArray out;
    for (const wire::ServerEvent &event : events)
        out += wire::sseEvent(event.type, event.data, event.id);
    if (!events.isEmpty())
        m_seq = events.constLast().id.toLongLong();
    m_atEnd = events.isEmpty() && (!record || record->run.status.isTerminal());
    return out;
}

void RunFeed::onLogged(const RunId &id)
{
    if (id == m_id)
        Q_EMIT ready();
}

void RunFeed::poll()
{
    (void)m_store.database().takeError();
    if (++m_polls % pollsPerReap == 0)
        m_runs.reap();
    if (m_store.events.last(m_id) > m_seq || !m_store.runs.exists(m_id))
        Q_EMIT ready();
    (void)m_store.database().takeError();
}

} // namespace desk::server
