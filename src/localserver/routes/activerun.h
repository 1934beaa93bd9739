#pragma once

#include "localserver/engine/turn.h"
#include "localserver/routes/agentcatalog.h"
#include "localserver/store/store.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace desk::server {

// One turn this process works on. Everything it says is in the log before anybody hears of it (LOC-15); answer text is
// gathered for a moment so that a fast model does not cost a disk write per token. When the store fails (disk full) nothing is
// lost: the events wait in memory and are written again later.
class ActiveRun : public QObject
{
    Q_OBJECT
public:
    ActiveRun(Store &store, const AgentCatalog &agents, RunRecord record, std::unique_ptr<Turn> turn, QObject *parent = nullptr);
    ~ActiveRun() override;

    void start();
    void cancel(); // finished() follows within a second
    [[nodiscard]] ApprovalReply answer(bool isApproved, const QString &argumentsHash) { return m_turn->answer(isApproved, argumentsHash); }
    void expectNoAnswers() { m_turn->expectNoAnswers(); }
    [[nodiscard]] std::optional<CustomTool> waitingFor() const { return m_turn->waitingFor(); }
    // The process ends: keeps what was said, as interrupted. No signals follow.
    void interrupt();

    [[nodiscard]] const RunId &id() const { return m_record.run.id; }

Q_SIGNALS:
    void logged();   // new events are in the log
    void finished(); // the run has ended, or its row is gone

private:
    void onEvent(const ChatEvent &event);
    void onOutcome(const TurnOutcome &outcome);
    void merge(const ChatEvent &event);
    void write();
    [[nodiscard]] bool writeEvents();
    void retryLater();

    Store &m_store;
    const AgentCatalog &m_agents;
    RunRecord m_record;
    std::unique_ptr<Turn> m_turn;
    QList<ChatEvent> m_pending;
    std::optional<TurnOutcome> m_outcome;
    QTimer m_writer;
    bool m_ended = false;
};

} // namespace desk::server
