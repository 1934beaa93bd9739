// What is done to single steps.
#include "state/workflows/editrecorder.h"
#include "state/workflows/nestedsteps.h"
#include "state/workflows/steppaste.h"
#include "state/workflows/steprename.h"
#include "state/workflows/steptemplates.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"
#include "wire/workflow/workflowsteps.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// One level deep: a preset of a condition's field leaves its operator.
QJsonObject withPresets(QJsonObject step, const QJsonObject &presets)
{
    for (auto preset = presets.begin(); preset != presets.end(); ++preset) {
        QJsonValue value = preset.value();
        if (value.isObject() && step.value(preset.key()).isObject()) {
            QJsonObject both = step.value(preset.key()).toObject();
            const QJsonObject inner = value.toObject();
            for (auto member = inner.begin(); member != inner.end(); ++member)
                both.insert(member.key(), member.value());
            value = both;
        }
        step.insert(preset.key(), value);
    }
    return step;
}

} // namespace

QSet<QString> WorkflowEditing::takenIds() const
{
    QSet<QString> out;
    const QList<NodeId> nodes = m_graph.nodes();
    for (const NodeId node : nodes)
        out.insert(m_graph.stepId(node));
    return out;
}

QList<NodeId> WorkflowEditing::outermost(const QList<NodeId> &nodes) const
{
    const QSet<NodeId> chosen(nodes.begin(), nodes.end());
    const auto isWithin = [&](NodeId node) {
        for (NodeId up = m_graph.container(node); up != NodeId::Root; up = m_graph.container(up)) {
            if (chosen.contains(up))
                return true;
        }
        return false;
    };
    QList<std::pair<QList<int>, NodeId>> order;
    for (const NodeId node : chosen) {
        if (node != NodeId::Root && m_graph.contains(node) && !isWithin(node))
            order.append({m_graph.path(node), node});
    }
    std::sort(order.begin(), order.end());
    QList<NodeId> out;
    for (const auto &[path, node] : std::as_const(order))
        out.append(node);
    return out;
}

NodeId WorkflowEditing::insert(const QString &type, NodeId container, int index, const QJsonObject &presets)
{
    if (!m_graph.isContainer(container))
        return NodeId::Root;
    QJsonObject step = withPresets(StepTemplates::step(type), presets);
    step.insert("type"_L1, type);
    QSet<QString> taken = takenIds();
    if (const QString id = step.value("id"_L1).toString(); id.isEmpty())
        step.insert("id"_L1, StepTemplates::freshId(StepTemplates::idBase(type), taken));
    const QJsonArray fresh = steppaste::withFreshIds({step}, taken);
    const qsizetype most = m_graph.children(container).size();
    EditRecorder recorder(m_graph);
    const NodeId node = recorder.insert(fresh.at(0), container, index < 0 || index > most ? most : index);
    add(recorder, QT_TR_NOOP("Add step"));
    return node;
}

void WorkflowEditing::remove(const QList<NodeId> &nodes)
{
    EditRecorder recorder(m_graph);
    const QList<NodeId> order = outermost(nodes);
    std::for_each(order.rbegin(), order.rend(), [&recorder](NodeId node) { recorder.remove(node); });
    add(recorder, order.size() == 1 ? QT_TR_NOOP("Delete step") : QT_TR_NOOP("Delete steps"));
}

void WorkflowEditing::move(const QList<NodeId> &nodes, NodeId container, int index)
{
    const QList<NodeId> order = outermost(nodes);
    EditRecorder recorder(m_graph);
    place(recorder, order, container, index);
    add(recorder, order.size() == 1 ? QT_TR_NOOP("Move step") : QT_TR_NOOP("Move steps"));
}

// In front of one that stays where it is.
void WorkflowEditing::place(EditRecorder &recorder, const QList<NodeId> &nodes, NodeId container, int index)
{
    QList<NodeId> staying = m_graph.children(container);
    const QSet<NodeId> moving(nodes.begin(), nodes.end());
    staying.removeIf([&moving](NodeId node) { return moving.contains(node); });
    const NodeId anchor = index >= 0 && index < staying.size() ? staying.at(index) : NodeId::Root;
    for (const NodeId node : nodes) {
        qsizetype at = anchor == NodeId::Root ? m_graph.children(container).size() : m_graph.index(anchor);
        if (m_graph.container(node) == container && m_graph.index(node) < at)
            --at;
        recorder.move(node, container, at);
    }
    if (recorder.hasFailed())
        recorder.rollBack(); // into itself, too deep: nothing happens
}

void WorkflowEditing::change(NodeId node, const QJsonObject &step)
{
    change(node, step, {});
}

void WorkflowEditing::change(NodeId node, const QJsonObject &step, const QString &mergeKey)
{
    if (node == NodeId::Root || !m_graph.contains(node))
        return;
    EditRecorder recorder(m_graph);
    if (step.value("type"_L1).toString() == m_graph.type(node))
        recorder.change(node, withoutNested(node, step));
    else
        changeKind(recorder, node, step);
    add(recorder, QT_TR_NOOP("Change step"), mergeKey);
}

// What is nested stays as it is, whether `step` speaks of it or not.
QJsonObject WorkflowEditing::withoutNested(NodeId node, const QJsonObject &step) const
{
    const QJsonValue before = wire::nestedMember(m_graph.ownStep(node));
    const bool isInUse = !m_graph.children(node).isEmpty() && !wire::nestedMember(step).isArray();
    const bool isKept = isInUse || (!before.isUndefined() && wire::nestedMember(step).isUndefined());
    const QJsonObject whole = isKept ? wire::withNestedSteps(step, before) : step;
    return m_graph.isContainer(node) ? nested::stripped(whole) : whole;
}

// Into another container what is nested comes along, into another kind it does not.
void WorkflowEditing::changeKind(EditRecorder &recorder, NodeId node, const QJsonObject &step)
{
    const QString type = step.value("type"_L1).toString();
    const QList<NodeId> children = m_graph.children(node);
    QJsonObject next = step;
    if (!children.isEmpty()) {
        next.insert("type"_L1, m_graph.type(node));
        next = wire::withNestedSteps(next, QJsonValue::Undefined);
        next.insert("type"_L1, step.value("type"_L1));
    }
    const auto depth = m_graph.path(node).size();
    const bool isContainer = nested::isContainerType(type) && depth < nested::mostDepth;
    if (!isContainer)
        std::for_each(children.rbegin(), children.rend(), [&recorder](NodeId child) { recorder.remove(child); });
    const QJsonArray inside = isContainer && children.isEmpty() ? wire::nestedSteps(next) : QJsonArray();
    if (isContainer && !children.isEmpty())
        next = wire::withNestedSteps(next, QJsonArray());
    recorder.change(node, isContainer ? nested::stripped(next) : next);
    for (qsizetype i = 0; i < inside.size(); ++i)
        recorder.insert(inside.at(i), node, i);
    if (recorder.hasFailed())
        recorder.rollBack();
}

bool WorkflowEditing::rename(NodeId node, const QString &id)
{
    const QString before = m_graph.stepId(node);
    if (id.isEmpty() || node == NodeId::Root || !m_graph.contains(node) || !m_graph.foreign(node).isUndefined())
        return false;
    if (id == before)
        return true;
    if (m_graph.nodeOfStepId(id) != NodeId::Root)
        return false;
    const QList<NodeId> nodes = m_graph.nodes();
    const auto named = std::count_if(nodes.begin(), nodes.end(), [&](NodeId one) { return m_graph.stepId(one) == before; });
    const bool hasReferences = !before.isEmpty() && named == 1; // else they are the other's, which keeps the name
    WorkflowGraph after;                                        // the same steps in the same places
    after.setDefinition(hasReferences ? withRenamedStep(m_graph.definition(), m_graph.path(node), id) : m_graph.definition());
    const QList<NodeId> others = after.nodes();
    EditRecorder recorder(m_graph);
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        QJsonObject own = after.ownStep(others.at(i));
        if (nodes.at(i) == node)
            own.insert("id"_L1, id);
        if (m_graph.foreign(nodes.at(i)).isUndefined())
            recorder.change(nodes.at(i), own);
    }
    if (hasReferences)
        recorder.change(NodeId::Root, after.ownStep(NodeId::Root));
    add(recorder, QT_TR_NOOP("Rename step"));
    return true;
}

void WorkflowEditing::connectSteps(NodeId from, Port port, NodeId to)
{
    if (from == NodeId::Root || to == NodeId::Root || !m_graph.contains(from) || !m_graph.contains(to))
        return;
    if (port != Port::Next) {
        const QString id = m_graph.stepId(to);
        if (!id.isEmpty() && m_graph.container(from) == m_graph.container(to))
            setTarget(from, port, id, QT_TR_NOOP("Connect steps"));
        return;
    }
    if (from == to)
        return;
    const NodeId container = m_graph.container(from);
    const bool isInFront = m_graph.container(to) == container && m_graph.index(to) < m_graph.index(from);
    EditRecorder recorder(m_graph);
    place(recorder, {to}, container, m_graph.index(from) + (isInFront ? 0 : 1));
    add(recorder, QT_TR_NOOP("Connect steps"));
}

void WorkflowEditing::disconnectSteps(NodeId from, Port port)
{
    const QJsonObject condition = m_graph.ownStep(from).value("condition"_L1).toObject();
    const QJsonValue target = condition.value(port == Port::Then ? "then_step"_L1 : "else_step"_L1);
    if (port != Port::Next && !target.isUndefined())
        setTarget(from, port, QJsonValue(), QT_TR_NOOP("Disconnect steps"));
}

void WorkflowEditing::setTarget(NodeId from, Port port, const QJsonValue &target, const char *text)
{
    QJsonObject own = m_graph.ownStep(from);
    if (own.value("type"_L1) != "condition"_L1)
        return;
    QJsonObject condition = own.value("condition"_L1).toObject();
    condition.insert(port == Port::Then ? "then_step"_L1 : "else_step"_L1, target);
    own.insert("condition"_L1, condition);
    EditRecorder recorder(m_graph);
    recorder.change(from, own);
    add(recorder, text);
}

void WorkflowEditing::setDisabled(const QList<NodeId> &nodes, bool disabled)
{
    EditRecorder recorder(m_graph);
    for (const NodeId node : nodes) {
        if (node == NodeId::Root || !m_graph.contains(node) || m_graph.isDisabled(node) == disabled)
            continue;
        QJsonObject own = m_graph.ownStep(node);
        own.insert("disabled"_L1, disabled ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined));
        if (m_graph.foreign(node).isUndefined())
            recorder.change(node, own);
    }
    add(recorder, disabled ? QT_TR_NOOP("Switch steps off") : QT_TR_NOOP("Switch steps on"));
}

} // namespace desk
