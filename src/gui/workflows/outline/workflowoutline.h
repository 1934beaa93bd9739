#pragma once

#include "state/workflows/nodeid.h"
#include "state/workflows/workflowediting.h"

#include <QTreeView>

class QMenu;

namespace desk {

class StepCommands;
class StepTreeModel;

// The steps as a tree: the twin of the canvas for keyboard and screen reader, with the same commands and the same selection. F2 renames a
// step's id with every reference to it; Alt+arrows move; Insert offers the kinds; the menu connects the branches of a condition.
class WorkflowOutline final : public QTreeView
{
    Q_OBJECT
public:
    explicit WorkflowOutline(StepCommands &commands, QWidget *parent = nullptr);

    [[nodiscard]] StepTreeModel &steps() const { return *m_model; }
    void openInsertMenu();
    void openMenu(const QPoint &global);
    void openConnectMenu(); // where the current step leads

Q_SIGNALS:
    void activatedStep(desk::NodeId node); // Enter, double click
    void refused(const QString &text);     // a new id that cannot be

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void showSelection();
    void takeSelection();
    void fillConnectMenu(QMenu *menu);
    void fillTargets(QMenu *menu, WorkflowEditing::Port port);

    StepCommands &m_commands;
    StepTreeModel *m_model;
    bool m_showing = false; // the selection of the canvas: it is not given back
};

} // namespace desk
