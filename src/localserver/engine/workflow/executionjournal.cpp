#include "localserver/engine/workflow/executionjournal.h"

#include "domain/log.h"
#include "localserver/engine/workflow/executionwords.h"
#include "localserver/store/values.h"
#include "sqlite/transaction.h"

#include <algorithm>
#include <utility>

namespace desk::server {

namespace {
constexpr int retryMs = 1000;
}

ExecutionJournal::ExecutionJournal(Store &store, ExecutionRecord record, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_record(std::move(record))
    , m_steps(store.executions.steps(m_record.execution.id))
{
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        m_places.insert(m_steps.at(i).step.id, i);
        if (m_steps.at(i).isDone())
            m_done.insert(m_steps.at(i).key, i);
    }
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ExecutionJournal::flush);
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &ExecutionJournal::flush);
}

const StepRecord *ExecutionJournal::doneAt(const QString &key) const
{
    const auto found = m_done.constFind(key);
    return found == m_done.constEnd() ? nullptr : &m_steps.at(*found);
}

const StepRecord *ExecutionJournal::openAt(const QString &key) const
{
    const auto isIt = [&key](const StepRecord &step) {
        return step.key == key && step.step.status == StepStatus::Running && (!step.waiting.isEmpty() || step.holdsOthers);
    };
    const auto found = std::find_if(m_steps.begin(), m_steps.end(), isIt);
    return found == m_steps.end() ? nullptr : &*found;
}

QJsonObject ExecutionJournal::answerAt(const QString &key) const
{
    for (auto it = m_steps.crbegin(); it != m_steps.crend(); ++it) {
        if (it->key == key && !it->answer.isEmpty())
            return it->answer;
    }
    return {};
}

const StepRecord *ExecutionJournal::find(const StepExecutionId &id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.constEnd() ? nullptr : &m_steps.at(*found);
}

StepRecord *ExecutionJournal::mutableStep(const StepExecutionId &id)
{
    const auto found = m_places.constFind(id);
    return found == m_places.constEnd() ? nullptr : &m_steps[*found];
}

bool ExecutionJournal::isAsking() const
{
    return std::any_of(m_steps.begin(), m_steps.end(),
                       [](const StepRecord &step) { return step.step.status == StepStatus::Running && !step.waiting.isEmpty(); });
}

void ExecutionJournal::updateStatus(QList<wire::ServerEvent> &events, bool isNew)
{
    const auto status = isAsking() ? ExecutionStatus::AwaitingHuman : ExecutionStatus::Running;
    if (m_record.execution.status == status && !isNew)
        return;
    m_record.execution.status = status;
    events.append(statusEvent(m_record, m_steps));
}

void ExecutionJournal::started(QObject *context, std::function<void()> then)
{
    if (!m_record.execution.startedAt.isValid())
        m_record.execution.startedAt = now();
    QList<wire::ServerEvent> events;
    updateStatus(events, true);
    add({}, events, context, std::move(then));
}

StepExecutionId ExecutionJournal::begin(const QString &key, const QString &stepId, bool holdsOthers, QObject *context,
                                        std::function<void()> then)
{
    StepRecord record;
    record.step.id = StepExecutionId(newId());
    record.step.stepId = stepId;
    record.step.status = StepStatus::Running;
    record.step.startedAt = now();
    record.key = key;
    record.index = static_cast<int>(m_steps.size());
    record.holdsOthers = holdsOthers;
    m_places.insert(record.step.id, m_steps.size());
    m_steps.append(record);
    m_record.execution.currentStepId = stepId;
    add({record}, {stepStartedEvent(record)}, context, std::move(then));
    return record.step.id;
}

void ExecutionJournal::setInput(const StepExecutionId &id, const QJsonObject &input)
{
    if (StepRecord *step = mutableStep(id))
        step->input = input;
}

void ExecutionJournal::wait(const StepExecutionId &id, const QJsonObject &asked, QObject *context, std::function<void()> then)
{
    StepRecord *step = mutableStep(id);
    step->waiting = asked;
    m_record.execution.currentStepId = step->step.stepId;
    QList<wire::ServerEvent> events;
    updateStatus(events, true);
    add({*step}, events, context, std::move(then));
}

void ExecutionJournal::unwait(const StepExecutionId &id)
{
    StepRecord *step = mutableStep(id);
    step->waiting = {};
    QList<wire::ServerEvent> events;
    updateStatus(events, false);
    add({*step}, events, nullptr, {});
}

bool ExecutionJournal::answer(const StepExecutionId &id, const QJsonObject &word, QObject *context, std::function<void()> then)
{
    StepRecord *step = mutableStep(id);
    const StepRecord before = *step;
    const ExecutionRecord recordBefore = m_record;
    step->waiting = {};
    step->answer = word;
    QList<wire::ServerEvent> events;
    updateStatus(events, false);
    if (add({*step}, events, context, std::move(then)))
        return true;
    m_pending.removeLast();
    *mutableStep(id) = before;
    m_record = recordBefore;
    return false;
}

void ExecutionJournal::end(const StepExecutionId &id, StepStatus status, const QJsonValue &output, const QString &error,
                           const ExecutionUsage &usage, QObject *context, std::function<void()> then)
{
    StepRecord *step = mutableStep(id);
    step->step.status = status;
    step->step.output = output;
    step->step.error = error;
    step->step.completedAt = now();
    step->step.durationSeconds = static_cast<double>(step->step.startedAt.msecsTo(step->step.completedAt)) / 1000.0;
    step->waiting = {};
    if (step->isDone())
        m_done.insert(step->key, m_places.value(id));
    ExecutionUsage &all = m_record.execution.usage;
    all.requests += usage.requests;
    all.inputTokens += usage.inputTokens;
    all.outputTokens += usage.outputTokens;
    all.toolCalls += usage.toolCalls;
    all.costDollars += usage.costDollars;
    step->step.usage = all; // of the execution so far, as a client reads it (contract 3.5)
    QList<wire::ServerEvent> events{stepEndedEvent(*step)};
    updateStatus(events, false);
    const StepRecord ended = *step;
    step->input = {}; // in the store, where alone it is asked for
    add({ended}, events, context, std::move(then));
}

void ExecutionJournal::finish(ExecutionStatus status, const QString &error, const QString &errorType, const QString &failedStep,
                              QObject *context, std::function<void()> then)
{
    QList<StepRecord> ended;
    QList<wire::ServerEvent> events;
    for (StepRecord &step : m_steps) {
        if (step.step.status != StepStatus::Running)
            continue;
        step.step.status = StepStatus::Failed;
        step.step.error = error;
        step.step.usage = m_record.execution.usage;
        step.step.completedAt = now();
        step.waiting = {};
        ended.append(step);
        events.append(stepEndedEvent(step));
    }
    WorkflowExecution &execution = m_record.execution;
    execution.status = status;
    execution.error = error;
    m_record.errorType = errorType;
    execution.failedStepId = failedStep.isEmpty() && !ended.isEmpty() ? ended.constFirst().step.stepId : failedStep;
    execution.completedAt = now();
    if (execution.startedAt.isValid())
        execution.durationSeconds = static_cast<double>(execution.startedAt.msecsTo(execution.completedAt)) / 1000.0;
    events.append(statusEvent(m_record, m_steps));
    if (hasStepOutputs(m_steps))
        events.append(outputEvent(m_record, m_steps));
    events.append(completeEvent(m_record));
    add(ended, events, context, std::move(then));
}

bool ExecutionJournal::add(const QList<StepRecord> &steps, const QList<wire::ServerEvent> &events, QObject *context,
                           std::function<void()> then)
{
    m_pending.append({steps, events, m_record, context != nullptr, context, std::move(then)});
    return flush();
}

bool ExecutionJournal::flush()
{
    Database &database = m_store.database();
    const bool isPart = database.isInTransaction();
    if (!isPart)
        settle();
    if (m_pending.isEmpty())
        return true;
    {
        Transaction transaction(database);
        for (const Entry &entry : std::as_const(m_pending)) {
            for (const StepRecord &step : entry.steps)
                m_store.executions.putStep(m_record.execution.id, step);
            for (const wire::ServerEvent &event : entry.events)
                m_store.executions.append(m_record.execution.id, event);
        }
        m_store.executions.update(m_pending.constLast().record);
        if (!transaction.commit()) {
            // Of a request's transaction it stays latched: nothing of that may be kept.
            if (auto error = isPart ? std::nullopt : database.takeError())
                qCWarning(logServer) << "an execution cannot be written, trying again:" << error->detail;
            m_retry.start(retryMs);
            return false;
        }
    }
    m_retry.stop();
    if (isPart && m_unsettled.isEmpty()) {
        m_rollbacks = database.rollbacks();
        m_settle.start(0);
    }
    const QList<Entry> written = std::exchange(m_pending, {});
    if (isPart)
        m_unsettled.append(written);
    else
        tell(written);
    return true;
}

// The transaction of the request is over: it was committed, or all of it is to be written again.
void ExecutionJournal::settle()
{
    m_settle.stop();
    const QList<Entry> written = std::exchange(m_unsettled, {});
    if (written.isEmpty())
        return;
    if (m_store.database().rollbacks() == m_rollbacks)
        tell(written);
    else
        m_pending = written + m_pending;
}

void ExecutionJournal::tell(const QList<Entry> &written)
{
    Q_EMIT logged();
    for (const Entry &entry : written) {
        if (entry.then && (!entry.hasContext || entry.context))
            entry.then();
    }
}

} // namespace desk::server
