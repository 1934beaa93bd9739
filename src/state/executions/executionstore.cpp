#include "state/executions/executionstore.h"

#include "api/apiclient.h"
#include "api/endpoints/executionsapi.h"
#include "api/endpoints/workflowsapi.h"
#include "state/executions/executionfollow.h"
#include "state/executions/executionrecords.h"
#include "state/executions/workflowinputs.h"
#include "state/workspace.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int pollMs = 5000;

QDateTime startOf(const WorkflowExecution &execution)
{
    return execution.createdAt.isValid() ? execution.createdAt : execution.startedAt;
}

} // namespace

ExecutionStore::ExecutionStore(ApiClient &api, Workspace &workspace, ExecutionRecords &records, WorkflowInputs &inputs, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_records(records)
    , m_inputs(inputs)
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (std::any_of(m_executions.cbegin(), m_executions.cend(), [](const auto &one) { return !isTerminal(one.status); }))
            refresh();
    });
    connect(&workspace, &Workspace::ready, this, &ExecutionStore::refresh);
}

bool ExecutionStore::resumesAfterApproval() const
{
    return m_workspace.capabilities().has(feature::approvalsResume);
}

void ExecutionStore::look(const WorkflowId &workflow)
{
    if (workflow == m_workflow)
        return;
    clear();
    m_workflow = workflow;
    if (!m_workflow.isEmpty())
        refresh();
}

void ExecutionStore::clear()
{
    ++m_generation;
    m_workflow = {};
    m_executions.clear();
    m_newer.clear();
    m_listed = 0;
    m_loading = false;
    m_loaded = false;
    m_hasFailed = false;
    m_isKept = false;
    m_mayHaveMore = false;
    Q_EMIT executionsChanged();
    Q_EMIT loadingChanged();
}

void ExecutionStore::setVisible(bool visible)
{
    if (visible)
        m_poll.start();
    else
        m_poll.stop();
}

void ExecutionStore::refresh()
{
    load(0);
}

void ExecutionStore::loadMore()
{
    if (canLoadMore())
        load(m_listed);
}

void ExecutionStore::load(qsizetype offset)
{
    if (m_workflow.isEmpty() || m_loading)
        return;
    if (m_workspace.state() != Workspace::State::Ready) {
        readKept();
        return;
    }
    m_loading = true;
    m_newer.clear();
    Q_EMIT loadingChanged();
    m_api.executions()
        .list(m_workflow, {}, offset, pageSize)
        ->then(this, [this, offset, generation = m_generation](const Result<Page<WorkflowExecution>> &page) {
            if (generation != m_generation)
                return; // of another workflow
            m_loading = false;
            m_hasFailed = !page;
            if (page)
                takePage(page->items, offset);
            else if (!m_loaded)
                readKept();
            Q_EMIT loadingChanged();
            if (!page)
                Q_EMIT failed(page.error());
        });
}

void ExecutionStore::takePage(const QList<WorkflowExecution> &page, qsizetype offset)
{
    if (std::exchange(m_isKept, false))
        m_executions.clear();
    m_loaded = true;
    if (offset == 0)
        removeMissing(page);
    if (offset + page.size() >= m_listed) {
        m_listed = offset + page.size();
        m_mayHaveMore = page.size() == pageSize; // a bare array has no total (contract 1.6)
    }
    for (const WorkflowExecution &execution : page) {
        if (!m_newer.contains(execution.id))
            apply(execution);
    }
    Q_EMIT executionsChanged();
}

// What the newest page does not have is gone, unless it is older than the page or newer than the question.
void ExecutionStore::removeMissing(const QList<WorkflowExecution> &page)
{
    QSet<ExecutionId> there = m_newer;
    for (const WorkflowExecution &execution : page)
        there.insert(execution.id);
    const bool isWhole = page.size() < pageSize;
    m_executions.removeIf(
        [&](const WorkflowExecution &one) { return !there.contains(one.id) && (isWhole || startOf(one) > startOf(page.constLast())); });
}

void ExecutionStore::readKept()
{
    m_records.list(m_workflow, this, [this, generation = m_generation](const Result<QList<WorkflowExecution>> &kept) {
        if (generation != m_generation || m_loaded || !kept)
            return;
        m_executions = *kept;
        m_isKept = true;
        Q_EMIT executionsChanged();
    });
}

// Newest first; what is known already stays where it is.
void ExecutionStore::apply(const WorkflowExecution &execution)
{
    WorkflowExecution row = execution;
    row.stepOutputs = {}; // megabytes that the list does not show
    const auto known = std::find_if(m_executions.begin(), m_executions.end(), [&row](const auto &one) { return one.id == row.id; });
    if (known != m_executions.end()) {
        *known = row;
        return;
    }
    const auto place =
        std::find_if(m_executions.begin(), m_executions.end(), [&row](const auto &one) { return startOf(one) < startOf(row); });
    m_executions.insert(place, row);
}

void ExecutionStore::noteNewer(const WorkflowExecution &execution)
{
    if (m_loading)
        m_newer.insert(execution.id);
    apply(execution);
}

void ExecutionStore::note(const WorkflowExecution &execution)
{
    takeFollowed(execution);
    Q_EMIT executionChanged(execution);
}

ExecutionStore::Done ExecutionStore::applied(QObject *context, Done done)
{
    return [this, context = QPointer<QObject>(context), generation = m_generation, done = std::move(done)](const auto &answer) {
        if (answer) {
            if (generation == m_generation && answer->workflowId == m_workflow) {
                noteNewer(*answer);
                Q_EMIT executionsChanged();
            }
            Q_EMIT executionChanged(*answer);
        }
        if (context && done)
            done(answer);
    };
}

void ExecutionStore::start(const Workflow &workflow, const QJsonObject &input, QObject *context, Done done)
{
    m_inputs.used(workflow.id, input);
    m_api.workflows().execute(workflow.id, input)->then(this, applied(context, std::move(done)));
}

void ExecutionStore::stop(const ExecutionId &id, QObject *context, Done done)
{
    m_api.executions().stop(id)->then(this, applied(context, std::move(done)));
}

void ExecutionStore::approve(const ExecutionId &id, const Approval &approval, QObject *context, Done done)
{
    m_api.executions().approve(id, approval)->then(this, applied(context, std::move(done)));
}

void ExecutionStore::resume(const ExecutionId &id, ResumeFrom from, QObject *context, Done done)
{
    m_api.executions().resume(id, from)->then(this, applied(context, std::move(done)));
}

// The list knows what somebody looks at as well as they do.
void ExecutionStore::takeFollowed(const WorkflowExecution &execution)
{
    Q_EMIT executionReceived(execution);
    if (execution.workflowId != m_workflow || m_isKept)
        return;
    noteNewer(execution);
    Q_EMIT executionsChanged();
}

std::unique_ptr<ExecutionFollow> ExecutionStore::newFollow()
{
    auto follow = std::make_unique<ExecutionFollow>(m_api, m_workspace, m_records);
    connect(this, &ExecutionStore::executionChanged, follow.get(), &ExecutionFollow::take);
    connect(follow.get(), &ExecutionFollow::received, this, &ExecutionStore::takeFollowed);
    return follow;
}

} // namespace desk
