#include "state/workflows/definitionchange.h"

#include "state/workflows/editrecorder.h"
#include "state/workflows/workflowgraph.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The places of a longest rising row: these stay, all others move.
QList<qsizetype> longestRise(const QList<int> &values)
{
    QList<qsizetype> tails; // the place of the smallest value a row of that length ends with
    QList<qsizetype> before(values.size(), -1);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto isLess = [&values](qsizetype place, int value) { return values.at(place) < value; };
        const auto tail = std::lower_bound(tails.begin(), tails.end(), values.at(i), isLess);
        if (tail != tails.begin())
            before[i] = *std::prev(tail);
        if (tail == tails.end())
            tails.append(i);
        else
            *tail = i;
    }
    QList<qsizetype> out;
    for (qsizetype place = tails.isEmpty() ? -1 : tails.constLast(); place >= 0; place = before.at(place))
        out.prepend(place);
    return out;
}

} // namespace

DefinitionChange::DefinitionChange(WorkflowGraph &graph, EditRecorder &recorder)
    : m_graph(graph)
    , m_recorder(recorder)
{
}

void DefinitionChange::apply(const QJsonObject &definition)
{
    m_old = m_graph.nodes();
    quint64 next = 1;
    m_target.set(definition, [&next] { return static_cast<NodeId>(next++); });
    match();
    m_recorder.change(NodeId::Root, m_target.root()->own);
    removeLeft(false);
    place(*m_target.root(), NodeId::Root);
    removeLeft(true);
    if (m_graph.definition() == definition)
        return;
    m_recorder.rollBack(); // steps in too great a depth: all anew
    m_recorder.change(NodeId::Root, m_target.root()->own);
    const QList<NodeId> old = m_graph.children(NodeId::Root);
    for (const NodeId node : old)
        m_recorder.remove(node);
    for (const GraphNode *child : std::as_const(m_target.root()->children))
        m_recorder.insert(m_target.json(*child), NodeId::Root, child->index);
}

void DefinitionChange::match()
{
    m_nodes.insert(NodeId::Root, NodeId::Root);
    m_targets.insert(NodeId::Root, NodeId::Root);
    matchByIds();
    matchByKinds(*m_target.root());
}

void DefinitionChange::matchByIds()
{
    QHash<QString, QList<NodeId>> known;
    const QList<NodeId> nodes = m_graph.nodes();
    for (const NodeId node : nodes) {
        if (const QString id = m_graph.stepId(node); !id.isEmpty())
            known[id].append(node);
    }
    const QList<NodeId> targets = m_target.idsIn(*m_target.root());
    for (const NodeId id : targets) {
        const GraphNode &target = *m_target.find(id);
        const auto found = known.find(target.stepId());
        if (found != known.end() && !found->isEmpty() && canBe(found->constFirst(), target))
            pair(id, found->takeFirst());
    }
}

void DefinitionChange::matchByKinds(const GraphNode &container)
{
    const auto matched = m_nodes.constFind(container.id);
    if (matched == m_nodes.cend())
        return;
    QHash<QString, QList<NodeId>> left;
    const QList<NodeId> children = m_graph.children(*matched);
    for (const NodeId node : children) {
        if (!m_targets.contains(node))
            left[m_graph.type(node)].append(node);
    }
    for (const GraphNode *child : container.children) {
        QList<NodeId> &same = left[child->type()];
        if (!m_nodes.contains(child->id) && !same.isEmpty() && canBe(same.constFirst(), *child))
            pair(child->id, same.takeFirst());
        matchByKinds(*child);
    }
}

void DefinitionChange::pair(NodeId target, NodeId node)
{
    m_nodes.insert(target, node);
    m_targets.insert(node, target);
}

bool DefinitionChange::canBe(NodeId node, const GraphNode &target) const
{
    return target.isContainer() || m_graph.children(node).isEmpty();
}

bool DefinitionChange::isMatchedWithin(const GraphNode &target) const
{
    return std::any_of(target.children.begin(), target.children.end(),
                       [this](const GraphNode *child) { return m_nodes.contains(child->id) || isMatchedWithin(*child); });
}

bool DefinitionChange::holdsMatched(NodeId node) const
{
    const QList<NodeId> children = m_graph.children(node);
    return std::any_of(children.begin(), children.end(), [this](NodeId child) { return m_targets.contains(child) || holdsMatched(child); });
}

void DefinitionChange::removeLeft(bool alsoHolding)
{
    for (const NodeId node : std::as_const(m_old)) {
        if (m_graph.contains(node) && !m_targets.contains(node) && (alsoHolding || !holdsMatched(node)))
            m_recorder.remove(node);
    }
}

// Outer steps first, so that what moves into them finds them in their place.
void DefinitionChange::place(const GraphNode &target, NodeId node)
{
    const QSet<NodeId> still = staying(target, node);
    qsizetype next = 0;
    for (const GraphNode *child : target.children) {
        const NodeId known = m_nodes.value(child->id, NodeId::Root);
        if (known == NodeId::Root) {
            const bool isWhole = !isMatchedWithin(*child);
            const NodeId made =
                m_recorder.insert(isWhole || !child->foreign.isUndefined() ? m_target.json(*child) : QJsonValue(child->own), node, next);
            if (made == NodeId::Root)
                return; // apply() begins anew
            pair(child->id, made);
            if (isWhole) {
                next = m_graph.index(made) + 1;
                continue;
            }
        } else if (!still.contains(known)) {
            const bool isBefore = m_graph.container(known) == node && m_graph.index(known) < next;
            m_recorder.move(known, node, isBefore ? next - 1 : next);
        }
        const NodeId placed = m_nodes.value(child->id);
        takeOver(*child, placed);
        place(*child, placed);
        if (m_recorder.hasFailed())
            return;
        next = m_graph.index(placed) + 1;
    }
}

QSet<NodeId> DefinitionChange::staying(const GraphNode &target, NodeId node) const
{
    QList<NodeId> here;
    QList<int> places;
    for (const GraphNode *child : target.children) {
        const NodeId known = m_nodes.value(child->id, NodeId::Root);
        if (known == NodeId::Root || m_graph.container(known) != node)
            continue;
        here.append(known);
        places.append(m_graph.index(known));
    }
    QSet<NodeId> out;
    const QList<qsizetype> rise = longestRise(places);
    for (const qsizetype place : rise)
        out.insert(here.at(place));
    return out;
}

void DefinitionChange::takeOver(const GraphNode &target, NodeId node)
{
    if (target.foreign.isUndefined())
        m_recorder.change(node, target.own);
    else
        m_recorder.changeForeign(node, target.foreign);
}

} // namespace desk
