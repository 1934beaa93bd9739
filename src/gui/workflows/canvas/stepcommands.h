#pragma once

#include "state/workflows/nodeid.h"
#include "state/workflows/workflowediting.h"

#include <QList>
#include <QObject>
#include <QStringList>

class QAction;
class QMenu;
class QWidget;

namespace desk {

class StepSelection;

// What a person does with the chosen steps, the same in canvas and outline: one set of actions, whose shortcuts work in every widget they
// are added to and nowhere else. Lives in the GUI thread; editing and selection outlive it.
class StepCommands : public QObject
{
    Q_OBJECT
public:
    StepCommands(WorkflowEditing &editing, StepSelection &selection, QObject *parent = nullptr);

    [[nodiscard]] WorkflowEditing &editing() const { return m_editing; }
    [[nodiscard]] WorkflowGraph &graph() const { return m_editing.graph(); }
    [[nodiscard]] StepSelection &selection() const { return m_selection; }
    [[nodiscard]] const QStringList &kinds() const { return m_kinds; }
    void setKinds(const QStringList &kinds) { m_kinds = kinds; } // what the server knows, in the order of the menus
    void setReadOnly(bool readOnly);                             // a workflow of others: only looking and copying (BUG-70)
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    NodeId insert(const QString &type, NodeId container, int index, const QJsonObject &presets = {}); // and chooses it
    NodeId insertBehindCurrent(const QString &type);                                                  // none chosen: at the end
    void moveTo(const QList<NodeId> &nodes, NodeId container, int before); // the index of the step they come before, as it is now
    void pasteAt(NodeId container, int index, const QByteArray &json);
    void connectTo(NodeId from, WorkflowEditing::Port port, NodeId to); // the step around `to` that stands beside `from`
    void fillInsertMenu(QMenu *menu) const;                             // behind the chosen one, and into it where it is a container
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }
    void addTo(QWidget *widget) const;

    QAction *undo;
    QAction *redo;
    QAction *cut;
    QAction *copy;
    QAction *paste;
    QAction *duplicate;
    QAction *remove;
    QAction *disable; // checkable
    QAction *selectAll;
    QAction *moveUp;
    QAction *moveDown;
    QAction *moveIn;  // into the container before it
    QAction *moveOut; // behind its container

Q_SIGNALS:
    void readOnlyChanged();
    void refused(const QString &text); // what was pasted is none of ours: to be told to the person

private:
    QAction *add(const QString &name, const QString &text, const QList<QKeySequence> &keys, void (StepCommands::*run)());
    void updateActions();
    void doUndo();
    void doRedo();
    void doCut();
    void doCopy();
    void doPaste();
    void doDuplicate();
    void doRemove();
    void doDisable();
    void doSelectAll();
    void doUp();
    void doDown();
    void doIn();
    void doOut();

    WorkflowEditing &m_editing;
    StepSelection &m_selection;
    QStringList m_kinds;
    QList<QAction *> m_all;
    bool m_readOnly = false;
};

} // namespace desk
