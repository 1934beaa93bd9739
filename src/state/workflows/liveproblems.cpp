#include "state/workflows/liveproblems.h"

#include "state/inpool.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"
#include "state/workflows/workflowproblems.h"

#include <algorithm>

namespace desk {

namespace {

constexpr int soonMs = 60; // one answer for a word that is typed quickly

} // namespace

LiveProblems::LiveProblems(WorkflowEditing &editing, QObject *parent)
    : QObject(parent)
    , m_editing(editing)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &LiveProblems::ask);
    connect(&editing, &WorkflowEditing::changed, this, &LiveProblems::askSoon);
    connect(&editing.graph(), &WorkflowGraph::reset, this, &LiveProblems::askSoon);
    askSoon();
}

void LiveProblems::setSurroundings(const WorkflowSurroundings &known)
{
    m_known = known;
    askSoon();
}

void LiveProblems::askSoon()
{
    ++m_asked;
    if (!m_isAsking && !m_soon.isActive())
        m_soon.start();
}

void LiveProblems::ask()
{
    m_isAsking = true;
    runInPool([definition = m_editing.graph().definition(), known = m_known] { return workflowProblems(definition, known); }, this,
              [this, asked = m_asked](const QList<WorkflowProblem> &problems) {
                  m_isAsking = false;
                  m_answered = asked;
                  m_problems = problems;
                  if (!isCurrent())
                      m_soon.start();
                  Q_EMIT changed();
              });
}

const WorkflowGraph &LiveProblems::graph() const
{
    return m_editing.graph();
}

NodeId LiveProblems::nodeOf(const WorkflowProblem &problem) const
{
    return problem.path.isEmpty() ? NodeId::Root : m_editing.graph().nodeAt(problem.path);
}

QList<WorkflowProblem> LiveProblems::problemsOf(NodeId node) const
{
    const QList<int> path = node == NodeId::Root ? QList<int>() : m_editing.graph().path(node);
    QList<WorkflowProblem> out;
    std::copy_if(m_problems.cbegin(), m_problems.cend(), std::back_inserter(out),
                 [&path](const WorkflowProblem &problem) { return problem.path == path; });
    return out;
}

int LiveProblems::count(WorkflowProblem::Severity severity) const
{
    return static_cast<int>(std::count_if(m_problems.cbegin(), m_problems.cend(),
                                          [severity](const WorkflowProblem &problem) { return problem.severity == severity; }));
}

void LiveProblems::apply(const WorkflowFix &fix)
{
    m_editing.replaceDefinition(withFix(m_editing.graph().definition(), fix), fix.text);
}

} // namespace desk
