#include "gui/workflows/canvas/edgepath.h"

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

qreal along(const QPointF &point, const QPointF &direction)
{
    return QPointF::dotProduct(point, direction);
}

void curveThrough(QPainterPath &line, const QList<QPointF> &points, const QPointF &direction)
{
    line.moveTo(points.constFirst());
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF from = points.at(i - 1);
        const QPointF to = points.at(i);
        const QPointF pull = direction * std::max(4.0, std::abs(along(to - from, direction)) / 2);
        line.cubicTo(from + pull, to - pull, to);
    }
}

// Out of the one, past both on the side, and in again from before the other.
void curveAround(QPainterPath &line, const QRectF &from, const QPointF &begin, const QRectF &to, const QPointF &end, const StepGeometry &g,
                 const QRectF &between)
{
    const QPointF ahead = g.direction() * g.gap * 1.5;
    const QRectF both = from.united(to).united(between);
    const auto aside = [&](QPointF point) {
        if (g.isAcross)
            point.setY(both.bottom() + g.gap * 2);
        else
            point.setX(g.isMirrored ? both.left() - g.gap * 2 : both.right() + g.gap * 2);
        return point;
    };
    const QPolygonF corners({begin, begin + ahead, aside(begin + ahead), aside(end - ahead), end - ahead, end});
    line.moveTo(begin);
    for (qsizetype i = 1; i + 1 < corners.size(); ++i) {
        const QPointF before = corners.at(i - 1) - corners.at(i);
        const QPointF after = corners.at(i + 1) - corners.at(i);
        const auto part = [&](const QPointF &way) {
            const qreal length = std::hypot(way.x(), way.y());
            return length <= 0 ? QPointF() : way / length * std::min(g.gap, length / 2);
        };
        line.lineTo(corners.at(i) + part(before));
        line.quadTo(corners.at(i), corners.at(i) + part(after));
    }
    line.lineTo(end);
}

} // namespace

EdgePath::EdgePath(const StepGeometry &geometry, const QRectF &from, WorkflowEditing::Port port, const QRectF &to,
                   const QList<QPointF> &bends, const QRectF &between)
    : begin(geometry.outPort(from, port))
    , end(geometry.inPort(to))
{
    const QPointF direction = geometry.direction();
    const qreal size = geometry.gap * 0.8;
    const QPointF tip = end - direction * geometry.portRadius();
    const QPointF neck = tip - direction * size;
    const QPointF aside(direction.y() * size * 0.6, direction.x() * size * 0.6);
    arrow = QPolygonF({tip, neck + aside, neck - aside});
    const bool leadsOn = between.isNull() && along(neck - begin, direction) > 0;
    if (leadsOn)
        curveThrough(line, QList<QPointF>{begin} + bends + QList<QPointF>{neck}, direction);
    else
        curveAround(line, from, begin, to, neck, geometry, between);
    label = port == WorkflowEditing::Port::Next ? line.pointAtPercent(0.5) : begin + direction * geometry.line * 1.1;
    if (port == WorkflowEditing::Port::Next && !leadsOn) { // off what it goes around
        const QRectF bounds = line.boundingRect();
        const qreal away = geometry.line * 1.8;
        label = geometry.isAcross     ? QPointF(bounds.center().x(), bounds.bottom() + geometry.line * 0.3)
                : geometry.isMirrored ? QPointF(bounds.left() - away, bounds.center().y())
                                      : QPointF(bounds.right() + away, bounds.center().y());
    }
    if (port != WorkflowEditing::Port::Next && leadsOn && bends.isEmpty()) {
        const qreal wanted = geometry.isAcross ? geometry.line * 1.6 : geometry.line * 1.1;
        label = line.pointAtPercent(line.percentAtLength(std::min(wanted, line.length() / 2)));
    }
}

} // namespace desk
