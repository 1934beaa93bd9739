#pragma once

#include "gui/workflows/canvas/canvasitems.h"
#include "gui/workflows/canvas/edgepath.h"
#include "state/workflows/graphedge.h"

namespace desk {

class StepPainter;

// One edge, a child of the container that both its ends are in. Takes no clicks.
class EdgeItem final : public QGraphicsItem
{
public:
    enum { Type = CanvasItem::Edge };

    EdgeItem(const GraphEdge &edge, const StepPainter &painter);

    [[nodiscard]] const GraphEdge &edge() const { return m_edge; } // Root as an end: start or end of the workflow
    void setPath(const EdgePath &path);
    [[nodiscard]] const EdgePath &path() const { return m_path; }
    [[nodiscard]] WorkflowEditing::Port port() const;

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const GraphEdge m_edge;
    const StepPainter &m_painter;
    EdgePath m_path;
    QRectF m_bounds;
};

} // namespace desk
