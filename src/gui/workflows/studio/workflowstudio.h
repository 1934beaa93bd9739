#pragma once

#include "domain/error.h"
#include "domain/workflow.h"
#include "gui/chat/table/tabledata.h"
#include "gui/workflows/inspector/inspectorsurroundings.h"
#include "state/workflows/nodeid.h"
#include "state/workflows/workflowsurroundings.h"

#include <QWidget>

#include <memory>

class QPushButton;
class QTabWidget;
class QToolButton;

namespace desk {

class ConflictView;
class Dialogs;
class ElidedLabel;
class ErrorBanner;
class ExecutionOverlay;
class ExecutionsPane;
class ExecutionStore;
class LiveProblems;
class PlainLabel;
class ProblemsPanel;
class RemarkLabel;
class SimulationPane;
class StepInspector;
class WorkflowCanvas;
class WorkflowFieldsEditor;
class WorkflowInputs;
class WorkflowSession;

// One workflow to be drawn, checked, run and looked at (D-60, D-61): canvas and outline, the fields of the chosen step and of the workflow,
// what is wrong with it, and its executions, which are drawn over the canvas while their tab is open. Closing loses nothing: what is not
// saved is a draft.
class WorkflowStudio : public QWidget
{
    Q_OBJECT
public:
    struct Services {
        WorkflowSession &session; // all outlive it
        ExecutionStore &executions;
        WorkflowInputs &inputs;
        Dialogs &dialogs;
    };

    explicit WorkflowStudio(const Services &services, QWidget *parent = nullptr);
    ~WorkflowStudio() override;

    void setSurroundings(const InspectorSurroundings &fields, const WorkflowSurroundings &rules);
    [[nodiscard]] WorkflowCanvas &canvas() const { return *m_canvas; }
    [[nodiscard]] ExecutionsPane &executions() const { return *m_executions; }
    void focusCanvas();
    void showExecution(const ExecutionId &id); // of this workflow
    void run();                                // asks for the input

Q_SIGNALS:
    void closeRequested();
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

private:
    QWidget *buildHead();
    QWidget *buildBody();
    void connectAll();
    void takeWorkflow();
    void showKnown();
    void updateHead();
    void updateButtons();
    void showConflict();
    void save();
    void updateRun();
    void showStep(NodeId node);
    void goTo(NodeId node, const QString &member);
    void showOverlay();
    void discard();
    void onSaved(const WorkflowId &id, const QStringList &notKept, const QStringList &alsoChanged);
    void onDraftTaken(const QDateTime &at);
    void showFailure(const Error &error);

    Services m_services;
    std::unique_ptr<LiveProblems> m_problems;
    WorkflowCanvas *m_canvas;
    StepInspector *m_step;
    WorkflowFieldsEditor *m_fields;
    ExecutionsPane *m_executions;
    SimulationPane *m_simulation;
    ProblemsPanel *m_panel;
    ExecutionOverlay *m_overlay;
    ErrorBanner *m_banner;
    ElidedLabel *m_title;
    PlainLabel *m_state;
    RemarkLabel *m_remark;
    QToolButton *m_wrong; // what is wrong, counted; opens the list
    QPushButton *m_save;
    QPushButton *m_discard;
    QPushButton *m_run;
    QPushButton *m_close;
    QTabWidget *m_side;
    QWidget *m_body = nullptr;
    ConflictView *m_conflict; // in place of the body until it is decided
    InspectorSurroundings m_known;
    ExecutionId m_sampled; // whose outputs the simulation has
};

} // namespace desk
