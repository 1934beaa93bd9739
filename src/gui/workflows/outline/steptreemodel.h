#pragma once

#include "state/workflows/nodeid.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QList>

namespace desk {

class StepCommands;
class WorkflowGraph;

// The steps of a WorkflowGraph as a tree, in their order of execution. Moves with the graph's narrow signals: an edit resets nothing, so
// that what is open, chosen and edited stays so. Dropped steps are moved, dropped kinds inserted. Lives in the GUI thread.
class StepTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { TypeRole = Qt::UserRole + 1, TitleRole, SummaryRole, IconNameRole, NodeRole, DisabledRole };

    explicit StepTreeModel(StepCommands &commands, QObject *parent = nullptr);

    [[nodiscard]] NodeId nodeOf(const QModelIndex &index) const; // Root for none
    [[nodiscard]] QModelIndex indexOf(NodeId node) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override; // the step's id
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    [[nodiscard]] bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override;

Q_SIGNALS:
    void renameRefused(const QString &id); // empty, or another step has it

private:
    void rebuild();
    void take(NodeId node); // into the mirror, with all below
    void forget(NodeId node);
    void number(NodeId container);
    void insertStep(NodeId node);
    void removeStep(NodeId node);
    void moveStep(NodeId node);
    void changeStep(NodeId node);
    void changeAround(NodeId container);

    StepCommands &m_commands;
    WorkflowGraph &m_graph;
    QHash<NodeId, QList<NodeId>> m_children; // as the views know them: the graph tells of an edit when it is done
    QHash<NodeId, NodeId> m_parents;
    QHash<NodeId, int> m_rows;
};

} // namespace desk
