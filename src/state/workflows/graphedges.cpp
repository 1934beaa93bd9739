#include "state/workflows/graphedges.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = GraphEdge::Kind;
using Places = QHash<QString, qsizetype>; // of ids among the steps, the first of them

class EdgeList
{
public:
    EdgeList(const QList<EdgeStep> &steps, const QList<NodeId> &nodes, EdgeRule rule)
        : m_steps(steps)
        , m_nodes(nodes)
        , m_rule(rule)
        , m_endsBranch(steps.size(), false)
    {
        for (qsizetype i = 0; i < steps.size(); ++i) {
            if (!steps.at(i).id.isEmpty() && !m_places.contains(steps.at(i).id))
                m_places.insert(steps.at(i).id, i);
        }
        if (rule == EdgeRule::Branches)
            findEnds();
    }

    [[nodiscard]] QList<GraphEdge> edges()
    {
        for (qsizetype i = 0; i < m_steps.size(); ++i) {
            addNext(i);
            addBranches(i);
            addIgnored(i);
        }
        return m_edges;
    }

private:
    [[nodiscard]] qsizetype place(const QString &id) const { return id.isEmpty() ? -1 : m_places.value(id, -1); }
    [[nodiscard]] bool hasNext(qsizetype i) const { return i + 1 < m_steps.size(); }
    void add(qsizetype from, qsizetype to, Kind kind) { m_edges.append({m_nodes.at(from), m_nodes.at(to), kind}); }

    // A branch that begins further down than the other runs after it as well: what is in front of its first step ends the other.
    void findEnds()
    {
        for (qsizetype i = 0; i < m_steps.size(); ++i) {
            if (!m_steps.at(i).isCondition)
                continue;
            const auto target = [&](const QString &id) { return place(id) < 0 ? i + 1 : place(id); };
            const auto [first, second] = std::minmax({target(m_steps.at(i).thenStep), target(m_steps.at(i).elseStep)});
            if (first > i && second > first && second < m_steps.size())
                m_endsBranch[second - 1] = true;
        }
    }

    void addNext(qsizetype i)
    {
        if (!hasNext(i) || m_rule == EdgeRule::None)
            return;
        if (m_rule == EdgeRule::Sequence || !m_steps.at(i).isCondition)
            add(i, i + 1, m_endsBranch.at(i) ? Kind::FallThrough : Kind::Sequence);
    }

    void addBranches(qsizetype i)
    {
        if (!m_steps.at(i).isCondition)
            return;
        addBranch(i, place(m_steps.at(i).thenStep), Kind::Then, Kind::ThenNext);
        addBranch(i, place(m_steps.at(i).elseStep), Kind::Else, Kind::ElseNext);
    }

    void addBranch(qsizetype i, qsizetype target, Kind known, Kind unknown)
    {
        if (target >= 0)
            add(i, target, m_rule == EdgeRule::Branches ? known : Kind::IgnoredBranch);
        else if (m_rule == EdgeRule::Branches && hasNext(i))
            add(i, i + 1, unknown);
    }

    // Where it says what happens anyway, nothing is ignored.
    void addIgnored(qsizetype i)
    {
        const qsizetype target = place(m_steps.at(i).nextStep);
        const bool happens = target == i + 1 && m_rule != EdgeRule::None;
        if (target >= 0 && !happens)
            add(i, target, Kind::IgnoredNext);
    }

    const QList<EdgeStep> &m_steps;
    const QList<NodeId> &m_nodes;
    EdgeRule m_rule;
    QList<bool> m_endsBranch;
    Places m_places;
    QList<GraphEdge> m_edges;
};

} // namespace

EdgeStep edgeStepOf(const QJsonObject &step)
{
    EdgeStep out;
    out.id = step.value("id"_L1).toString();
    out.nextStep = step.value("next_step"_L1).toString();
    out.isCondition = step.value("type"_L1) == "condition"_L1;
    if (out.isCondition) {
        const QJsonObject condition = step.value("condition"_L1).toObject();
        out.thenStep = condition.value("then_step"_L1).toString();
        out.elseStep = condition.value("else_step"_L1).toString();
    }
    return out;
}

EdgeRule edgeRuleIn(const QString &containerType)
{
    if (containerType == "parallel"_L1)
        return EdgeRule::None;
    return containerType == "loop"_L1 ? EdgeRule::Sequence : EdgeRule::Branches;
}

QList<GraphEdge> graphEdges(const QList<EdgeStep> &steps, const QList<NodeId> &nodes, EdgeRule rule)
{
    return EdgeList(steps, nodes, rule).edges();
}

} // namespace desk
