#include "gui/workflows/canvas/noteeditor.h"
#include "gui/workflows/canvas/noteitem.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"
#include "state/workflows/workflowgraph.h"

#include <QApplication>

#include <algorithm>

namespace desk {

void WorkflowView::grabNote(const NoteItem &note, const QPoint &position)
{
    m_noteDrag = NoteDrag{note.note().id, position, note.pos(), false};
}

void WorkflowView::dragNote(const QPoint &position)
{
    NoteItem *item = m_scene.noteItem(m_noteDrag->note);
    if (!item || (!m_noteDrag->isMoved && (position - m_noteDrag->press).manhattanLength() < QApplication::startDragDistance()))
        return;
    m_noteDrag->isMoved = true;
    item->setPos(m_scene.geometry().snapped(m_noteDrag->origin + mapToScene(position) - mapToScene(m_noteDrag->press)));
}

void WorkflowView::finishNoteDrag()
{
    const NoteDrag drag = *m_noteDrag;
    m_noteDrag.reset();
    const NoteItem *item = m_scene.noteItem(drag.note);
    if (!drag.isMoved || !item)
        return;
    const QPointF to = m_scene.stored(NodeId::Root, item->pos(), item->note().rect.size());
    changeNote(drag.note, [&](GraphNote &note) { note.rect.moveTopLeft(to); }, {});
}

void WorkflowView::changeNote(quint64 id, const std::function<void(GraphNote &)> &change, const QString &mergeKey)
{
    QList<GraphNote> notes = m_commands.graph().notes();
    const auto found = std::find_if(notes.begin(), notes.end(), [id](const GraphNote &note) { return note.id == id; });
    if (found == notes.end() || m_commands.isReadOnly())
        return;
    change(*found);
    m_commands.editing().setNotes(notes, mergeKey);
}

void WorkflowView::writeNote(quint64 id)
{
    const NoteItem *item = m_scene.noteItem(id);
    if (!item || m_commands.isReadOnly())
        return;
    const QRect place = mapFromScene(item->sceneBoundingRect()).boundingRect().intersected(viewport()->rect());
    auto *editor = new NoteEditor(item->note().text, place, this);
    connect(editor, &NoteEditor::written, this,
            [this, id](const QString &text) { changeNote(id, [&text](GraphNote &note) { note.text = text; }, {}); });
}

bool WorkflowView::removeChosenNotes()
{
    QList<GraphNote> notes = m_commands.graph().notes();
    const auto isChosen = [this](const GraphNote &note) {
        const NoteItem *item = m_scene.noteItem(note.id);
        return item && item->isSelected();
    };
    if (m_commands.isReadOnly() || notes.removeIf(isChosen) == 0)
        return false;
    m_commands.editing().setNotes(notes);
    return true;
}

} // namespace desk
