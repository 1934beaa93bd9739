#pragma once

#include "domain/error.h"
#include "domain/workflow.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace desk {

class PlainLabel;
class RemarkLabel;
class SchemaEditor;
class WorkflowInputs;

// What a workflow is to be run with: a form from its input schema with the JSON beside it, presets, and the last inputs (WF-18). Runs
// nothing itself: whoever made it starts the run, and says how that ended. Not modal; closes and deletes itself once the run has begun.
class WorkflowRunDialog : public QDialog
{
    Q_OBJECT
public:
    WorkflowRunDialog(const Workflow &workflow, WorkflowInputs &inputs, QWidget *parent = nullptr); // inputs outlive it

    void setInput(const QJsonObject &input); // of a run that is to be repeated
    void setObstacle(const QString &words);  // why nothing can be started now; empty: nothing in the way
    void noteStarted();                      // the answer to runRequested()
    void noteFailed(const Error &error);

Q_SIGNALS:
    void runRequested(const QJsonObject &input);

private:
    void build();
    void fillChoices();
    void takeChoice(int index);
    void updateButtons();
    void request();
    void keepPreset();
    void removePreset();
    void endNaming();
    [[nodiscard]] QString lineOf(const QJsonObject &input) const;

    Workflow m_workflow;
    WorkflowInputs &m_inputs;
    PlainLabel *m_note;
    QComboBox *m_from;
    QPushButton *m_removePreset;
    SchemaEditor *m_editor;
    QWidget *m_naming;
    QLineEdit *m_name;
    QPushButton *m_keepName;
    RemarkLabel *m_problem;
    QPushButton *m_keep;
    QPushButton *m_cancel;
    QPushButton *m_run;
    QString m_obstacle;
    bool m_isStarting = false;
};

} // namespace desk
