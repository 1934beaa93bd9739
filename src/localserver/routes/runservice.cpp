#include "localserver/routes/runservice.h"

#include "domain/log.h"
#include "localserver/errors.h"
#include "localserver/routes/runending.h"
#include "localserver/routes/runlog.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "sqlite/transaction.h"

namespace desk::server {

namespace {
constexpr int cancelPollMs = 400;
}

RunService::RunService(Store &store, TurnSource &source, const AgentCatalog &agents, const ToolCatalog &tools, const Providers &providers,
                       int approvalMs, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_source(source)
    , m_agents(agents)
    , m_builder(store, agents, tools, providers, approvalMs)
{
    m_cancelPoll.setInterval(cancelPollMs);
    connect(&m_cancelPoll, &QTimer::timeout, this, &RunService::pollCancellations);
}

RunService::~RunService() = default;

RunRecord RunService::create(RunRecord record, const QList<ChatEvent> &opening)
{
    Transaction transaction(m_store.database());
    record.run.id = RunId(newId());
    record.run.status = RunStatus::Pending;
    record.run.createdAt = now();
    record.run.updatedAt = record.run.createdAt;
    record.instance = m_store.instances().self();
    m_store.runs.insert(record);
    RunLog log(m_store);
    log.created(record);
    for (const ChatEvent &event : opening)
        log.event(record, event);
    if (!transaction.commit())
        return record;
    ++m_starting;
    QMetaObject::invokeMethod(
        this, [this, id = record.run.id] { begin(id); }, Qt::QueuedConnection);
    return record;
}

void RunService::begin(const RunId &id)
{
    --m_starting;
    (void)m_store.database().takeError();
    auto record = m_store.runs.find(id);
    if (!record || record->run.status.isTerminal()) {
        if (isIdle())
            Q_EMIT becameIdle();
        return; // the transaction that made it was rolled back
    }
    auto turn = m_source.createTurn(m_builder.build(*record));
    record->run.status = RunStatus::Running;
    {
        Transaction transaction(m_store.database());
        m_store.runs.update(record->run);
        RunLog(m_store).running(*record);
        if (!transaction.commit())
            qCWarning(logServer) << "a run could not be marked as running"; // the log catches up with its first event
    }
    (void)m_store.database().takeError();
    auto active = std::make_unique<ActiveRun>(m_store, m_agents, *record, std::move(turn));
    connect(active.get(), &ActiveRun::logged, this, [this, id] { Q_EMIT logged(id); });
    connect(active.get(), &ActiveRun::finished, this, [this, id] { forget(id); });
    ActiveRun *run = active.get();
    m_active.emplace(id, std::move(active));
    m_cancelPoll.start();
    if (!m_expectsAnswers)
        run->expectNoAnswers();
    run->start();
    Q_EMIT logged(id);
}

void RunService::forget(const RunId &id)
{
    const auto found = m_active.find(id);
    if (found == m_active.end())
        return;
    found->second.release()->deleteLater(); // it is the sender
    m_active.erase(found);
    Q_EMIT logged(id);
    if (!m_active.empty())
        return;
    m_cancelPoll.stop();
    if (isIdle())
        Q_EMIT becameIdle();
}

Result<RunRecord> RunService::retry(const RunId &id)
{
    const auto old = m_store.runs.find(id);
    if (!old)
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such run."))};
    if (!old->run.status.isTerminal() || old->run.status.isSuccess())
        return Unexpected{refusal(Error::Kind::Conflict, 409, LocalServer::tr("Only a run that failed or was stopped can be retried."))};
    if (old->isChat() && !m_store.runs.activeIn(old->run.conversationId).isEmpty())
        return Unexpected{refusal(Error::Kind::Conflict, 409, LocalServer::tr("Another answer is being written in this conversation."))};
    RunRecord next;
    next.run = Run{};
    next.run.agentId = old->run.agentId;
    next.run.agentName = old->run.agentName;
    next.run.conversationId = old->run.conversationId;
    next.run.prompt = old->run.prompt;
    next.run.input = old->run.input;
    next.userMessage = old->userMessage;
    next.run.retryOf = id;
    return create(next);
}

bool RunService::cancel(const RunId &id)
{
    const bool asked = m_store.runs.requestCancel(id);
    const auto found = m_active.find(id);
    if (found != m_active.end())
        found->second->cancel();
    return asked;
}

// A refusal needs no tool that is still as it was shown.
ApprovalReply RunService::answer(const RunRecord &record, bool isApproved, const QString &argumentsHash)
{
    if (record.run.status.isTerminal())
        return ApprovalReply::NotWaiting;
    const auto found = m_active.find(record.run.id);
    if (found == m_active.end())
        return isOwn(record) ? ApprovalReply::NotWaiting : ApprovalReply::Elsewhere;
    const auto tool = found->second->waitingFor();
    if (isApproved && tool && !m_builder.isCurrent(*tool))
        return ApprovalReply::ToolChanged;
    return found->second->answer(isApproved, argumentsHash);
}

void RunService::expectNoAnswers()
{
    m_expectsAnswers = false;
    for (const auto &[id, run] : m_active)
        run->expectNoAnswers();
}

void RunService::pollCancellations()
{
    (void)m_store.database().takeError();
    const QList<RunId> ids = m_store.runs.cancelRequestedOf(m_store.instances().self());
    (void)m_store.database().takeError();
    for (const RunId &id : ids) {
        const auto found = m_active.find(id);
        if (found != m_active.end())
            found->second->cancel();
    }
}

void RunService::reap()
{
    const QList<RunId> ended = endRunsOfTheDead(m_store);
    for (const RunId &id : ended)
        Q_EMIT logged(id);
}

void RunService::interruptAll()
{
    for (const auto &[id, run] : m_active)
        run->interrupt();
    m_active.clear();
    (void)m_store.database().takeError();
    const QList<RunId> unstarted = m_store.runs.unfinishedOf(m_store.instances().self());
    for (const RunId &id : unstarted) {
        if (!endInterrupted(m_store, id))
            qCWarning(logServer) << "an unfinished run could not be closed; the next start will do it";
    }
}

} // namespace desk::server
