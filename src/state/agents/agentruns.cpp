#include "state/agents/agentruns.h"

#include "api/apiclient.h"
#include "api/endpoints/runsapi.h"
#include "state/runstore.h"
#include "state/workspace.h"
#include "wire/json/answerfactsjson.h"

#include <algorithm>

namespace desk {

namespace {

constexpr int walkedOverMs = 150;
constexpr int pollMs = 5000;          // as the page of runs does
constexpr qsizetype mostPrompt = 500; // of a line that is elided anyway

AgentRun rowOf(const Run &run)
{
    std::optional<qint64> tokens = wire::factsFrom(run.raw).tokens();
    if (!tokens)
        tokens = wire::factsFrom(run.output.toObject()).tokens();
    return {run.id, run.status, run.prompt.left(mostPrompt).simplified(), run.createdAt, run.durationMs(), tokens};
}

Error notConnected()
{
    Error error;
    error.kind = Error::Kind::Offline;
    error.message = AgentRuns::tr("The server is not connected.");
    return error;
}

} // namespace

AgentRuns::AgentRuns(ApiClient &api, Workspace &workspace, RunStore &seen, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_seen(seen)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(walkedOverMs);
    connect(&m_soon, &QTimer::timeout, this, &AgentRuns::load);
    m_again.setSingleShot(true);
    m_again.setInterval(pollMs);
    connect(&m_again, &QTimer::timeout, this, &AgentRuns::load);
    connect(&seen, &RunStore::runsChanged, this, &AgentRuns::merge);
    connect(&seen, &RunStore::runChanged, this, &AgentRuns::merge);
    connect(&workspace, &Workspace::ready, this, &AgentRuns::reload);
    connect(&workspace, &Workspace::accountChanged, this, &AgentRuns::close);
    connect(&workspace, &Workspace::stateChanged, this, [this] {
        if (m_workspace.profile().id != m_profile) // the agent is another server's
            close();
    });
}

AgentRuns::~AgentRuns()
{
    leave();
}

void AgentRuns::open(const Agent &agent)
{
    if (agent.id == m_agent)
        return;
    close();
    m_agent = agent.id;
    m_name = agent.name;
    m_profile = m_workspace.profile().id;
    reload();
}

void AgentRuns::reload()
{
    if (m_agent.isEmpty())
        return;
    leave();
    m_isLoading = true;
    m_soon.start();
    merge();
}

void AgentRuns::close()
{
    leave();
    m_agent = {};
    m_name.clear();
    m_told.clear();
    m_rows.clear();
    m_error.reset();
    m_chosenAmong = 0;
    m_isLoaded = m_mayHaveMore = false;
    Q_EMIT changed();
}

void AgentRuns::leave()
{
    ++m_reading;
    m_soon.stop();
    m_again.stop();
    m_isLoading = false;
    if (m_call)
        m_call->abort();
    m_call.clear();
}

void AgentRuns::load()
{
    if (m_workspace.state() != Workspace::State::Ready)
        return fail(notConnected());
    RunFilter filter;
    filter.agentId = m_agent;
    auto *call = m_api.runs().list(filter, 0, pageSize);
    m_call = call;
    call->then(this, [this, reading = ++m_reading](const Result<Page<Run>> &answer) {
        if (reading == m_reading)
            answer ? take(answer->items, answer->mayHaveMore()) : fail(answer.error());
    });
}

void AgentRuns::take(const QList<Run> &page, bool mayHaveMore)
{
    m_isLoading = false;
    m_isLoaded = true;
    m_error.reset();
    m_told.clear();
    for (const Run &run : page) {
        if (isOurs(run))
            m_told.append(rowOf(run));
    }
    m_chosenAmong = m_told.size() < page.size() ? static_cast<int>(page.size()) : 0;
    m_mayHaveMore = mayHaveMore;
    merge();
    follow();
}

void AgentRuns::fail(const Error &error)
{
    m_isLoading = false;
    m_error = error;
    if (!error.isFinal() && error.kind != Error::Kind::Unauthorized && m_workspace.state() == Workspace::State::Ready)
        follow(); // else ready() goes on, or nothing does
    Q_EMIT changed();
}

void AgentRuns::follow()
{
    if (std::any_of(m_rows.cbegin(), m_rows.cend(), [](const AgentRun &row) { return !row.status.isTerminal(); }))
        m_again.start();
}

bool AgentRuns::isOurs(const Run &run) const
{
    return run.agentId.isEmpty() ? !m_name.isEmpty() && run.agentName == m_name : run.agentId == m_agent;
}

void AgentRuns::merge()
{
    if (m_agent.isEmpty())
        return;
    QList<AgentRun> rows = m_told;
    for (const Run &run : m_seen.runs()) {
        if (!isOurs(run))
            continue;
        const auto told = std::find_if(rows.begin(), rows.end(), [&run](const AgentRun &row) { return row.id == run.id; });
        if (told == rows.end()) {
            rows.append(rowOf(run));
        } else if (told->status == run.status || told->status.canBecome(run.status)) {
            const std::optional<qint64> tokens = told->tokens; // a status from a stream comes without
            *told = rowOf(run);
            told->tokens = told->tokens ? told->tokens : tokens;
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const AgentRun &a, const AgentRun &b) { return a.createdAt > b.createdAt; });
    m_mayHaveMore = m_mayHaveMore || rows.size() > pageSize;
    m_rows = rows.first(qMin<qsizetype>(rows.size(), pageSize));
    Q_EMIT changed();
}

AgentRunFigures AgentRuns::figures() const
{
    AgentRunFigures figures;
    QList<qint64> durations;
    for (const AgentRun &run : m_rows) {
        const RunStatus::Value status = run.status.value();
        if (!run.status.isTerminal())
            continue;
        ++figures.ended;
        figures.succeeded += run.status.isSuccess() ? 1 : 0;
        figures.failed += status == RunStatus::Failed || status == RunStatus::Timeout ? 1 : 0;
        if (run.durationMs && *run.durationMs >= 0)
            durations.append(*run.durationMs);
    }
    std::sort(durations.begin(), durations.end());
    if (!durations.isEmpty())
        figures.medianMs = durations.at((durations.size() - 1) / 2);
    return figures;
}

} // namespace desk
