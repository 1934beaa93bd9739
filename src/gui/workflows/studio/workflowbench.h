#pragma once

#include "domain/workflow.h"
#include <QPointer>
#include <QStackedWidget>

#include <functional>

namespace desk {

class AgentStore;
class BegunDefinitions;
class DataWindows;
class Dialogs;
class ExecutionStore;
class ToolStore;
class WorkflowInputs;
class WorkflowSession;
class WorkflowStore;
class WorkflowStudio;
class Workspace;

// The list of workflows, and in its place the studio while somebody draws, runs or looks at one. Leaving it loses nothing.
class WorkflowBench : public QStackedWidget
{
    Q_OBJECT
public:
    struct Services {
        Workspace &workspace; // all outlive it
        Dialogs &dialogs;
        WorkflowStore &workflows;
        AgentStore &agents;
        ToolStore *tools; // null: it is not known which there are
        ExecutionStore &executions;
        WorkflowInputs &inputs;
        std::function<WorkflowSession *(QObject *parent)> newSession;
        BegunDefinitions *begun = nullptr; // null: it is not known which were begun
    };

    WorkflowBench(QWidget *list, const Services &services, QWidget *parent = nullptr); // owns list
    ~WorkflowBench() override;

    void open(const Workflow &workflow);
    void create();
    void openBegun(const QString &draftId); // a new one that was never saved
    void createCopy(const Workflow &other);
    void run(const Workflow &workflow); // opens it, and asks for the input
    void showExecution(const Workflow &workflow, const ExecutionId &id);
    void close();
    [[nodiscard]] WorkflowStudio *studio() const; // null: the list is shown
    // Restores it as it once was, as a change that is not saved.
    void restore(const Workflow &workflow, const QJsonObject &version, const QString &text);

Q_SIGNALS:
    void saved(const desk::WorkflowId &id);
    void closed();

private:
    WorkflowSession *start();
    void letGo();
    void showSurroundings();

    Services m_services;
    QWidget *m_list;
    DataWindows *m_windows;
    QPointer<WorkflowSession> m_session;
    QPointer<WorkflowStudio> m_studio;
};

} // namespace desk
