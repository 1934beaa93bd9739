#pragma once

#include "domain/result.h"
#include "localserver/engine/workflow/workflowmachine.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace desk::server {

// Starts, stops, answers, resumes and ends executions of workflows. The ones of this process are worked on here; those of other processes
// on the same data are only looked at, through the store. One that waits for people outlives its process: the next one takes it over.
class ExecutionService : public QObject
{
    Q_OBJECT
public:
    explicit ExecutionService(const WorkflowParts &parts, QObject *parent = nullptr);
    ~ExecutionService() override;

    // A new pending execution of this process, started as soon as control is back in the event loop.
    ExecutionRecord create(const QJsonObject &workflow, const QJsonObject &input, const QJsonObject &guardrails);
    // Fails with NotFound, or Conflict when it neither failed nor was stopped. Without fromStart what was finished is kept.
    [[nodiscard]] Result<> resume(const ExecutionId &id, bool fromStart);
    // False: it has ended already. The end comes within a second, whichever process works on it.
    [[nodiscard]] bool stop(const ExecutionId &id);
    // Null where this process does not work on it.
    [[nodiscard]] WorkflowMachine *machine(const ExecutionId &id);

    void reap(); // ends the executions of processes that died, and takes over those that wait
    [[nodiscard]] bool isOwn(const ExecutionRecord &record) const { return record.instance == m_parts.store.instances().self(); }
    [[nodiscard]] bool isIdle() const; // nothing but people is waited for
    void interruptAll();               // the process is about to end

Q_SIGNALS:
    void logged(const desk::ExecutionId &id); // new events of an execution
    void becameIdle();

private:
    void beginLater(const ExecutionId &id);
    void begin(const ExecutionId &id);
    void forget(const ExecutionId &id);
    void takeOver(const ExecutionId &id, const QString &from);
    void pollStops();

    WorkflowParts m_parts;
    std::map<ExecutionId, std::unique_ptr<WorkflowMachine>> m_active;
    QTimer m_stopPoll; // other processes ask through the store
    int m_starting = 0;
};

} // namespace desk::server
