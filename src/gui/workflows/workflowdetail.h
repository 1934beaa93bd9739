#pragma once

#include "domain/workflow.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace desk {

class FactView;
class StepModel;

// One workflow to look at: what it is for, the outline of its steps, and what can be done with it.
class WorkflowDetail : public QWidget
{
    Q_OBJECT
public:
    explicit WorkflowDetail(QWidget *parent = nullptr);

    void setWorkflow(const Workflow &workflow);
    void setVersions(bool offered); // whether somebody takes versionsRequested(); at first nobody
    void setStudio(bool offered);   // the same of the four that write and run

Q_SIGNALS:
    void versionsRequested();
    void openRequested();
    void runRequested();
    void copyRequested();
    void removeRequested();

private:
    void buildActions();

    QLabel *m_title;
    QPushButton *m_versions;
    QWidget *m_actions;
    QPushButton *m_open;
    QPushButton *m_run;
    QPushButton *m_copy;
    QPushButton *m_remove;
    QLabel *m_description;
    FactView *m_facts;
    QLabel *m_stepsLabel;
    StepModel *m_steps;
    QTreeView *m_outline;
};

} // namespace desk
