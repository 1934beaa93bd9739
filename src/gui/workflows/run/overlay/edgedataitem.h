#pragma once

#include <QGraphicsItem>
#include <QString>

namespace desk {

class StepPainter;

// What a step handed on, in one short line behind its item, where its edges begin. Seen from near alone. Takes no clicks.
class EdgeDataItem final : public QGraphicsItem
{
public:
    EdgeDataItem(QGraphicsItem *step, const StepPainter &painter);

    void setText(const QString &text); // one safe line; empty: nothing is drawn
    [[nodiscard]] const QString &text() const { return m_text; }
    void place(const QRectF &step);

    [[nodiscard]] QRectF boundingRect() const override { return m_rect; }
    [[nodiscard]] QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const StepPainter &m_painter;
    QString m_text;
    QRectF m_step;
    QRectF m_rect;
};

} // namespace desk
