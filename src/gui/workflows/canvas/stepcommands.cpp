#include "gui/workflows/canvas/stepcommands.h"

#include "gui/theme.h"
#include "gui/workflows/canvas/stepmime.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/stepmodel.h"
#include "state/workflows/workflowgraph.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QWidget>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

StepCommands::StepCommands(WorkflowEditing &editing, StepSelection &selection, QObject *parent)
    : QObject(parent)
    , m_editing(editing)
    , m_selection(selection)
    , m_kinds{u"agent"_s, u"tool"_s, u"condition"_s, u"human"_s, u"parallel"_s, u"loop"_s}
{
    undo = add(u"stepUndo"_s, tr("Undo"), QKeySequence::keyBindings(QKeySequence::Undo), &StepCommands::doUndo);
    redo = add(u"stepRedo"_s, tr("Redo"), {QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)}, &StepCommands::doRedo);
    cut = add(u"stepCut"_s, tr("Cut"), QKeySequence::keyBindings(QKeySequence::Cut), &StepCommands::doCut);
    copy = add(u"stepCopy"_s, tr("Copy"), QKeySequence::keyBindings(QKeySequence::Copy), &StepCommands::doCopy);
    paste = add(u"stepPaste"_s, tr("Paste"), QKeySequence::keyBindings(QKeySequence::Paste), &StepCommands::doPaste);
    duplicate = add(u"stepDuplicate"_s, tr("Duplicate"), {QKeySequence(u"Ctrl+D"_s)}, &StepCommands::doDuplicate);
    remove = add(u"stepRemove"_s, tr("Delete"), {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)}, &StepCommands::doRemove);
    disable = add(u"stepDisable"_s, tr("Leave out", "a step is kept but not run"), {QKeySequence(u"Ctrl+E"_s)}, &StepCommands::doDisable);
    selectAll = add(u"stepSelectAll"_s, tr("Select all"), QKeySequence::keyBindings(QKeySequence::SelectAll), &StepCommands::doSelectAll);
    moveUp = add(u"stepUp"_s, tr("Move up"), {QKeySequence(u"Alt+Up"_s)}, &StepCommands::doUp);
    moveDown = add(u"stepDown"_s, tr("Move down"), {QKeySequence(u"Alt+Down"_s)}, &StepCommands::doDown);
    moveIn = add(u"stepIn"_s, tr("Move into the container above"), {QKeySequence(u"Alt+Right"_s)}, &StepCommands::doIn);
    moveOut = add(u"stepOut"_s, tr("Move out of the container"), {QKeySequence(u"Alt+Left"_s)}, &StepCommands::doOut);
    disable->setCheckable(true);
    connect(&editing, &WorkflowEditing::changed, this, &StepCommands::updateActions);
    connect(&editing, &WorkflowEditing::historyChanged, this, &StepCommands::updateActions);
    connect(&selection, &StepSelection::selectedChanged, this, &StepCommands::updateActions);
    updateActions();
}

QAction *StepCommands::add(const QString &name, const QString &text, const QList<QKeySequence> &keys, void (StepCommands::*run)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    m_all.append(action);
    return action;
}

void StepCommands::addTo(QWidget *widget) const
{
    widget->addActions(m_all);
}

void StepCommands::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    updateActions();
    Q_EMIT readOnlyChanged();
}

void StepCommands::updateActions()
{
    const QList<NodeId> nodes = m_selection.outermost();
    const bool some = !nodes.isEmpty();
    for (QAction *action : {cut, duplicate, remove, disable, moveUp, moveDown, moveIn, moveOut})
        action->setEnabled(some && !m_readOnly);
    copy->setEnabled(some);
    paste->setEnabled(!m_readOnly);
    undo->setEnabled(!m_readOnly && m_editing.canUndo());
    redo->setEnabled(!m_readOnly && m_editing.canRedo());
    undo->setText(undo->isEnabled() ? tr("Undo: %1", "what is undone").arg(m_editing.undoText()) : tr("Undo"));
    redo->setText(redo->isEnabled() ? tr("Redo: %1", "what is done again").arg(m_editing.redoText()) : tr("Redo"));
    disable->setChecked(some && std::all_of(nodes.cbegin(), nodes.cend(), [this](NodeId node) { return graph().isDisabled(node); }));
}

NodeId StepCommands::insert(const QString &type, NodeId container, int index, const QJsonObject &presets)
{
    if (m_readOnly)
        return NodeId::Root;
    const NodeId node = m_editing.insert(type, container, index, presets);
    m_selection.choose(node);
    return node;
}

NodeId StepCommands::insertBehindCurrent(const QString &type)
{
    const NodeId current = m_selection.current();
    if (current == NodeId::Root)
        return insert(type, NodeId::Root, -1);
    return insert(type, graph().container(current), graph().index(current) + 1);
}

void StepCommands::moveTo(const QList<NodeId> &nodes, NodeId container, int before)
{
    if (m_readOnly || nodes.isEmpty())
        return;
    const auto inFront = std::count_if(nodes.cbegin(), nodes.cend(),
                                       [&](NodeId node) { return graph().container(node) == container && graph().index(node) < before; });
    m_editing.move(nodes, container, before - static_cast<int>(inFront));
}

void StepCommands::pasteAt(NodeId container, int index, const QByteArray &json)
{
    if (m_readOnly)
        return;
    const QList<NodeId> nodes = json.isEmpty() ? QList<NodeId>() : m_editing.paste(json, container, index);
    if (nodes.isEmpty())
        Q_EMIT refused(tr("There are no steps of a workflow in what was copied."));
    else
        m_selection.set(nodes, nodes.constLast());
}

void StepCommands::connectTo(NodeId from, WorkflowEditing::Port port, NodeId to)
{
    while (to != NodeId::Root && graph().container(to) != graph().container(from))
        to = graph().container(to);
    if (!m_readOnly && to != NodeId::Root && to != from)
        m_editing.connectSteps(from, port, to);
}

void StepCommands::fillInsertMenu(QMenu *menu) const
{
    const NodeId current = m_selection.current();
    auto *self = const_cast<StepCommands *>(this); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    const auto fill = [&](QMenu *into, NodeId container, int index) {
        for (const QString &type : m_kinds) {
            QAction *action = into->addAction(Theme::icon(StepModel::kindIcon(type)), StepModel::kindText(type));
            action->setObjectName(u"insert_"_s + type);
            connect(action, &QAction::triggered, self, [self, type, container, index] { self->insert(type, container, index); });
        }
    };
    if (current == NodeId::Root) {
        fill(menu, NodeId::Root, -1);
        return;
    }
    fill(menu, graph().container(current), graph().index(current) + 1);
    if (graph().isContainer(current)) {
        QMenu *inside = menu->addMenu(tr("Into this container"));
        inside->setObjectName(u"insertInside"_s);
        fill(inside, current, static_cast<int>(graph().children(current).size()));
    }
}

void StepCommands::doUndo()
{
    m_editing.undo();
}

void StepCommands::doRedo()
{
    m_editing.redo();
}

void StepCommands::doCut()
{
    doCopy();
    doRemove();
}

void StepCommands::doCopy()
{
    QGuiApplication::clipboard()->setMimeData(stepmime::ofSteps(m_editing.copied(m_selection.outermost())));
}

void StepCommands::doPaste()
{
    const NodeId current = m_selection.current();
    const QByteArray json = stepmime::stepsIn(QGuiApplication::clipboard()->mimeData());
    if (current == NodeId::Root)
        pasteAt(NodeId::Root, static_cast<int>(graph().children(NodeId::Root).size()), json);
    else
        pasteAt(graph().container(current), graph().index(current) + 1, json);
}

void StepCommands::doDuplicate()
{
    const QList<NodeId> nodes = m_selection.outermost();
    if (!nodes.isEmpty())
        pasteAt(graph().container(nodes.constLast()), graph().index(nodes.constLast()) + 1, m_editing.copied(nodes));
}

// The step that follows takes the place of what is gone, so that a keyboard is never nowhere.
void StepCommands::doRemove()
{
    const QList<NodeId> nodes = m_selection.outermost();
    if (nodes.isEmpty())
        return;
    const NodeId container = graph().container(nodes.constFirst());
    const int index = graph().index(nodes.constFirst());
    m_editing.remove(nodes);
    const QList<NodeId> left = graph().children(container);
    m_selection.choose(left.isEmpty() ? container : left.at(qBound(0, index, static_cast<int>(left.size()) - 1)));
}

void StepCommands::doDisable()
{
    m_editing.setDisabled(m_selection.outermost(), disable->isChecked());
}

void StepCommands::doSelectAll()
{
    const QList<NodeId> nodes = graph().nodes();
    m_selection.set(nodes, m_selection.current() != NodeId::Root || nodes.isEmpty() ? m_selection.current() : nodes.constFirst());
}

void StepCommands::doUp()
{
    const QList<NodeId> nodes = m_selection.outermost();
    const int index = graph().index(nodes.constFirst());
    if (index > 0)
        moveTo(nodes, graph().container(nodes.constFirst()), index - 1);
}

void StepCommands::doDown()
{
    const QList<NodeId> nodes = m_selection.outermost();
    const NodeId container = graph().container(nodes.constLast());
    const int index = graph().index(nodes.constLast());
    if (index + 1 < graph().children(container).size())
        moveTo(nodes, container, index + 2);
}

void StepCommands::doIn()
{
    const QList<NodeId> nodes = m_selection.outermost();
    const int index = graph().index(nodes.constFirst());
    const QList<NodeId> siblings = graph().children(graph().container(nodes.constFirst()));
    if (index > 0 && graph().isContainer(siblings.at(index - 1)))
        moveTo(nodes, siblings.at(index - 1), static_cast<int>(graph().children(siblings.at(index - 1)).size()));
}

void StepCommands::doOut()
{
    const QList<NodeId> nodes = m_selection.outermost();
    const NodeId container = graph().container(nodes.constFirst());
    if (container != NodeId::Root)
        moveTo(nodes, graph().container(container), graph().index(container) + 1);
}

} // namespace desk
