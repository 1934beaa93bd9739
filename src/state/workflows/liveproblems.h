#pragma once

#include "state/workflows/nodeid.h"
#include "state/workflows/workflowproblem.h"
#include "state/workflows/workflowsurroundings.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

namespace desk {

class WorkflowEditing;
class WorkflowGraph;

// What is wrong with the workflow that is being edited, soon after each edit (WF-15): looked for beside the window's thread, so that nobody
// who types waits for it. Between an edit and its answer the problems before it stay. Lives in the GUI thread.
class LiveProblems : public QObject
{
    Q_OBJECT
public:
    explicit LiveProblems(WorkflowEditing &editing, QObject *parent = nullptr); // editing outlives it

    void setSurroundings(const WorkflowSurroundings &known);
    [[nodiscard]] const WorkflowGraph &graph() const;
    [[nodiscard]] const QList<WorkflowProblem> &problems() const { return m_problems; }
    [[nodiscard]] NodeId nodeOf(const WorkflowProblem &problem) const; // Root: the workflow itself, or its step is gone
    [[nodiscard]] QList<WorkflowProblem> problemsOf(NodeId node) const;
    [[nodiscard]] int count(WorkflowProblem::Severity severity) const;
    [[nodiscard]] bool isCurrent() const { return m_asked == m_answered; } // of the workflow as it is now

    void apply(const WorkflowFix &fix); // as one entry that can be undone; of an older state it may do nothing

Q_SIGNALS:
    void changed(); // problems() or isCurrent()

private:
    void askSoon();
    void ask();

    WorkflowEditing &m_editing;
    WorkflowSurroundings m_known;
    QList<WorkflowProblem> m_problems;
    QTimer m_soon;
    quint64 m_asked = 0;
    quint64 m_answered = 0;
    bool m_isAsking = false;
};

} // namespace desk
