#pragma once

#include "gui/workflows/canvas/canvasitems.h"

#include <QCoreApplication>

namespace desk {

class StepPainter;

// Where a workflow starts, or ends: nothing that is edited (BUG-69).
class TerminalItem final : public QGraphicsItem
{
    Q_DECLARE_TR_FUNCTIONS(desk::TerminalItem)
public:
    enum { Type = CanvasItem::Terminal };
    enum class Place { Start, End };

    TerminalItem(Place place, const StepPainter &painter);

    [[nodiscard]] QRectF rect() const;
    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return rect().adjusted(-2, -2, 2, 2); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Place m_place;
    const StepPainter &m_painter;
};

} // namespace desk
