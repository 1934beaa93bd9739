#pragma once

#include "domain/error.h"
#include "state/definitions/begundefinitions.h"
#include "state/executions/executionrecords.h"
#include "state/executions/executionstore.h"
#include "state/executions/workflowinputs.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace desk {

class ApiClient;
class DefinitionRecords;
class StoreThread;
class WorkflowSession;
class WorkflowStore;
class Workspace;

// What writing and running the workflows of the open workspace needs: their executions, what this computer keeps of those and of what
// workflows were given, and a session for each that is written. Lives in the GUI thread.
class WorkflowWork : public QObject
{
    Q_OBJECT
public:
    struct Services {
        ApiClient &api; // all outlive it
        Workspace &workspace;
        WorkflowStore &store;
        DefinitionRecords &definitions;
        StoreThread &user;
        StoreThread &cache;
    };

    explicit WorkflowWork(const Services &services, QObject *parent = nullptr);

    void open(const QString &account);   // AuthManager::account(), after TurnJournal::adopt()
    void forget(const QString &account); // in memory; the rows go with the account
    void clear();                        // another workspace
    void keepNow();                      // what is written in any session: to the drafts, which are flushed after it

    [[nodiscard]] ExecutionStore &executions() { return m_executions; }
    [[nodiscard]] ExecutionRecords &records() { return m_records; }
    [[nodiscard]] WorkflowInputs &inputs() { return m_inputs; }
    [[nodiscard]] BegunDefinitions &begun() { return m_begun; }
    [[nodiscard]] WorkflowSession *newSession(QObject *parent);

Q_SIGNALS:
    void notKept(const desk::Error &error); // the disk did not take something

private:
    Services m_services;
    ExecutionRecords m_records;
    WorkflowInputs m_inputs;
    ExecutionStore m_executions;
    BegunDefinitions m_begun;
    QList<QPointer<WorkflowSession>> m_sessions;
};

} // namespace desk
