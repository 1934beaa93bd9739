#pragma once

#include "domain/result.h"
#include "localserver/routes/activerun.h"
#include "localserver/routes/turnbuilder.h"
#include "localserver/routes/turnsource.h"
#include "localserver/store/store.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace desk::server {

// Starts, cancels and ends runs. The ones of this process are worked on here; those of other processes on the same data are
// only looked at, through the store.
class RunService : public QObject
{
    Q_OBJECT
public:
    // approvalMs: see TurnBuilder.
    RunService(Store &store, TurnSource &source, const AgentCatalog &agents, const ToolCatalog &tools, const Providers &providers,
               int approvalMs, QObject *parent = nullptr);
    ~RunService() override;

    // Stores a new pending run of this process with its first log entries and starts it as soon as control is back in the event
    // loop, that is, after the caller's transaction. Fills in id, instance, status and times.
    RunRecord create(RunRecord record, const QList<ChatEvent> &opening = {});
    // A new run for the same message. Fails with NotFound, or Conflict when the run did not fail or something else is running.
    [[nodiscard]] Result<RunRecord> retry(const RunId &id);
    // False: it has ended already. The end comes within a second, whichever process works on it.
    [[nodiscard]] bool cancel(const RunId &id);

    // The person's word on the call that the run waits with. What it leads to comes as events of the run (APPR-02).
    [[nodiscard]] ApprovalReply answer(const RunRecord &record, bool isApproved, const QString &argumentsHash);

    // No request gets through any more, so no call is approved either.
    void expectNoAnswers();

    // Ends the runs of processes that died.
    void reap();
    [[nodiscard]] bool isIdle() const { return m_active.empty() && m_starting == 0; }
    [[nodiscard]] bool isOwn(const RunRecord &record) const { return record.instance == m_store.instances().self(); }
    // Every unfinished run of this process becomes interrupted. The process is about to end.
    void interruptAll();

Q_SIGNALS:
    void logged(const desk::RunId &id); // new events of a run
    void becameIdle();

private:
    void begin(const RunId &id);
    void forget(const RunId &id);
    void pollCancellations();

    Store &m_store;
    TurnSource &m_source;
    const AgentCatalog &m_agents;
    TurnBuilder m_builder;
    std::map<RunId, std::unique_ptr<ActiveRun>> m_active;
    QTimer m_cancelPoll; // other processes ask through the store
    int m_starting = 0;
    bool m_expectsAnswers = true;
};

} // namespace desk::server
