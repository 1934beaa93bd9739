#pragma once

#include "domain/error.h"
#include "state/definitions/definitiondrafts.h"
#include "state/definitions/definitionhistory.h"
#include "state/definitions/definitionmarks.h"

#include <QObject>

namespace desk {

class AgentStore;
class StoreThread;
class ToolStore;
class WorkflowStore;

// All that this computer keeps of the definitions of one account: what they were, what is being written, what is marked. Lives in the GUI
// thread.
class DefinitionRecords : public QObject
{
    Q_OBJECT
public:
    explicit DefinitionRecords(StoreThread &store, QObject *parent = nullptr);

    // What its server lists becomes versions, where it is new (AG-26).
    void follow(AgentStore &agents);
    void follow(ToolStore &tools);
    void follow(WorkflowStore &workflows);
    void open(const QString &account);   // AuthManager::account()
    void forget(const QString &account); // in memory; the rows go with TurnJournal::removeAccount
    void flush();                        // to the disk now: the session ends

    [[nodiscard]] DefinitionHistory &history() { return m_history; }
    [[nodiscard]] DefinitionDrafts &drafts() { return m_drafts; }
    [[nodiscard]] DefinitionMarks &agentMarks() { return m_agentMarks; }
    [[nodiscard]] DefinitionMarks &trialMarks() { return m_trialMarks; } // what was made on the server for trials (ScratchCleaner)

Q_SIGNALS:
    void notKept(const desk::Error &error); // the disk did not take something

private:
    DefinitionHistory m_history;
    DefinitionDrafts m_drafts;
    DefinitionMarks m_agentMarks;
    DefinitionMarks m_trialMarks; // of kind Unknown: no definitions, and nobody else's marks
};

} // namespace desk
