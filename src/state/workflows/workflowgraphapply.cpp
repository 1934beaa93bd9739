#include "state/workflows/stepposition.h"
#include "state/workflows/workflowgraph.h"
#include "state/workflows/workflowgraphdata.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = GraphEdit::Kind;

QJsonValue content(const GraphEdit &edit)
{
    return edit.foreign.isUndefined() ? QJsonValue(edit.step) : edit.foreign;
}

void setContent(GraphEdit &edit, const QJsonValue &json)
{
    if (json.isObject())
        edit.step = json.toObject();
    else
        edit.foreign = json;
}

} // namespace

bool WorkflowGraph::fits(const GraphEdit &edit) const
{
    switch (edit.kind) {
    case Kind::Insert:
        return m_data->fitsInsert(edit);
    case Kind::Remove:
        return edit.node != NodeId::Root && contains(edit.node);
    case Kind::Move:
        return m_data->fitsMove(edit);
    case Kind::Change:
        return m_data->fitsChange(edit);
    case Kind::Position: {
        const bool isFinite = !edit.position || (std::isfinite(edit.position->x()) && std::isfinite(edit.position->y()));
        return isFinite && edit.node != NodeId::Root && contains(edit.node) && foreign(edit.node).isUndefined();
    }
    case Kind::Fields:
        return edit.step.value("steps"_L1).toArray().isEmpty();
    case Kind::Notes:
        return true;
    }
    return false;
}

GraphEdit WorkflowGraph::apply(const GraphEdit &edit)
{
    const bool does = fits(edit);
    Q_ASSERT(does);
    if (!does)
        return edit;
    switch (edit.kind) {
    case Kind::Insert:
        return insert(edit);
    case Kind::Remove:
        return remove(edit);
    case Kind::Move:
        return move(edit);
    case Kind::Change:
    case Kind::Position:
        return change(edit);
    case Kind::Fields:
        return setFields(edit);
    case Kind::Notes:
        return setNotes(edit);
    }
    return edit;
}

GraphEdit WorkflowGraph::insert(const GraphEdit &edit)
{
    QList<NodeId> ids = QList<NodeId>{edit.node} + edit.inner;
    for (const NodeId id : std::as_const(ids))
        m_data->next = std::max(m_data->next, static_cast<quint64>(id) + 1);
    GraphNode &container = *m_data->tree.find(edit.container);
    qsizetype asked = 0;
    m_data->tree.build(container, edit.index, content(edit), [&] { return ids.at(asked++); });
    m_data->forgetEdges(container);
    m_data->forgetIds();
    Q_EMIT stepInserted(edit.node);
    Q_EMIT edgesChanged();
    GraphEdit back;
    back.kind = Kind::Remove;
    back.node = edit.node;
    return back;
}

GraphEdit WorkflowGraph::remove(const GraphEdit &edit)
{
    GraphNode *node = m_data->tree.find(edit.node);
    const GraphNode &container = *node->container;
    GraphEdit back;
    back.kind = Kind::Insert;
    back.node = node->id;
    back.container = container.id;
    back.index = node->index;
    back.inner = m_data->tree.idsIn(*node);
    setContent(back, m_data->tree.json(*node));
    Q_EMIT stepAboutToBeRemoved(edit.node);
    m_data->tree.drop(node);
    m_data->forgetEdges(container);
    for (const NodeId inner : std::as_const(back.inner))
        m_data->forgetEdges(inner);
    m_data->forgetEdges(edit.node);
    m_data->forgetIds();
    Q_EMIT stepRemoved(edit.node, back.container);
    Q_EMIT edgesChanged();
    return back;
}

GraphEdit WorkflowGraph::move(const GraphEdit &edit)
{
    GraphNode *node = m_data->tree.find(edit.node);
    GraphNode &target = *m_data->tree.find(edit.container);
    GraphEdit back;
    back.kind = Kind::Move;
    back.node = node->id;
    back.container = node->container->id;
    back.index = node->index;
    m_data->forgetEdges(back.container);
    m_data->forgetEdges(edit.container);
    m_data->forgetIds();
    m_data->tree.take(node);
    m_data->tree.put(node, target, edit.index);
    Q_EMIT stepMoved(edit.node);
    Q_EMIT edgesChanged();
    return back;
}

GraphEdit WorkflowGraph::change(const GraphEdit &edit)
{
    GraphNode *node = m_data->tree.find(edit.node);
    const QJsonObject before = node->own;
    const QJsonValue foreignBefore = node->foreign;
    const bool isPosition = edit.kind == Kind::Position;
    node->own = isPosition ? stepposition::with(before, edit.position) : edit.step;
    node->foreign = isPosition ? QJsonValue(QJsonValue::Undefined) : edit.foreign;

    GraphEdit back;
    back.kind = Kind::Change;
    back.node = edit.node;
    const std::optional<QPointF> positionBefore = stepposition::of(before);
    if (isPosition && stepposition::with(node->own, positionBefore) == before) {
        back.kind = Kind::Position;
        back.position = positionBefore;
    } else {
        back.step = before;
        back.foreign = foreignBefore;
    }
    announceChange(*node, before, isPosition);
    return back;
}

void WorkflowGraph::announceChange(const GraphNode &node, const QJsonObject &before, bool isPosition)
{
    const NodeId id = node.id;
    const bool hasMoved = stepposition::of(before) != stepposition::of(node.own);
    const EdgeStep edges = edgeStepOf(node.own);
    const EdgeStep edgesBefore = edgeStepOf(before);
    const bool leadsElsewhere = edges != edgesBefore || node.type() != before.value("type"_L1).toString();
    if (leadsElsewhere) {
        m_data->forgetEdges(*node.container);
        m_data->forgetEdges(id);
    }
    if (edges.id != edgesBefore.id)
        m_data->forgetIds();
    if (!isPosition)
        Q_EMIT stepChanged(id);
    if (hasMoved || isPosition)
        Q_EMIT positionChanged(id);
    if (leadsElsewhere)
        Q_EMIT edgesChanged();
}

GraphEdit WorkflowGraph::setFields(const GraphEdit &edit)
{
    GraphEdit back;
    back.kind = Kind::Fields;
    back.step = m_data->tree.root()->own;
    m_data->tree.root()->own = edit.step;
    Q_EMIT fieldsChanged();
    return back;
}

GraphEdit WorkflowGraph::setNotes(const GraphEdit &edit)
{
    GraphEdit back;
    back.kind = Kind::Notes;
    back.notes = m_data->notes;
    m_data->notes = edit.notes;
    for (const GraphNote &note : edit.notes)
        m_data->next = std::max(m_data->next, note.id + 1);
    Q_EMIT notesChanged();
    return back;
}

} // namespace desk
