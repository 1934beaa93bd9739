#include "state/workflows/workflowindex.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>
#include <queue>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString folded(const QString &id)
{
    QString out;
    for (const QChar c : id) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

template <typename Key>
void addFirst(QHash<Key, qsizetype> &hash, const Key &key, qsizetype at)
{
    if (!hash.contains(key))
        hash.insert(key, at);
}

} // namespace

WorkflowIndex::WorkflowIndex(const QJsonObject &definition, bool knowsDisabled)
    : m_knowsDisabled(knowsDisabled)
{
    add(definition.value("steps"_L1).toArray(), {}, -1);
    findReachable();
    findJumps();
}

void WorkflowIndex::add(const QJsonArray &list, const StepPath &container, qsizetype parent)
{
    qsizetype before = -1;
    for (int position = 0; position < list.size(); ++position) {
        if (m_steps.size() >= mostSteps || container.size() >= steppath::mostDepth) {
            m_isComplete = false;
            return;
        }
        const QJsonValue value = list.at(position);
        const qsizetype at = m_steps.size();
        IndexedStep step{container + StepPath{position}, value.toObject(), {}, {}, value.isObject(), false, parent, position, -1, before};
        step.id = step.step.value("id"_L1).toString();
        step.kind = wire::workflowStepKind(step.step);
        step.isDisabled = m_knowsDisabled && wire::isDisabledStep(step.step);
        if (!step.id.isEmpty()) {
            ++m_counts[step.id];
            addFirst(m_byId, step.id, at);
            addFirst(m_bySimilarId, folded(step.id), at);
            addFirst(m_byListAndId, std::pair(parent, step.id), at);
        }
        if (before >= 0)
            m_steps[before].next = at;
        before = at;
        if (parent < 0)
            m_outermost.append(at);
        m_steps.append(step);
        add(wire::nestedSteps(step.step), step.path, at);
    }
}

qsizetype WorkflowIndex::inList(qsizetype parent, const QString &id) const
{
    return m_byListAndId.value({parent, id}, -1);
}

qsizetype WorkflowIndex::similar(const QString &id) const
{
    return m_bySimilarId.value(folded(id), -1);
}

qsizetype WorkflowIndex::target(const IndexedStep &step, QLatin1StringView member) const
{
    if (step.parent >= 0 || step.isDisabled || step.kind.value() != wire::WorkflowStepKind::Condition)
        return -1;
    const QString id = step.step.value("condition"_L1).toObject().value(member).toString();
    return id.isEmpty() ? -1 : inList(-1, id);
}

qsizetype WorkflowIndex::thenTarget(const IndexedStep &step) const
{
    return target(step, "then_step"_L1);
}

qsizetype WorkflowIndex::elseTarget(const IndexedStep &step) const
{
    return target(step, "else_step"_L1);
}

bool WorkflowIndex::neverGoesOn(const IndexedStep &step) const
{
    const qsizetype yes = thenTarget(step);
    const qsizetype no = elseTarget(step);
    return yes >= 0 && no >= 0 && yes != step.next && no != step.next;
}

QList<qsizetype> WorkflowIndex::successors(const IndexedStep &step) const
{
    const qsizetype yes = thenTarget(step);
    const qsizetype no = elseTarget(step);
    return {yes >= 0 ? yes : step.next, no >= 0 ? no : step.next};
}

void WorkflowIndex::findReachable()
{
    m_reached.fill(false, m_outermost.size());
    QList<qsizetype> waiting = m_outermost.mid(0, 1);
    while (!waiting.isEmpty()) {
        const qsizetype at = waiting.takeLast();
        if (at < 0 || m_reached.at(m_steps.at(at).position))
            continue;
        m_reached[m_steps.at(at).position] = true;
        waiting += successors(m_steps.at(at));
    }
}

void WorkflowIndex::findJumps()
{
    QList<StepJump> forward;
    m_backFrom.fill(-1, m_outermost.size());
    for (const qsizetype at : std::as_const(m_outermost)) {
        const IndexedStep &from = m_steps.at(at);
        if (!m_reached.at(from.position))
            continue;
        for (const qsizetype to : successors(from)) {
            if (to < 0)
                continue;
            const int position = m_steps.at(to).position;
            if (position > from.position + 1)
                forward.append({from.position, position});
            else if (position <= from.position)
                m_backFrom[position] = std::max(m_backFrom.at(position), from.position);
        }
    }
    for (qsizetype i = 1; i < m_backFrom.size(); ++i)
        m_backFrom[i] = std::max(m_backFrom.at(i), m_backFrom.at(i - 1));
    findLandings(forward);
}

// Jumps come in the order of where they begin.
void WorkflowIndex::findLandings(const QList<StepJump> &jumps)
{
    std::priority_queue<qsizetype, std::vector<qsizetype>, std::greater<>> open;
    qsizetype next = 0;
    m_landings.fill(std::numeric_limits<int>::max(), m_outermost.size());
    for (qsizetype position = 0; position < m_outermost.size(); ++position) {
        for (; next < jumps.size() && jumps.at(next).from < position; ++next)
            open.push(jumps.at(next).to);
        while (!open.empty() && open.top() <= position)
            open.pop();
        if (!open.empty())
            m_landings[position] = int(open.top());
    }
}

const IndexedStep &WorkflowIndex::outer(const IndexedStep &step) const
{
    return step.parent < 0 ? step : m_steps.at(m_outermost.at(step.path.constFirst()));
}

bool WorkflowIndex::isReachable(const IndexedStep &step) const
{
    return m_reached.at(outer(step).position);
}

bool WorkflowIndex::mayBePassed(const IndexedStep &passed, const IndexedStep &until) const
{
    return passed.parent < 0 && m_landings.at(passed.position) <= outer(until).position;
}

bool WorkflowIndex::mayHaveRun(const IndexedStep &later, const IndexedStep &step) const
{
    return later.parent < 0 && m_backFrom.at(outer(step).position) >= later.position;
}

} // namespace desk
