#include "gui/workflows/outline/steptreemodel.h"

#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepdescription.h"
#include "gui/workflows/canvas/stepface.h"
#include "state/workflows/workflowgraph.h"

namespace desk {

StepTreeModel::StepTreeModel(StepCommands &commands, QObject *parent)
    : QAbstractItemModel(parent)
    , m_commands(commands)
    , m_graph(commands.graph())
{
    connect(&m_graph, &WorkflowGraph::reset, this, &StepTreeModel::rebuild);
    connect(&m_graph, &WorkflowGraph::stepInserted, this, &StepTreeModel::insertStep);
    connect(&m_graph, &WorkflowGraph::stepAboutToBeRemoved, this, &StepTreeModel::removeStep);
    connect(&m_graph, &WorkflowGraph::stepRemoved, this, [this](NodeId node, NodeId container) {
        Q_UNUSED(node)
        changeAround(container);
    });
    connect(&m_graph, &WorkflowGraph::stepMoved, this, &StepTreeModel::moveStep);
    connect(&m_graph, &WorkflowGraph::stepChanged, this, &StepTreeModel::changeStep);
    take(NodeId::Root);
}

void StepTreeModel::rebuild()
{
    beginResetModel();
    m_children.clear();
    m_parents.clear();
    m_rows.clear();
    take(NodeId::Root);
    endResetModel();
}

void StepTreeModel::take(NodeId node)
{
    const QList<NodeId> inside = m_graph.children(node);
    if (inside.isEmpty())
        return;
    m_children.insert(node, inside);
    number(node);
    for (const NodeId inner : inside) {
        m_parents.insert(inner, node);
        take(inner);
    }
}

void StepTreeModel::forget(NodeId node)
{
    for (const NodeId inner : m_children.take(node))
        forget(inner);
    m_parents.remove(node);
    m_rows.remove(node);
}

void StepTreeModel::number(NodeId container)
{
    int row = 0;
    for (const NodeId node : m_children.value(container))
        m_rows.insert(node, row++);
}

void StepTreeModel::insertStep(NodeId node)
{
    const NodeId container = m_graph.container(node);
    const int row = m_graph.index(node);
    beginInsertRows(indexOf(container), row, row);
    m_children[container].insert(row, node);
    m_parents.insert(node, container);
    number(container);
    take(node);
    endInsertRows();
    changeAround(container);
}

void StepTreeModel::removeStep(NodeId node)
{
    const NodeId container = m_parents.value(node);
    const int row = m_rows.value(node);
    beginRemoveRows(indexOf(container), row, row);
    m_children[container].removeAt(row);
    forget(node);
    number(container);
    endRemoveRows();
}

void StepTreeModel::moveStep(NodeId node)
{
    const NodeId from = m_parents.value(node);
    const NodeId to = m_graph.container(node);
    const int row = m_rows.value(node);
    const int then = m_graph.index(node);
    if (from == to && row == then)
        return;
    beginMoveRows(indexOf(from), row, row, indexOf(to), from == to && then > row ? then + 1 : then);
    m_children[from].removeAt(row);
    m_children[to].insert(then, node);
    m_parents.insert(node, to);
    number(from);
    number(to);
    endMoveRows();
    changeAround(from);
    changeAround(to);
}

// A container tells how many steps are in it.
void StepTreeModel::changeAround(NodeId container)
{
    if (container != NodeId::Root)
        changeStep(container);
}

void StepTreeModel::changeStep(NodeId node)
{
    const QModelIndex index = indexOf(node);
    Q_EMIT dataChanged(index, index);
}

NodeId StepTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<NodeId>(index.internalId()) : NodeId::Root;
}

QModelIndex StepTreeModel::indexOf(NodeId node) const
{
    const auto row = m_rows.constFind(node);
    return node == NodeId::Root || row == m_rows.cend() ? QModelIndex() : createIndex(*row, 0, static_cast<quintptr>(node));
}

QModelIndex StepTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto inside = m_children.constFind(nodeOf(parent));
    if (column != 0 || inside == m_children.cend() || row < 0 || row >= inside->size())
        return {};
    return createIndex(row, 0, static_cast<quintptr>(inside->at(row)));
}

QModelIndex StepTreeModel::parent(const QModelIndex &index) const
{
    return indexOf(m_parents.value(nodeOf(index)));
}

int StepTreeModel::rowCount(const QModelIndex &parent) const
{
    const auto inside = m_children.constFind(nodeOf(parent));
    return inside == m_children.cend() ? 0 : static_cast<int>(inside->size());
}

int StepTreeModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

QVariant StepTreeModel::data(const QModelIndex &index, int role) const
{
    const NodeId node = nodeOf(index);
    if (node == NodeId::Root || !m_graph.contains(node))
        return {};
    switch (role) {
    case Qt::EditRole:
        return m_graph.stepId(node);
    case TypeRole:
        return m_graph.type(node);
    case NodeRole:
        return QVariant::fromValue(static_cast<quint64>(node));
    case DisabledRole:
        return m_graph.isDisabled(node);
    case Qt::DisplayRole:
    case TitleRole:
        return StepFace::of(m_graph, node).title;
    case SummaryRole:
        return StepFace::of(m_graph, node).detail;
    case IconNameRole:
        return StepFace::of(m_graph, node).icon;
    case Qt::AccessibleTextRole: {
        const StepFace face = StepFace::of(m_graph, node);
        return tr("%1: %2", "title of a step; its kind and what it does").arg(face.title, face.second);
    }
    case Qt::AccessibleDescriptionRole:
        return StepDescription::nextOf(m_graph, node);
    default:
        return {};
    }
}

bool StepTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const NodeId node = nodeOf(index);
    const QString id = value.toString().trimmed();
    if (role != Qt::EditRole || node == NodeId::Root || m_commands.isReadOnly() || id == m_graph.stepId(node))
        return false;
    if (m_commands.editing().rename(node, id))
        return true;
    Q_EMIT renameRefused(id);
    return false;
}

Qt::ItemFlags StepTreeModel::flags(const QModelIndex &index) const
{
    if (m_commands.isReadOnly())
        return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    flags.setFlag(Qt::ItemIsDropEnabled, m_graph.isContainer(nodeOf(index)));
    return flags;
}

} // namespace desk
