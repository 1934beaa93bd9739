#pragma once

#include "domain/workflow.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace desk {

class FactView;
class StepModel;

// One workflow, read only: what it is for and the outline of its steps.
class WorkflowDetail : public QWidget
{
    Q_OBJECT
public:
    explicit WorkflowDetail(QWidget *parent = nullptr);

    void setWorkflow(const Workflow &workflow);
    void setVersions(bool offered); // whether somebody takes versionsRequested(); at first nobody

Q_SIGNALS:
    void versionsRequested();

private:
    QLabel *m_title;
    QPushButton *m_versions;
    QLabel *m_description;
    FactView *m_facts;
    QLabel *m_stepsLabel;
    StepModel *m_steps;
    QTreeView *m_outline;
};

} // namespace desk
