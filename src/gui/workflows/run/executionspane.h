#pragma once

#include "domain/error.h"
#include "domain/workflow.h"
#include "gui/chat/table/tabledata.h"
#include "state/executions/executionreplay.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QPushButton;
class QSplitter;
class QTableView;

namespace desk {

class Dialogs;
class ErrorBanner;
class ExecutionFollow;
class ExecutionListModel;
class ExecutionStore;
class ExecutionView;
class PlainLabel;
class WorkflowInputs;
class WorkflowRunDialog;

// The executions of one workflow: their list, the one that is chosen, and starting, stopping, repeating and comparing them (WF-18, WF-22 …
// WF-26).
class ExecutionsPane : public QWidget
{
    Q_OBJECT
public:
    ExecutionsPane(ExecutionStore &store, WorkflowInputs &inputs, Dialogs &dialogs, QWidget *parent = nullptr); // they outlive it
    ~ExecutionsPane() override;

    void setNarrow();                             // the list above the chosen one
    void setWorkflow(const Workflow &workflow);   // an empty id: none
    void setRunObstacle(const QString &words);    // why it cannot be run now: unsaved changes, no connection; empty: nothing
    void choose(const ExecutionId &id);           // also one that the list does not show
    void startRun(const QJsonObject &input = {}); // opens the window that asks for the input
    [[nodiscard]] ExecutionView *view() const { return m_view; }

Q_SIGNALS:
    void momentChanged(const QHash<QString, desk::StepMoment> &moments); // of the one that is shown; empty: none is
    void stepChosen(const QString &stepId);
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildTable();
    void connectAll();
    void update();
    void updateButtons();
    void showCurrent();
    void chooseShown();
    void showFailure(const Error &error);
    void start(const QJsonObject &input);
    void stop(const ExecutionId &id);
    void resume(const ExecutionId &id);
    void compare();
    void compareWhenKnown();
    [[nodiscard]] QList<ExecutionId> chosen() const;

    ExecutionStore &m_store;
    WorkflowInputs &m_inputs;
    Dialogs &m_dialogs;
    Workflow m_workflow;
    ExecutionListModel *m_model;
    ErrorBanner *m_banner;
    PlainLabel *m_note;
    QPushButton *m_run;
    QPushButton *m_compare;
    QPushButton *m_more;
    QTableView *m_table;
    QSplitter *m_splitter;
    ExecutionView *m_view;
    QPointer<WorkflowRunDialog> m_dialog;
    std::unique_ptr<ExecutionFollow> m_before; // of a comparison that is being prepared
    std::unique_ptr<ExecutionFollow> m_after;
    QString m_obstacle;
    QString m_listProblem; // that the banner tells of
};

} // namespace desk
