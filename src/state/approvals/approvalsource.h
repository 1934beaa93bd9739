#pragma once

#include "domain/capabilities.h"
#include "domain/error.h"
#include "domain/execution.h"
#include "domain/profile.h"
#include "domain/result.h"
#include "domain/workflow.h"
#include "state/approvals/waitingapproval.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace desk {

class ApiClient;

// The executions of one server that wait for a person (D-66), and the answers to them. The server lists executions only by workflow, so a
// round asks for each active one that has a step for people, on servers that ask for tools too for each active one, two at a time. Those
// that were begun or are looked at here are asked about sooner. After a failure rounds become rarer.
//
// An answer holds the hash of what was shown, is sent once, and never again by itself (APPR-02, APPR-04): one whose fate is unknown is
// told, and the server is read again. Lives in the GUI thread; api outlives it.
class ApprovalSource : public QObject
{
    Q_OBJECT
public:
    struct Pace { // milliseconds
        int every = 30'000;
        int soon = 3'000; // what is looked at here
        int longest = 480'000;
    };
    static constexpr int mostAtOnce = 2; // requests
    static constexpr int pageSize = 20;  // executions of one workflow; each carries its whole outputs

    ApprovalSource(ApiClient &api, const Pace &pace, QObject *parent = nullptr);

    void start(const Profile &profile, const Capabilities &capabilities); // the server can be reached: a round begins
    void pause();                                                         // it cannot: what is known stays, nothing is asked
    void clear();                                                         // another server or person: forgets everything
    void refresh();                                                       // at once, unless it is paused
    void note(const WorkflowExecution &execution);                        // somebody here began it, changed it or looks at it

    // Nothing for a key that is not there any more, or is being answered. An option that was not offered is not sent.
    void answer(const QString &key, const QString &optionId, const QString &comment);
    void stop(const QString &key); // the execution

    [[nodiscard]] const QList<WaitingApproval> &rows() const { return m_rows; }
    [[nodiscard]] bool isActive() const { return m_isActive; }
    [[nodiscard]] bool isLoading() const { return m_isActive && m_open > 0; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } // of the last round
    [[nodiscard]] const Profile &profile() const { return m_profile; }

Q_SIGNALS:
    void changed();
    void lapsed(const desk::WaitingApproval &row, const desk::Error &error); // an answer came to nothing for good
    void executionChanged(const desk::WorkflowExecution &execution);         // by an answer or a stop

private:
    using Job = std::function<void()>;
    struct Watched {
        WorkflowId workflow;
        int looks = 0;
    };

    void beginRound();
    void onWorkflows(const QList<Workflow> &workflows);
    void listWorkflow(const Workflow &workflow, ExecutionStatus status);
    void askSteps(const WorkflowExecution &execution);
    void lookAtWatched();
    void look(const ExecutionId &id);
    void run(Job job);
    void jobEnded(const Error *error, const WorkflowId &workflow);
    void endRound();
    void found(const WorkflowExecution &execution, const QList<StepExecution> &steps);
    void replaceRows(QList<WaitingApproval> next);
    void takeOne(const WorkflowExecution &execution, const QList<StepExecution> &steps);
    void schedule();
    void watchDeadlines();
    void onSent(const QString &key, const Result<WorkflowExecution> &outcome);
    void remove(const QString &key);
    [[nodiscard]] QList<WaitingApproval> rowsOf(const WorkflowExecution &execution, const QList<StepExecution> &steps) const;
    [[nodiscard]] WaitingApproval *find(const QString &key);
    [[nodiscard]] static std::optional<Error> lapse(const Error &error);

    ApiClient &m_api;
    Pace m_pace;
    Profile m_profile;
    bool m_resumes = false;
    QList<WaitingApproval> m_rows;
    QHash<WorkflowId, Workflow> m_workflows;
    QHash<ExecutionId, Watched> m_watched;
    QList<Job> m_jobs;              // of the round, not yet begun
    QList<WaitingApproval> m_found; // of the round
    QSet<WorkflowId> m_missed;      // that could not be asked for in it
    QTimer m_next;
    QTimer m_look;
    QTimer m_deadline;
    std::optional<Error> m_error;
    std::optional<Error> m_roundError;
    quint64 m_round = 0; // answers of an earlier one are dropped
    int m_open = 0;      // requests
    int m_failures = 0;  // rounds in a row
    bool m_isActive = false;
    bool m_isLoaded = false;
};

} // namespace desk
