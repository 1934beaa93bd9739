#pragma once

#include "gui/workflows/canvas/stepgeometry.h"

#include <QList>
#include <QPainterPath>

namespace desk {

// The line from one step to another. What leads on is a curve that passes its bends; what leads back goes around both steps.
struct EdgePath {
    EdgePath() = default;
    EdgePath(const StepGeometry &geometry, const QRectF &from, WorkflowEditing::Port port, const QRectF &to,
             const QList<QPointF> &bends = {}, const QRectF &between = {}); // between: all of it is gone around, if there is any

    QPainterPath line;
    QPolygonF arrow;
    QPointF begin;
    QPointF end;
    QPointF label; // the middle of its word

    [[nodiscard]] QRectF bounds() const { return line.controlPointRect().united(arrow.boundingRect()); }
};

} // namespace desk
