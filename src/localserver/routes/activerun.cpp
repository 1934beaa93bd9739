#include "localserver/routes/activerun.h"

#include "domain/log.h"
#include "localserver/routes/runending.h"
#include "localserver/routes/runlog.h"
#include "sqlite/transaction.h"

namespace desk::server {

namespace {
constexpr int gatherMs = 25;
constexpr int retryMs = 1000;
} // namespace

ActiveRun::ActiveRun(Store &store, const AgentCatalog &agents, RunRecord record, std::unique_ptr<Turn> turn, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_agents(agents)
    , m_record(std::move(record))
    , m_turn(std::move(turn))
{
    m_writer.setSingleShot(true);
    connect(&m_writer, &QTimer::timeout, this, &ActiveRun::write);
    connect(m_turn.get(), &Turn::event, this, &ActiveRun::onEvent);
    connect(m_turn.get(), &Turn::finished, this, &ActiveRun::onOutcome);
}

ActiveRun::~ActiveRun() = default;

void ActiveRun::start()
{
    m_turn->start();
}

void ActiveRun::cancel()
{
    if (!m_outcome)
        m_turn->cancel();
}

void ActiveRun::interrupt()
{
    m_writer.stop();
    m_turn->disconnect(this);
    if (m_ended)
        return;
    (void)m_store.database().takeError();
    if (writeEvents() && (m_outcome ? endRun(m_store, m_record, *m_outcome) : endInterrupted(m_store, id())))
        m_ended = true;
    if (auto error = m_store.database().takeError())
        qCWarning(logServer) << "an unfinished run could not be closed:" << error->detail;
}

void ActiveRun::onEvent(const ChatEvent &event)
{
    merge(event);
    const bool isText = std::holds_alternative<ContentDelta>(event) || std::holds_alternative<Thought>(event);
    if (!isText)
        m_writer.start(0);
    else if (!m_writer.isActive())
        m_writer.start(gatherMs);
}

// Deltas that follow each other within one write become one event.
void ActiveRun::merge(const ChatEvent &event)
{
    const auto *next = std::get_if<ContentDelta>(&event);
    auto *last = m_pending.isEmpty() ? nullptr : std::get_if<ContentDelta>(&m_pending.last());
    if (next && last && next->kind == ContentDelta::Kind::Append && last->kind == next->kind && last->source == next->source)
        last->text += next->text;
    else
        m_pending.append(event);
}

void ActiveRun::onOutcome(const TurnOutcome &outcome)
{
    m_outcome = outcome;
    if (const auto agent = m_agents.find(outcome.agentName))
        m_record.run.agentId = agent->id; // the one that answered, where the dispatcher chose
    m_writer.start(0);
}

void ActiveRun::write()
{
    (void)m_store.database().takeError();
    if (!m_store.runs.exists(id()) && !m_store.database().hasFailed()) {
        m_ended = true; // its conversation was deleted meanwhile
        m_turn->disconnect(this);
        m_turn->cancel();
        Q_EMIT finished();
        return;
    }
    if (!writeEvents() || (m_outcome && !endRun(m_store, m_record, *m_outcome))) {
        retryLater();
        return;
    }
    Q_EMIT logged();
    if (!m_outcome)
        return;
    m_ended = true;
    Q_EMIT finished();
}

bool ActiveRun::writeEvents()
{
    Transaction transaction(m_store.database());
    RunLog log(m_store);
    for (const ChatEvent &event : std::as_const(m_pending))
        log.event(m_record, event);
    if (!transaction.commit())
        return false;
    m_pending.clear();
    return true;
}

void ActiveRun::retryLater()
{
    if (auto error = m_store.database().takeError())
        qCWarning(logServer) << "the log of a run cannot be written, trying again:" << error->detail;
    m_writer.start(retryMs);
}

} // namespace desk::server
