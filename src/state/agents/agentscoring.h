#pragma once

#include "domain/agent.h"
#include "domain/error.h"
#include "domain/observability.h"
#include "domain/result.h"
#include "domain/score.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace desk {

class ApiCallBase;
template <typename T>
class ApiCall;
class ApiClient;
class Workspace;

// What one scorer says of one agent. Scores are 0 … 1, and what the server did not say is not there.
struct ScorerFigures {
    ScorerName scorer;
    std::optional<double> average;       // of the period
    std::optional<int> count;            // scores behind it
    std::optional<ScoreAggregate> whole; // of all stored scores, with the feature scorer_percentiles alone
};

// The scores of one agent as the server keeps them (AG-25, contract 3.15). The whole chapter is optional: a server without it, or one that
// refuses it, is no failure but a state. Scores are kept under the agent's id or its name, so both are asked for and put together. Answers
// for an agent that is no longer looked at are dropped and their calls aborted. GUI thread.
class AgentScoring : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Closed,
        Loading, // for the first time; later what is there stays meanwhile
        Loaded,
        Missing, // this server keeps no scores
        Refused, // not for this account
        Failed   // see error(); what was there stays
    };
    static constexpr int metricsHours = 24;

    AgentScoring(ApiClient &api, Workspace &workspace, QObject *parent = nullptr); // both outlive it
    ~AgentScoring() override;

    void open(const Agent &agent); // a moment later the server is asked; the same agent again: nothing happens
    void setDays(int days);        // the period, 1 … 90
    void reload();
    void close();

    [[nodiscard]] const AgentId &agent() const { return m_agent; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] int days() const { return m_days; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const QList<ScorerFigures> &scorers() const { return m_scorers; } // by name, of the period
    [[nodiscard]] bool isPutTogether() const { return m_isPutTogether; }            // averages are weighted here, of both lists
    // All scorers in one and over all time: what an older server has instead of scorers().
    [[nodiscard]] const std::optional<ScoreAggregate> &summary() const { return m_summary; }
    // The last metricsHours over all users, where the server tells.
    [[nodiscard]] const std::optional<AgentMetrics> &metrics() const { return m_metrics; }

Q_SIGNALS:
    void changed(); // anything of the above

private:
    template <typename T>
    void ask(ApiCall<T> *call, std::function<void(const Result<T> &answer)> take);
    void load();
    void leave(); // ends what is under way
    void onAnswered();
    void takeLists();
    void askSummary();
    void askWholes();
    void settle(State state, const std::optional<Error> &error = {});

    ApiClient &m_api;
    Workspace &m_workspace;
    AgentId m_agent;
    QString m_name;
    QString m_profile; // whose agent it is
    int m_days = 7;
    State m_state = State::Closed;
    QList<ScorerFigures> m_scorers;
    std::optional<ScoreAggregate> m_summary;
    std::optional<AgentMetrics> m_metrics;
    std::optional<Error> m_error;
    QList<Result<AgentScores>> m_lists; // of this reading
    std::function<void()> m_next;       // when all calls of this step are answered
    QList<QPointer<ApiCallBase>> m_calls;
    QTimer m_soon;
    quint64 m_reading = 0;
    int m_waitingFor = 0;
    bool m_isLoading = false;
    bool m_isPutTogether = false;
};

} // namespace desk
