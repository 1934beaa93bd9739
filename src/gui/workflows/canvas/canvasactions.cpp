#include "gui/workflows/canvas/canvasactions.h"

#include "gui/workflows/canvas/alignment.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"
#include "state/workflows/workflowgraph.h"

#include <QAction>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

CanvasActions::CanvasActions(WorkflowView &view)
    : QObject(&view)
    , m_view(view)
{
    zoomIn = add(u"canvasZoomIn"_s, tr("Zoom in"), {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    zoomOut = add(u"canvasZoomOut"_s, tr("Zoom out"), {QKeySequence(u"Ctrl+-"_s)});
    zoomReset = add(u"canvasZoomReset"_s, tr("Original size"), {QKeySequence(u"Ctrl+0"_s)});
    fit = add(u"canvasFit"_s, tr("Show everything"), {QKeySequence(u"Ctrl+Shift+0"_s), QKeySequence(u"F"_s)});
    search = add(u"canvasSearch"_s, tr("Find a step"), {QKeySequence(u"Ctrl+F"_s)});
    connectSteps = add(u"canvasConnect"_s, tr("Connect"), {QKeySequence(u"C"_s)});
    alignStart = add(u"canvasAlignStart"_s, tr("Align at the start"), {});
    alignTop = add(u"canvasAlignTop"_s, tr("Align at the top"), {});
    alignMiddle = add(u"canvasAlignMiddle"_s, tr("Align one above the other"), {});
    distributeDown = add(u"canvasDistributeDown"_s, tr("Distribute from top to bottom"), {});
    distributeAcross = add(u"canvasDistributeAcross"_s, tr("Distribute from side to side"), {});
    arrange = add(u"canvasArrange"_s, tr("Arrange by itself"), {QKeySequence(u"Ctrl+L"_s)});
    across = add(u"canvasAcross"_s, tr("From side to side"), {});
    comment = add(u"canvasComment"_s, tr("Add a comment"), {});
    group = add(u"canvasGroup"_s, tr("Add a group around the chosen steps"), {QKeySequence(u"Ctrl+G"_s)});
    across->setCheckable(true);
    connect(zoomIn, &QAction::triggered, &view, &WorkflowView::zoomIn);
    connect(zoomOut, &QAction::triggered, &view, &WorkflowView::zoomOut);
    connect(zoomReset, &QAction::triggered, &view, [&view] { view.setZoom(1); });
    connect(fit, &QAction::triggered, &view, &WorkflowView::fit);
    connect(search, &QAction::triggered, &view, &WorkflowView::openSearch);
    connect(connectSteps, &QAction::triggered, &view, &WorkflowView::startConnecting);
    connect(alignStart, &QAction::triggered, this, [this] { align(m_view.isRightToLeft() ? alignment::toRight : alignment::toLeft); });
    connect(alignTop, &QAction::triggered, this, [this] { align(alignment::toTop); });
    connect(alignMiddle, &QAction::triggered, this, [this] { align(alignment::toMiddle); });
    connect(distributeDown, &QAction::triggered, this, [this] { align(alignment::distributeDown); });
    connect(distributeAcross, &QAction::triggered, this, [this] { align(alignment::distributeAcross); });
    connect(across, &QAction::toggled, this, [this](bool on) { m_view.canvas().setAcross(on); });
    connect(comment, &QAction::triggered, this, [this] { addNote(false); });
    connect(group, &QAction::triggered, this, [this] { addNote(true); });
    connect(arrange, &QAction::triggered, this, [this] {
        StepCommands &commands = m_view.commands();
        const QList<NodeId> &chosen = commands.selection().selected();
        commands.editing().clearPositions(chosen.size() > 1 ? chosen : commands.graph().nodes());
    });
    connect(&m_view.commands().selection(), &StepSelection::selectedChanged, this, &CanvasActions::updateActions);
    connect(&m_view.commands(), &StepCommands::readOnlyChanged, this, &CanvasActions::updateActions);
    updateActions();
}

QAction *CanvasActions::add(const QString &name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_all.append(action);
    m_view.addAction(action);
    return action;
}

void CanvasActions::updateActions()
{
    const bool writes = !m_view.commands().isReadOnly();
    const qsizetype count = chosenRects().size();
    for (QAction *action : {alignStart, alignTop, alignMiddle})
        action->setEnabled(writes && count > 1);
    distributeDown->setEnabled(writes && count > 2);
    distributeAcross->setEnabled(writes && count > 2);
    connectSteps->setEnabled(writes);
    arrange->setEnabled(writes);
    comment->setEnabled(writes);
    group->setEnabled(writes && count > 0);
}

QList<QRectF> CanvasActions::chosenRects() const
{
    QList<QRectF> rects;
    for (const NodeId node : m_view.commands().selection().outermost()) {
        if (const StepItem *item = m_view.canvas().itemOf(node))
            rects.append(item->rect().translated(item->pos()));
    }
    return rects;
}

void CanvasActions::align(const std::function<void(QList<QRectF> &)> &change)
{
    WorkflowScene &scene = m_view.canvas();
    scene.updateNow();
    const QList<NodeId> nodes = m_view.commands().selection().outermost();
    QList<QRectF> rects = chosenRects();
    if (rects.size() != nodes.size() || rects.isEmpty())
        return;
    change(rects);
    QHash<NodeId, QPointF> positions;
    for (qsizetype i = 0; i < nodes.size(); ++i)
        positions.insert(nodes.at(i),
                         scene.stored(m_view.commands().graph().container(nodes.at(i)), rects.at(i).topLeft(), rects.at(i).size()));
    m_view.commands().editing().setPositions(positions);
}

void CanvasActions::addNote(bool isGroup)
{
    const WorkflowScene &scene = m_view.canvas();
    const StepGeometry &g = scene.geometry();
    GraphNote note;
    note.kind = isGroup ? GraphNote::Kind::Group : GraphNote::Kind::Comment;
    note.text = isGroup ? tr("Group", "of steps on the canvas") : tr("Comment", "a note on the canvas");
    QList<GraphNote> notes = m_view.commands().graph().notes();
    for (const GraphNote &other : std::as_const(notes))
        note.id = std::max(note.id, other.id);
    ++note.id;
    QRectF rect(m_view.mapToScene(m_view.viewport()->rect().center()), QSizeF(g.line * 12, g.line * 5));
    if (isGroup) {
        rect = {};
        for (const NodeId node : m_view.commands().selection().outermost())
            rect |= scene.rectOf(node);
        rect.adjust(-g.gap * 2, -g.line * 2 - g.gap, g.gap * 2, g.gap * 2);
    }
    note.rect = QRectF(scene.stored(NodeId::Root, rect.topLeft(), rect.size()), rect.size());
    notes.append(note);
    m_view.commands().editing().setNotes(notes);
}

} // namespace desk
