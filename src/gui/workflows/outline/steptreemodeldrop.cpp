#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepmime.h"
#include "gui/workflows/outline/steptreemodel.h"
#include "state/workflows/workflowgraph.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// The nodes of this very model: only then they are moved and not copied.
QString nodesFormat(const StepTreeModel &model)
{
    return u"application/x-agentdesk-step-nodes-%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(reinterpret_cast<quintptr>(&model));
}

QList<NodeId> nodesIn(const QMimeData &data, const StepTreeModel &model, const WorkflowGraph &graph)
{
    QDataStream stream(data.data(nodesFormat(model)));
    QList<quint64> ids;
    stream >> ids;
    QList<NodeId> nodes;
    for (const quint64 id : std::as_const(ids)) {
        if (graph.contains(static_cast<NodeId>(id)))
            nodes.append(static_cast<NodeId>(id));
    }
    return nodes;
}

bool isWithin(const WorkflowGraph &graph, NodeId node, const QList<NodeId> &nodes)
{
    while (node != NodeId::Root && !nodes.contains(node))
        node = graph.container(node);
    return node != NodeId::Root;
}

} // namespace

QStringList StepTreeModel::mimeTypes() const
{
    return {nodesFormat(*this), u"application/x-agentdesk-step-kind"_s, u"application/x-agentdesk-steps+json"_s, u"text/plain"_s};
}

QMimeData *StepTreeModel::mimeData(const QModelIndexList &indexes) const
{
    QList<NodeId> nodes;
    for (const QModelIndex &index : indexes)
        nodes.append(nodeOf(index));
    QList<NodeId> outermost;
    for (const NodeId node : std::as_const(nodes)) {
        if (!isWithin(m_graph, m_graph.container(node), nodes))
            outermost.append(node);
    }
    std::sort(outermost.begin(), outermost.end(), [this](NodeId a, NodeId b) { return m_graph.path(a) < m_graph.path(b); });
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    QList<quint64> ids;
    for (const NodeId node : std::as_const(outermost))
        ids.append(static_cast<quint64>(node));
    stream << ids;
    QMimeData *data = stepmime::ofSteps(m_commands.editing().copied(outermost));
    data->setData(nodesFormat(*this), bytes);
    return data;
}

bool StepTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const
{
    Q_UNUSED(action)
    Q_UNUSED(row)
    Q_UNUSED(column)
    const NodeId container = nodeOf(parent);
    if (!data || m_commands.isReadOnly() || (container != NodeId::Root && !m_graph.isContainer(container)))
        return false;
    if (data->hasFormat(nodesFormat(*this)))
        return !isWithin(m_graph, container, nodesIn(*data, *this, m_graph));
    return !stepmime::kindIn(data).isEmpty() || !stepmime::stepsIn(data).isEmpty();
}

// false for what was moved: the view must not remove the rows it dragged.
bool StepTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const NodeId container = nodeOf(parent);
    const int before = row < 0 ? rowCount(parent) : row;
    if (data->hasFormat(nodesFormat(*this)) && action != Qt::CopyAction) {
        m_commands.moveTo(nodesIn(*data, *this, m_graph), container, before);
        return false;
    }
    if (const QString kind = stepmime::kindIn(data); !kind.isEmpty())
        m_commands.insert(kind, container, before);
    else
        m_commands.pasteAt(container, before, stepmime::stepsIn(data));
    return true;
}

Qt::DropActions StepTreeModel::supportedDropActions() const
{
    return Qt::CopyAction | Qt::MoveAction;
}

Qt::DropActions StepTreeModel::supportedDragActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

} // namespace desk
