#pragma once

#include "gui/widgets/statuschip.h"

#include <QGraphicsItem>
#include <QString>

namespace desk {

class StepPainter;

// How a step stands in an execution, over the corner of its item: state, time, tokens, cost. From afar a patch of the state's colour. Takes
// no clicks. The painter belongs to the scene and outlives it.
class StepStateItem final : public QGraphicsItem
{
public:
    struct Content {
        StatusChip::Tone tone = StatusChip::Tone::Neutral;
        QString icon;
        QString text; // one safe line

        bool operator==(const Content &) const = default;
    };

    StepStateItem(QGraphicsItem *step, const StepPainter &painter);

    void setContent(const Content &content);
    [[nodiscard]] const Content &content() const { return m_content; }
    void place(const QRectF &step); // the step's rectangle in its own coordinates; also after another font

    [[nodiscard]] QRectF boundingRect() const override { return m_rect; }
    [[nodiscard]] QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const StepPainter &m_painter;
    Content m_content;
    QRectF m_step;
    QRectF m_rect;
};

} // namespace desk
