#pragma once

#include "gui/workflows/canvas/canvasitems.h"
#include "gui/workflows/canvas/stepface.h"
#include "state/workflows/nodeid.h"
#include "state/workflows/workflowediting.h"

#include <optional>

namespace desk {

class StepPainter;

// One step on the canvas. What is in a container is its child item. The painter belongs to the scene and outlives it.
class StepItem final : public QGraphicsItem
{
public:
    enum { Type = CanvasItem::Step };

    StepItem(NodeId node, const StepPainter &painter);

    [[nodiscard]] NodeId node() const { return m_node; }
    [[nodiscard]] const StepFace &face() const { return m_face; }
    void setFace(const StepFace &face); // whole texts; it elides them
    void setSize(const QSizeF &size);
    void lookChanged(); // font or palette
    void setCurrent(bool current);
    void setTarget(bool target);
    [[nodiscard]] QRectF rect() const { return {QPointF(), m_size}; }
    [[nodiscard]] std::optional<WorkflowEditing::Port> portAt(const QPointF &point) const; // in its own coordinates

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override; // of a container its header alone: inside is room for a rubber band
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void elide();

    const NodeId m_node;
    const StepPainter &m_painter;
    StepFace m_face;
    StepFace m_shown; // its texts elided
    QSizeF m_size;
    bool m_current = false;
    bool m_target = false;
};

} // namespace desk
