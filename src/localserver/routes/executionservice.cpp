#include "localserver/routes/executionservice.h"

#include "domain/log.h"
#include "localserver/engine/workflow/executionwords.h"
#include "localserver/errors.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "sqlite/transaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int stopPollMs = 400;
constexpr int retryMs = 1000;

QString stoppedWords()
{
    return LocalServer::tr("Stopped by user");
}

} // namespace

ExecutionService::ExecutionService(const WorkflowParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_stopPoll.setInterval(stopPollMs);
    connect(&m_stopPoll, &QTimer::timeout, this, &ExecutionService::pollStops);
}

ExecutionService::~ExecutionService() = default;

ExecutionRecord ExecutionService::create(const QJsonObject &workflow, const QJsonObject &input, const QJsonObject &guardrails)
{
    ExecutionRecord record;
    record.execution.id = ExecutionId(newId());
    record.execution.workflowId = WorkflowId(workflow.value("id"_L1).toString());
    record.execution.status = ExecutionStatus::Pending;
    record.execution.triggerSource = u"manual"_s;
    record.execution.input = input;
    record.execution.createdAt = now();
    record.instance = m_parts.store.instances().self();
    record.workflow = workflow;
    record.guardrails = guardrails;
    Transaction transaction(m_parts.store.database());
    m_parts.store.executions.insert(record);
    m_parts.store.executions.append(record.execution.id, statusEvent(record, {}));
    if (transaction.commit())
        beginLater(record.execution.id);
    return record;
}

void ExecutionService::beginLater(const ExecutionId &id)
{
    ++m_starting;
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            --m_starting;
            begin(id);
        },
        Qt::QueuedConnection);
}

void ExecutionService::begin(const ExecutionId &id)
{
    (void)m_parts.store.database().takeError();
    const auto record = m_parts.store.executions.find(id);
    if (m_parts.store.database().takeError()) { // nobody else would ever begin it
        ++m_starting;
        QTimer::singleShot(retryMs, this, [this, id] {
            --m_starting;
            begin(id);
        });
        return;
    }
    if (!record || isTerminal(record->execution.status) || !isOwn(*record) || m_active.contains(id)) {
        if (isIdle())
            Q_EMIT becameIdle();
        return; // the transaction that made it was rolled back
    }
    auto machine = std::make_unique<WorkflowMachine>(m_parts, *record);
    connect(machine.get(), &WorkflowMachine::logged, this, [this, id] { Q_EMIT logged(id); });
    connect(
        machine.get(), &WorkflowMachine::finished, this, [this, id] { forget(id); }, Qt::QueuedConnection);
    connect(machine.get(), &WorkflowMachine::waits, this, [this] {
        if (isIdle())
            Q_EMIT becameIdle();
    });
    WorkflowMachine *started = machine.get();
    m_active.emplace(id, std::move(machine));
    m_stopPoll.start();
    started->start();
}

void ExecutionService::forget(const ExecutionId &id)
{
    m_active.erase(id);
    Q_EMIT logged(id);
    if (m_active.empty())
        m_stopPoll.stop();
    if (isIdle())
        Q_EMIT becameIdle();
}

Result<> ExecutionService::resume(const ExecutionId &id, bool fromStart)
{
    Store &store = m_parts.store;
    Transaction transaction(store.database());
    auto record = store.executions.find(id);
    if (!record)
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such execution."))};
    if (!isTerminal(record->execution.status) || isSuccess(record->execution.status) || m_active.contains(id))
        return Unexpected{
            refusal(Error::Kind::Conflict, 409, LocalServer::tr("Only an execution that failed or was stopped can be resumed."))};
    if (fromStart) {
        store.executions.forgetSteps(id);
        record->execution.usage = {};
        record->execution.startedAt = {};
    }
    record->execution.status = ExecutionStatus::Pending;
    record->execution.completedAt = {};
    record->execution.error.clear();
    record->execution.failedStepId.clear();
    record->execution.currentStepId.clear();
    record->errorType.clear();
    record->instance = store.instances().self();
    store.executions.update(*record);
    store.executions.forgetStop(id);
    store.executions.append(id, statusEvent(*record, {}));
    if (transaction.commit())
        beginLater(id);
    return {};
}

bool ExecutionService::stop(const ExecutionId &id)
{
    const bool asked = m_parts.store.executions.requestStop(id);
    const auto found = m_active.find(id);
    if (found != m_active.end())
        found->second->stop(stoppedWords());
    return asked;
}

WorkflowMachine *ExecutionService::machine(const ExecutionId &id)
{
    const auto found = m_active.find(id);
    return found == m_active.end() ? nullptr : found->second.get();
}

void ExecutionService::pollStops()
{
    (void)m_parts.store.database().takeError();
    const QList<ExecutionId> ids = m_parts.store.executions.stopRequestedOf(m_parts.store.instances().self());
    (void)m_parts.store.database().takeError();
    for (const ExecutionId &id : ids) {
        if (const auto found = m_active.find(id); found != m_active.end())
            found->second->stop(stoppedWords());
    }
}

void ExecutionService::reap()
{
    Store &store = m_parts.store;
    const QStringList instances = store.executions.instancesWithUnfinished();
    if (store.database().hasFailed())
        return;
    for (const QString &instance : instances) {
        if (instance == store.instances().self())
            continue;
        const auto lock = store.instances().claim(instance);
        if (!lock)
            continue;
        const QList<ExecutionId> ids = store.executions.unfinishedOf(instance);
        for (const ExecutionId &id : ids)
            takeOver(id, instance);
        // They can be read all the same (disk full), and are looked at again.
        if (const auto error = store.database().isInTransaction() ? std::nullopt : store.database().takeError())
            qCWarning(logServer) << "executions of another process cannot be taken over:" << error->detail;
    }
}

void ExecutionService::takeOver(const ExecutionId &id, const QString &from)
{
    // Between the look and the change nobody else takes it, whatever transaction of theirs outlasted their lock.
    Transaction transaction(m_parts.store.database());
    auto record = m_parts.store.executions.find(id);
    if (!record || record->instance != from || isTerminal(record->execution.status))
        return;
    record->instance = m_parts.store.instances().self();
    if (record->stopRequested || !onlyWaits(m_parts.store.executions.steps(id))) {
        ExecutionJournal journal(m_parts.store, *record);
        if (record->stopRequested)
            journal.finish(ExecutionStatus::Stopped, stoppedWords(), u"stopped"_s, {}, nullptr, {});
        else
            journal.finish(ExecutionStatus::Failed,
                           LocalServer::tr("The server stopped before the workflow was done. Resume it to go on from there."),
                           u"interrupted"_s, {}, nullptr, {});
        if (transaction.commit())
            Q_EMIT logged(id);
        return;
    }
    m_parts.store.executions.update(*record);
    if (transaction.commit())
        beginLater(id);
}

bool ExecutionService::isIdle() const
{
    return m_starting == 0 && std::all_of(m_active.begin(), m_active.end(), [](const auto &one) { return one.second->onlyWaits(); });
}

void ExecutionService::interruptAll()
{
    for (const auto &[id, machine] : m_active)
        machine->interrupt();
    m_active.clear();
    (void)m_parts.store.database().takeError();
}

} // namespace desk::server
