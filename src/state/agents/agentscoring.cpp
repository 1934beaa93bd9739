#include "state/agents/agentscoring.h"

#include "api/apiclient.h"
#include "api/endpoints/evalrunsapi.h"
#include "api/endpoints/evaluatorsapi.h"
#include "api/endpoints/observabilityapi.h"
#include "state/workspace.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int walkedOverMs = 150;
constexpr qsizetype mostWholes = 12; // each is a request

// Adds what another list says of the same scorer; an average without a count weighs nothing, and then the first one stays.
void add(ScorerFigures &to, const ScorerSummary &more)
{
    const int had = to.count.value_or(0);
    const int has = more.total.value_or(0);
    if (!to.average || had == 0)
        to.average = more.averageScore ? more.averageScore : to.average;
    else if (more.averageScore && has > 0)
        to.average = (*to.average * had + *more.averageScore * has) / (had + has);
    if (to.count || more.total)
        to.count = had + has;
}

Error notConnected()
{
    Error error;
    error.kind = Error::Kind::Offline;
    error.message = AgentScoring::tr("The server is not connected.");
    return error;
}

} // namespace

AgentScoring::AgentScoring(ApiClient &api, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(walkedOverMs);
    connect(&m_soon, &QTimer::timeout, this, &AgentScoring::load);
    connect(&workspace, &Workspace::ready, this, &AgentScoring::reload);
    connect(&workspace, &Workspace::accountChanged, this, &AgentScoring::close);
    connect(&workspace, &Workspace::stateChanged, this, [this] {
        if (m_workspace.profile().id != m_profile) // the agent is another server's
            close();
    });
}

AgentScoring::~AgentScoring()
{
    leave();
}

void AgentScoring::open(const Agent &agent)
{
    if (agent.id == m_agent)
        return;
    close();
    m_agent = agent.id;
    m_name = agent.name;
    m_profile = m_workspace.profile().id;
    reload();
}

void AgentScoring::setDays(int days)
{
    if (days == m_days)
        return;
    m_days = days;
    m_scorers.clear(); // of another period
    m_isPutTogether = false;
    if (m_state != State::Closed)
        m_state = State::Loading;
    reload();
}

void AgentScoring::reload()
{
    if (m_agent.isEmpty())
        return;
    leave();
    m_isLoading = true;
    if (m_state == State::Closed)
        m_state = State::Loading;
    m_soon.start();
    Q_EMIT changed();
}

void AgentScoring::close()
{
    leave();
    m_agent = {};
    m_name.clear();
    m_scorers.clear();
    m_summary.reset();
    m_metrics.reset();
    m_error.reset();
    m_isPutTogether = false;
    m_state = State::Closed;
    Q_EMIT changed();
}

void AgentScoring::leave()
{
    ++m_reading;
    m_soon.stop();
    m_isLoading = false;
    m_waitingFor = 0;
    m_next = nullptr;
    m_lists.clear();
    const QList<QPointer<ApiCallBase>> calls = std::exchange(m_calls, {});
    for (const QPointer<ApiCallBase> &call : calls) {
        if (call)
            call->abort();
    }
}

template <typename T>
void AgentScoring::ask(ApiCall<T> *call, std::function<void(const Result<T> &answer)> take)
{
    m_calls.append(call);
    ++m_waitingFor;
    call->then(this, [this, reading = m_reading, take = std::move(take)](const Result<T> &answer) {
        if (reading != m_reading)
            return;
        take(answer);
        onAnswered();
    });
}

void AgentScoring::onAnswered()
{
    if (--m_waitingFor == 0)
        std::exchange(m_next, nullptr)();
}

void AgentScoring::load()
{
    if (m_workspace.state() != Workspace::State::Ready)
        return settle(State::Failed, notConnected());
    m_next = [this] { takeLists(); };
    const auto keep = [this](const Result<AgentScores> &answer) { m_lists.append(answer); };
    ask<AgentScores>(m_api.evalRuns().scoresByAgent(m_agent.value(), m_days), keep);
    if (!m_name.isEmpty() && m_name != m_agent.value())
        ask<AgentScores>(m_api.evalRuns().scoresByAgent(m_name, m_days), keep);
    // By its id: for a name it does not know the server answers with the figures of all runs.
    ask<AgentMetrics>(m_api.observability().metrics(m_agent.value(), metricsHours),
                      [this](const Result<AgentMetrics> &answer) { m_metrics = answer ? std::optional(*answer) : std::nullopt; });
}

void AgentScoring::takeLists()
{
    const QList<Result<AgentScores>> lists = std::exchange(m_lists, {});
    std::optional<Error> worst; // a refusal says more than a chapter that is not there, and trouble on the way more than both
    QList<ScorerFigures> scorers;
    int filled = 0;
    for (const Result<AgentScores> &list : lists) {
        if (!list) {
            if (!worst || worst->kind == Error::Kind::NotFound || !list.error().isFinal())
                worst = list.error();
            continue;
        }
        filled += list->scorers.isEmpty() ? 0 : 1;
        for (const ScorerSummary &one : list->scorers) {
            const auto known = std::find_if(scorers.begin(), scorers.end(), [&one](const auto &row) { return row.scorer == one.scorer; });
            if (known == scorers.end())
                scorers.append({one.scorer, one.averageScore, one.total, {}});
            else
                add(*known, one);
        }
    }
    if (worst && worst->kind == Error::Kind::NotFound && scorers.isEmpty())
        return askSummary();
    if (worst && worst->kind == Error::Kind::Forbidden && scorers.isEmpty())
        return settle(State::Refused, worst);
    if (worst) // half of it would pass for the whole
        return settle(State::Failed, worst);
    std::sort(scorers.begin(), scorers.end(), [](const auto &a, const auto &b) { return a.scorer.wire() < b.scorer.wire(); });
    m_scorers = scorers;
    m_isPutTogether = filled > 1;
    m_summary.reset();
    askWholes();
}

// What a server without scores by agent may have.
void AgentScoring::askSummary()
{
    const auto take = [this](const Result<ScoreAggregate> &answer) {
        m_scorers.clear();
        m_summary = answer ? std::optional(*answer) : std::nullopt;
        m_next = [this, answer] {
            if (answer)
                settle(State::Loaded);
            else if (answer.error().kind == Error::Kind::NotFound)
                settle(State::Missing);
            else
                settle(answer.error().kind == Error::Kind::Forbidden ? State::Refused : State::Failed, answer.error());
        };
    };
    ask<ScoreAggregate>(m_api.evaluators().aggregates({m_agent, {}}), take);
}

void AgentScoring::askWholes()
{
    m_next = [this] { settle(State::Loaded); };
    const bool told = m_workspace.capabilities().has(feature::scorerPercentiles);
    const qsizetype count = told ? qMin(m_scorers.size(), mostWholes) : 0;
    for (qsizetype row = 0; row < count; ++row) {
        const auto take = [this, row](const Result<ScoreAggregate> &answer) {
            if (answer)
                m_scorers[row].whole = *answer;
        };
        ask<ScoreAggregate>(m_api.evaluators().aggregates({m_agent, m_scorers.at(row).scorer}), take);
    }
    if (count == 0)
        settle(State::Loaded);
}

void AgentScoring::settle(State state, const std::optional<Error> &error)
{
    leave();
    m_state = state;
    m_error = error;
    if (state == State::Missing || state == State::Refused)
        m_scorers.clear();
    Q_EMIT changed();
}

} // namespace desk
