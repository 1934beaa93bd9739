#pragma once

#include "gui/workflows/canvas/canvasitems.h"
#include "state/workflows/graphnote.h"

namespace desk {

class StepPainter;

// A comment, or the frame of a group behind the steps: only its border and text can be caught.
class NoteItem final : public QGraphicsItem
{
public:
    enum { Type = CanvasItem::Note };

    NoteItem(const GraphNote &note, const StepPainter &painter);

    [[nodiscard]] const GraphNote &note() const { return m_note; }
    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const GraphNote m_note;
    const StepPainter &m_painter;
};

} // namespace desk
