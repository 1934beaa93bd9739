#pragma once

#include "state/workflows/nodeid.h"
#include "state/workflows/workflowproblem.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace desk {

class LiveProblems;
class PlainLabel;

// What is wrong with the workflow, the worst first, with what mends it (WF-15). Enter or a double click goes to the step; a button for each
// fix, which is one entry to be undone.
class ProblemsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemsPanel(LiveProblems &problems, QWidget *parent = nullptr); // which outlives it

    void setReadOnly(bool readOnly);       // nothing can be mended
    [[nodiscard]] QString summary() const; // "2 errors, 1 warning"; "No problems"

Q_SIGNALS:
    void problemActivated(desk::NodeId node, const QString &member); // Root: of the workflow itself

private:
    void build();
    void update();
    void updateFixes();
    void activate();
    [[nodiscard]] const WorkflowProblem *current() const;
    [[nodiscard]] static QString severityWord(WorkflowProblem::Severity severity);

    LiveProblems &m_problems;
    QList<WorkflowProblem> m_shown; // as the list has them
    PlainLabel *m_summary;
    QListWidget *m_list;
    QWidget *m_fixes;
    QList<QPushButton *> m_buttons;
    bool m_isReadOnly = false;
};

} // namespace desk
