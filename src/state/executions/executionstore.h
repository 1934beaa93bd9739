#pragma once

#include "domain/error.h"
#include "domain/execution.h"
#include "domain/result.h"
#include "domain/workflow.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace desk {

class ApiClient;
class ExecutionFollow;
class ExecutionRecords;
class WorkflowInputs;
class Workspace;

// The executions of one workflow at a time, newest first (WF-26), and what can be done to them. Without its server: those this computer
// kept. What was asked for is answered in the GUI thread, never after context is gone; also a failure. Lives in the GUI thread.
class ExecutionStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageSize = 20; // every row carries its whole outputs (contract 6.3 #32)

    using Done = std::function<void(const Result<WorkflowExecution> &execution)>;

    ExecutionStore(ApiClient &api, Workspace &workspace, ExecutionRecords &records, WorkflowInputs &inputs, QObject *parent = nullptr);

    void look(const WorkflowId &workflow); // empty: at none
    void refresh();
    void loadMore();
    void setVisible(bool visible); // on screen: asks every few seconds while one is at work
    void clear();                  // another workspace

    [[nodiscard]] const WorkflowId &workflow() const { return m_workflow; }
    [[nodiscard]] const QList<WorkflowExecution> &executions() const { return m_executions; } // without outputs
    [[nodiscard]] bool isKept() const { return m_isKept; } // as this computer kept them: the server was not reached
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; } // the last time that the list was asked for
    [[nodiscard]] bool canLoadMore() const { return m_mayHaveMore && !m_isKept; }
    // False: the server forgets a person's answer and the execution never goes on (contract 3.5); it can only be stopped.
    [[nodiscard]] bool resumesAfterApproval() const;

    void start(const Workflow &workflow, const QJsonObject &input, QObject *context, Done done);
    void stop(const ExecutionId &id, QObject *context, Done done);
    void approve(const ExecutionId &id, const Approval &approval, QObject *context, Done done);
    void resume(const ExecutionId &id, ResumeFrom from, QObject *context, Done done);

    // Somebody else here has changed it: an answer from the page of what waits.
    void note(const WorkflowExecution &execution);
    // Of one execution; the caller owns it.
    [[nodiscard]] std::unique_ptr<ExecutionFollow> newFollow();

Q_SIGNALS:
    void executionsChanged();
    void loadingChanged();
    void failed(const desk::Error &error);                            // of the list
    void executionReceived(const desk::WorkflowExecution &execution); // from the server, of one that somebody looks at
    void executionChanged(const desk::WorkflowExecution &execution);  // the answer to what somebody did, wherever it is shown

private:
    void load(qsizetype offset);
    void takePage(const QList<WorkflowExecution> &page, qsizetype offset);
    void readKept();
    void apply(const WorkflowExecution &execution);
    void noteNewer(const WorkflowExecution &execution);
    void removeMissing(const QList<WorkflowExecution> &page);
    void takeFollowed(const WorkflowExecution &execution);
    [[nodiscard]] Done applied(QObject *context, Done done);

    ApiClient &m_api;
    Workspace &m_workspace;
    ExecutionRecords &m_records;
    WorkflowInputs &m_inputs;
    WorkflowId m_workflow;
    QList<WorkflowExecution> m_executions;
    QTimer m_poll;
    QSet<ExecutionId> m_newer; // told of since the list was asked for, which may not know it yet
    qsizetype m_listed = 0;    // as many of the newest are there without a gap
    quint64 m_generation = 0;  // of the workflow looked at
    bool m_loading = false;
    bool m_loaded = false;
    bool m_hasFailed = false;
    bool m_isKept = false;
    bool m_mayHaveMore = false;
};

} // namespace desk
