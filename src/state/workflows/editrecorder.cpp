#include "state/workflows/editrecorder.h"

#include "state/workflows/nestedsteps.h"
#include "state/workflows/workflowgraph.h"
#include "wire/workflow/workflowsteps.h"

#include <QJsonArray>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

using Kind = GraphEdit::Kind;

EditRecorder::EditRecorder(WorkflowGraph &graph)
    : m_graph(graph)
{
}

bool EditRecorder::apply(const GraphEdit &edit)
{
    if (!m_graph.fits(edit)) {
        m_hasFailed = true;
        return false;
    }
    if (edit.kind == Kind::Insert || edit.kind == Kind::Move)
        giveList(edit.container);
    m_undo.append(m_graph.apply(edit));
    m_forward.append(edit);
    return true;
}

// Before the first step comes into it: what was there instead of a list is to come back when this is undone.
void EditRecorder::giveList(NodeId container)
{
    QJsonObject own = m_graph.ownStep(container);
    const bool isRoot = container == NodeId::Root;
    if ((isRoot ? own.value("steps"_L1) : wire::nestedMember(own)).isArray())
        return;
    if (isRoot)
        own.insert("steps"_L1, QJsonArray());
    else
        own = wire::withNestedSteps(own, QJsonArray());
    change(container, own);
}

NodeId EditRecorder::insert(const QJsonValue &step, NodeId container, qsizetype index)
{
    GraphEdit edit;
    edit.kind = Kind::Insert;
    edit.node = m_graph.newId();
    edit.container = container;
    edit.index = static_cast<int>(index);
    if (step.isObject())
        edit.step = step.toObject();
    else
        edit.foreign = step;
    const auto depth = static_cast<int>(container == NodeId::Root ? 1 : m_graph.path(container).size() + 1);
    for (qsizetype left = nested::count(step, depth); left > 0; --left)
        edit.inner.append(m_graph.newId());
    return apply(edit) ? edit.node : NodeId::Root;
}

void EditRecorder::remove(NodeId node)
{
    GraphEdit edit;
    edit.kind = Kind::Remove;
    edit.node = node;
    apply(edit);
}

void EditRecorder::move(NodeId node, NodeId container, qsizetype index)
{
    if (m_graph.container(node) == container && m_graph.index(node) == index)
        return;
    GraphEdit edit;
    edit.kind = Kind::Move;
    edit.node = node;
    edit.container = container;
    edit.index = static_cast<int>(index);
    apply(edit);
}

void EditRecorder::change(NodeId node, const QJsonObject &ownStep)
{
    if (m_graph.foreign(node).isUndefined() && m_graph.ownStep(node) == ownStep)
        return;
    GraphEdit edit;
    edit.kind = node == NodeId::Root ? Kind::Fields : Kind::Change;
    edit.node = node;
    edit.step = ownStep;
    apply(edit);
}

void EditRecorder::changeForeign(NodeId node, const QJsonValue &foreign)
{
    if (m_graph.foreign(node) == foreign)
        return;
    GraphEdit edit;
    edit.kind = Kind::Change;
    edit.node = node;
    edit.foreign = foreign;
    apply(edit);
}

void EditRecorder::setPosition(NodeId node, const std::optional<QPointF> &position)
{
    const std::optional<QPointF> now = m_graph.position(node);
    // Not with QPointF's own comparison, which takes near ones for the same.
    if (now.has_value() == position.has_value() && (!now || (now->x() == position->x() && now->y() == position->y())))
        return;
    GraphEdit edit;
    edit.kind = Kind::Position;
    edit.node = node;
    edit.position = position;
    apply(edit);
}

void EditRecorder::setNotes(const QList<GraphNote> &notes)
{
    if (m_graph.notes() == notes)
        return;
    GraphEdit edit;
    edit.kind = Kind::Notes;
    edit.notes = notes;
    apply(edit);
}

void EditRecorder::rollBack()
{
    while (!m_undo.isEmpty())
        m_graph.apply(m_undo.takeLast());
    m_forward.clear();
    m_hasFailed = false;
}

EditEntry EditRecorder::entry(const QString &text, const QString &mergeKey) const
{
    QList<GraphEdit> backward = m_undo;
    std::reverse(backward.begin(), backward.end());
    return {text, mergeKey, m_forward, backward};
}

} // namespace desk
