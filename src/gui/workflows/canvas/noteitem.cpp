#include "gui/workflows/canvas/noteitem.h"

#include "gui/workflows/canvas/steppainter.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace desk {

NoteItem::NoteItem(const GraphNote &note, const StepPainter &painter)
    : m_note(note)
    , m_painter(painter)
{
    setFlag(ItemIsSelectable);
    setZValue(note.kind == GraphNote::Kind::Group ? -3 : -2);
    const bool mirrored = painter.geometry().isMirrored;
    setPos(mirrored ? -note.rect.right() : note.rect.left(), note.rect.top());
}

QRectF NoteItem::boundingRect() const
{
    return QRectF(QPointF(), m_note.rect.size()).adjusted(-3, -3, 3, 3);
}

QPainterPath NoteItem::shape() const
{
    QPainterPath path;
    const QRectF rect(QPointF(), m_note.rect.size());
    const qreal line = m_painter.geometry().line;
    path.addRect(m_note.kind == GraphNote::Kind::Comment ? rect : QRectF(0, 0, rect.width(), line * 2));
    return path;
}

void NoteItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(widget)
    StepPainter::State state;
    state.detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    state.isSelected = option->state.testFlag(QStyle::State_Selected);
    m_painter.drawNote(*painter, QRectF(QPointF(), m_note.rect.size()), m_note.text, m_note.kind == GraphNote::Kind::Group, state);
}

} // namespace desk
