#include "state/executions/executionfollow.h"

#include "state/executions/executionrecords.h"
#include "state/watch/executionwatcher.h"
#include "state/workspace.h"

#include <algorithm>

namespace desk {

ExecutionFollow::ExecutionFollow(ApiClient &api, Workspace &workspace, ExecutionRecords &records, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_records(records)
{
    connect(&workspace, &Workspace::ready, this, &ExecutionFollow::watch);
}

ExecutionFollow::~ExecutionFollow() = default;

void ExecutionFollow::follow(const ExecutionId &id, const QJsonObject &definition)
{
    m_watcher.reset();
    m_id = id;
    m_record = {};
    m_record.definition = definition;
    m_source = Source::Nothing;
    m_error.reset();
    Q_EMIT changed();
    if (m_id.isEmpty())
        return;
    readKept();
    watch();
}

void ExecutionFollow::close()
{
    follow({});
}

Knowledge ExecutionFollow::knowledge() const
{
    return m_watcher && m_source == Source::Server ? m_watcher->knowledge() : Knowledge::Unknown;
}

void ExecutionFollow::watch()
{
    if (m_id.isEmpty() || m_workspace.state() != Workspace::State::Ready)
        return;
    if (m_watcher && !m_watcher->isOver())
        return;
    m_error.reset();
    m_watcher.reset(new ExecutionWatcher(m_api, m_id, m_workspace.capabilities().hasTruthfulStreams()));
    m_watcher->setPace(m_pace);
    connect(m_watcher.get(), &ExecutionWatcher::stepsChanged, this, [this](const QList<StepExecution> &steps) {
        m_record.steps = steps;
        Q_EMIT changed();
    });
    connect(m_watcher.get(), &ExecutionWatcher::executionReceived, this, &ExecutionFollow::onExecution);
    connect(m_watcher.get(), &WatchLoop::livenessChanged, this, &ExecutionFollow::changed);
    connect(m_watcher.get(), &WatchLoop::failed, this, &ExecutionFollow::onFailed);
}

void ExecutionFollow::onExecution(const WorkflowExecution &execution)
{
    m_source = Source::Server;
    m_error.reset();
    m_record.execution = execution;
    m_record.steps = m_watcher->steps(); // an execution without steps never tells of any
    keepIfEnded();
    Q_EMIT received(execution);
    Q_EMIT changed();
}

void ExecutionFollow::keepIfEnded()
{
    const bool isAtWork =
        std::any_of(m_record.steps.cbegin(), m_record.steps.cend(), [](const StepExecution &step) { return !isTerminal(step.status); });
    if (isTerminal(m_record.execution.status) && !isAtWork)
        m_records.keep(m_record);
}

void ExecutionFollow::onFailed(const Error &error)
{
    if (m_source == Source::Nothing)
        m_error = error;
    Q_EMIT changed();
}

// The definition it ran by is known only to us, so what is kept is asked for even when the server answers.
void ExecutionFollow::readKept()
{
    m_records.find(m_id, this, [this, id = m_id](const Result<std::optional<ExecutionRecord>> &kept) {
        if (id != m_id)
            return;
        if (!kept || !*kept)
            return noteMissing();
        if (m_record.definition.isEmpty())
            m_record.definition = (*kept)->definition;
        if (m_source == Source::Nothing) {
            m_record = **kept;
            m_source = Source::Kept;
            m_error.reset();
        }
        Q_EMIT changed();
    });
}

// Nobody can tell of it at the moment, which must not look as if it were on its way.
void ExecutionFollow::noteMissing()
{
    if (m_source != Source::Nothing || m_workspace.state() == Workspace::State::Ready)
        return;
    Error error;
    error.kind = Error::Kind::Offline;
    error.message = tr("The server is not reached, and this computer has kept nothing of this execution.");
    m_error = error;
    Q_EMIT changed();
}

void ExecutionFollow::take(const WorkflowExecution &execution)
{
    if (execution.id != m_id)
        return;
    m_source = Source::Server;
    m_error.reset();
    m_record.execution = execution;
    m_watcher.reset(); // it may have ended with what is going on again now
    Q_EMIT changed();
    watch();
}

} // namespace desk
