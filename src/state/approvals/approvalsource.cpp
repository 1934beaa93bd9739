#include "state/approvals/approvalsource.h"

#include "api/apiclient.h"
#include "api/endpoints/executionsapi.h"
#include "api/endpoints/workflowsapi.h"
#include "api/transport.h"
#include "state/executions/waitingsteps.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 longestWaitMs = 3'600'000; // then the clock is looked at again
constexpr int mostLooks = 200;              // at one that nobody changes: rounds are enough for it

QString keyOf(const QString &profile, const ExecutionId &execution, const WaitingStep &step)
{
    return QStringList{profile, execution.value(), step.stepId, step.prompt.argumentsHash}.join(u'\n');
}

bool isUncertain(const WaitingApproval &row)
{
    return row.state == WaitingApproval::State::Failed && row.error.outcomeUnknown;
}

} // namespace

ApprovalSource::ApprovalSource(ApiClient &api, const Pace &pace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_pace(pace)
{
    for (QTimer *timer : {&m_next, &m_look, &m_deadline})
        timer->setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ApprovalSource::beginRound);
    connect(&m_look, &QTimer::timeout, this, &ApprovalSource::lookAtWatched);
    connect(&m_deadline, &QTimer::timeout, this, &ApprovalSource::watchDeadlines);
}

void ApprovalSource::start(const Profile &profile, const Capabilities &capabilities)
{
    m_profile = profile;
    m_resumes = capabilities.has(feature::approvalsResume);
    m_isActive = true;
    m_failures = 0;
    beginRound();
}

void ApprovalSource::pause()
{
    ++m_round;
    m_isActive = false;
    m_open = 0;
    m_jobs.clear();
    m_next.stop();
    m_look.stop();
    Q_EMIT changed();
}

void ApprovalSource::clear()
{
    m_rows.clear();
    m_workflows.clear();
    m_watched.clear();
    m_error.reset();
    m_isLoaded = false;
    m_deadline.stop();
    pause();
}

void ApprovalSource::refresh()
{
    if (m_isActive)
        beginRound();
}

void ApprovalSource::note(const WorkflowExecution &execution)
{
    if (!m_isActive)
        return;
    if (isTerminal(execution.status))
        m_watched.remove(execution.id);
    else
        m_watched.insert(execution.id, {execution.workflowId});
    if (isTerminal(execution.status) || !execution.waiting.isEmpty())
        takeOne(execution, {});
    if (!m_watched.isEmpty() && !m_look.isActive())
        m_look.start(m_pace.soon);
}

// ------------------------------------------------------------------------------------------------ asking the server

void ApprovalSource::beginRound()
{
    ++m_round;
    m_next.stop();
    m_jobs.clear();
    m_found.clear();
    m_missed.clear();
    m_roundError.reset();
    m_open = 1;
    Q_EMIT changed();
    m_api.workflows().list()->then(this, [this, round = m_round](const Result<QList<Workflow>> &workflows) {
        if (round != m_round)
            return;
        if (workflows)
            onWorkflows(*workflows);
        // A server that knows no workflows has nobody waiting.
        const bool hasNone = !workflows && (workflows.error().kind == Error::Kind::NotFound || workflows.error().httpStatus == 422);
        jobEnded(workflows || hasNone ? nullptr : &workflows.error(), {});
    });
}

void ApprovalSource::onWorkflows(const QList<Workflow> &workflows)
{
    m_workflows.clear();
    for (const Workflow &workflow : workflows) {
        m_workflows.insert(workflow.id, workflow);
        const auto isWatched = [&workflow](const Watched &one) { return one.workflow == workflow.id; };
        const bool asks = m_resumes || hasHumanStep(workflow.raw.value("steps"_L1).toArray());
        if (!(workflow.isActive && asks) && std::none_of(m_watched.cbegin(), m_watched.cend(), isWatched))
            continue;
        run([this, workflow] { listWorkflow(workflow, ExecutionStatus::AwaitingHuman); });
        if (m_resumes) // one of its branches may ask while another is at work
            run([this, workflow] { listWorkflow(workflow, ExecutionStatus::Running); });
    }
}

void ApprovalSource::listWorkflow(const Workflow &workflow, ExecutionStatus status)
{
    m_api.executions()
        .list(workflow.id, {status}, 0, pageSize)
        ->then(this, [this, id = workflow.id, round = m_round](const Result<Page<WorkflowExecution>> &page) {
            if (round != m_round)
                return;
            for (const WorkflowExecution &execution : page ? page->items : QList<WorkflowExecution>()) {
                if (execution.waiting.isEmpty() && execution.status == ExecutionStatus::AwaitingHuman)
                    run([this, execution] { askSteps(execution); });
                else
                    found(execution, {});
            }
            const bool isGone = !page && page.error().kind == Error::Kind::NotFound; // since the list
            jobEnded(page || isGone ? nullptr : &page.error(), id);
        });
}

// Where the execution does not say what it asks, its steps do.
void ApprovalSource::askSteps(const WorkflowExecution &execution)
{
    m_api.executions().steps(execution.id)->then(this, [this, execution, round = m_round](const Result<QList<StepExecution>> &steps) {
        if (round != m_round)
            return;
        if (steps)
            found(execution, *steps);
        jobEnded(steps ? nullptr : &steps.error(), execution.workflowId);
    });
}

void ApprovalSource::run(Job job)
{
    if (m_open > mostAtOnce - 1) {
        m_jobs.append(std::move(job));
        return;
    }
    ++m_open;
    job();
}

void ApprovalSource::jobEnded(const Error *error, const WorkflowId &workflow)
{
    --m_open;
    if (error && error->kind != Error::Kind::Cancelled) {
        m_roundError = *error;
        m_missed.insert(workflow);
    }
    while (!m_jobs.isEmpty() && m_open < mostAtOnce) {
        ++m_open;
        m_jobs.takeFirst()();
    }
    if (m_open == 0)
        endRound();
}

void ApprovalSource::found(const WorkflowExecution &execution, const QList<StepExecution> &steps)
{
    m_found += rowsOf(execution, steps);
}

void ApprovalSource::endRound()
{
    m_error = m_roundError;
    m_failures = m_error ? m_failures + 1 : 0;
    const bool knowsNothing = m_missed.contains(WorkflowId()); // not even which workflows there are
    for (const WaitingApproval &row : std::as_const(m_rows)) {
        if (knowsNothing || m_missed.contains(row.workflow))
            m_found.append(row); // it may still wait
    }
    m_isLoaded = m_isLoaded || !knowsNothing;
    schedule();
    replaceRows(std::exchange(m_found, {}));
}

void ApprovalSource::schedule()
{
    const qint64 wait = static_cast<qint64>(m_pace.every) << std::min(m_failures, 10);
    m_next.start(static_cast<int>(std::min<qint64>(wait, std::max(m_pace.longest, m_pace.every))));
    if (!m_watched.isEmpty() && !m_look.isActive())
        m_look.start(m_pace.soon);
}

void ApprovalSource::lookAtWatched()
{
    if (m_failures == 0) { // else the rounds find out
        const QList<ExecutionId> ids = m_watched.keys();
        for (const ExecutionId &id : ids.first(std::min<qsizetype>(ids.size(), mostAtOnce)))
            look(id);
    }
    if (!m_watched.isEmpty())
        m_look.start(m_pace.soon);
}

void ApprovalSource::look(const ExecutionId &id)
{
    if (m_watched.contains(id) && ++m_watched[id].looks > mostLooks)
        m_watched.remove(id);
    m_api.executions().get(id)->then(this, [this, round = m_round](const Result<WorkflowExecution> &execution) {
        if (round != m_round || !execution)
            return;
        if (isTerminal(execution->status))
            m_watched.remove(execution->id);
        if (!execution->waiting.isEmpty() || execution->status != ExecutionStatus::AwaitingHuman)
            return takeOne(*execution, {});
        m_api.executions().steps(execution->id)->then(this, [this, round, one = *execution](const Result<QList<StepExecution>> &steps) {
            if (round == m_round && steps)
                takeOne(one, *steps);
        });
    });
}

// ------------------------------------------------------------------------------------------------ what is known

QList<WaitingApproval> ApprovalSource::rowsOf(const WorkflowExecution &execution, const QList<StepExecution> &steps) const
{
    const auto workflow = m_workflows.constFind(execution.workflowId);
    const QJsonObject definition = workflow == m_workflows.cend() ? QJsonObject() : workflow->raw;
    QList<WaitingApproval> out;
    for (const WaitingStep &step : waitingSteps(execution, steps, definition)) {
        WaitingApproval row;
        row.key = keyOf(m_profile.id, execution.id, step);
        row.profileId = m_profile.id;
        row.profileName = m_profile.name;
        row.workflow = execution.workflowId;
        row.workflowName = workflow == m_workflows.cend() ? QString() : workflow->name;
        row.execution = execution.id;
        row.step = step;
        row.since = execution.startedAt;
        row.isTold = !execution.waiting.isEmpty();
        row.resumes = m_resumes;
        out.append(row);
    }
    return out;
}

void ApprovalSource::takeOne(const WorkflowExecution &execution, const QList<StepExecution> &steps)
{
    QList<WaitingApproval> next = m_rows;
    next.removeIf([&execution](const WaitingApproval &row) { return row.execution == execution.id; });
    replaceRows(next + rowsOf(execution, steps));
}

void ApprovalSource::replaceRows(QList<WaitingApproval> next)
{
    QSet<QString> keys;
    next.removeIf([&keys](const WaitingApproval &row) {
        const bool isAgain = keys.contains(row.key);
        keys.insert(row.key);
        return isAgain;
    });
    QList<WaitingApproval> gone;
    for (WaitingApproval &old : m_rows) {
        const auto kept = std::find_if(next.begin(), next.end(), [&old](const WaitingApproval &row) { return row.key == old.key; });
        if (kept != next.end()) {
            kept->state = old.state;
            kept->error = old.error;
            kept->mayApprove = old.mayApprove;
        } else if (old.state == WaitingApproval::State::Answering) {
            next.append(old); // its answer comes
        } else if (isUncertain(old)) {
            gone.append(old);
        }
    }
    std::stable_sort(next.begin(), next.end(), [](const WaitingApproval &a, const WaitingApproval &b) { return a.since < b.since; });
    m_rows = next;
    watchDeadlines();
    Q_EMIT changed();
    for (const WaitingApproval &row : std::as_const(gone)) {
        Error told;
        told.kind = Error::Kind::Interrupted;
        told.message = tr("The connection was lost while the answer was sent. Nothing waits for it any more: it arrived, or somebody else "
                          "answered, or the execution has ended.");
        Q_EMIT lapsed(row, told);
    }
}

// By the server's clock. What is on its way then is the server's to decide.
void ApprovalSource::watchDeadlines()
{
    const QDateTime now = m_api.transport().policy().clock.toServer(QDateTime::currentDateTimeUtc());
    qint64 nearest = longestWaitMs;
    bool hasExpired = false;
    bool waits = false;
    for (WaitingApproval &row : m_rows) {
        const QDateTime &end = row.step.prompt.expiresAt;
        if (!end.isValid() || (row.state != WaitingApproval::State::Asked && row.state != WaitingApproval::State::Failed))
            continue;
        const qint64 left = now.msecsTo(end);
        hasExpired = hasExpired || left <= 0;
        if (left <= 0)
            row.state = WaitingApproval::State::Expired;
        else
            nearest = std::min(nearest, left);
        waits = waits || left > 0;
    }
    if (waits)
        m_deadline.start(static_cast<int>(nearest));
    else
        m_deadline.stop();
    if (hasExpired) {
        if (m_isActive)
            m_next.start(std::min(m_pace.soon, m_pace.every)); // what became of it
        Q_EMIT changed();
    }
}

WaitingApproval *ApprovalSource::find(const QString &key)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&key](const WaitingApproval &one) { return one.key == key; });
    return row == m_rows.end() ? nullptr : &*row;
}

void ApprovalSource::remove(const QString &key)
{
    m_rows.removeIf([&key](const WaitingApproval &row) { return row.key == key; });
}

} // namespace desk
