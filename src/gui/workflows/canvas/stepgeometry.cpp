#include "gui/workflows/canvas/stepgeometry.h"

#include <QFontMetricsF>

#include <cmath>

namespace desk {

using namespace Qt::StringLiterals;

StepGeometry::StepGeometry(const QFont &usedFont, bool across, bool mirrored)
    : font(usedFont)
    , isAcross(across)
    , isMirrored(mirrored)
    , line(std::ceil(QFontMetricsF(usedFont).height()))
    , gap(std::ceil(line / 2))
    , grid(gap * 2)
{
}

QPointF StepGeometry::direction() const
{
    if (!isAcross)
        return {0, 1};
    return {isMirrored ? -1.0 : 1.0, 0};
}

QPointF StepGeometry::inPort(const QRectF &rect) const
{
    if (!isAcross)
        return {rect.center().x(), rect.top()};
    return {isMirrored ? rect.right() : rect.left(), rect.center().y()};
}

QPointF StepGeometry::outPort(const QRectF &rect, WorkflowEditing::Port port) const
{
    qreal share = 0.5;
    if (port != WorkflowEditing::Port::Next)
        share = (port == WorkflowEditing::Port::Then) != (isMirrored && !isAcross) ? 0.3 : 0.7;
    if (!isAcross)
        return {rect.left() + rect.width() * share, rect.bottom()};
    return {isMirrored ? rect.left() : rect.right(), rect.top() + rect.height() * share};
}

QPointF StepGeometry::snapped(const QPointF &point) const
{
    return {std::round(point.x() / grid) * grid, std::round(point.y() / grid) * grid};
}

QPainterPath StepGeometry::outline(const QRectF &rect, const QString &type) const
{
    QPainterPath path;
    const qreal cut = gap;
    if (type == "agent"_L1) {
        path.addRoundedRect(rect, rect.height() / 2.5, rect.height() / 2.5);
    } else if (type == "condition"_L1) { // pointed at both sides
        path.addPolygon(QPolygonF({{rect.left() + cut * 1.5, rect.top()},
                                   {rect.right() - cut * 1.5, rect.top()},
                                   {rect.right(), rect.center().y()},
                                   {rect.right() - cut * 1.5, rect.bottom()},
                                   {rect.left() + cut * 1.5, rect.bottom()},
                                   {rect.left(), rect.center().y()}}));
        path.closeSubpath();
    } else if (type == "human"_L1 || type == "transform"_L1) { // cut corners: above for what asks, below for what changes
        const qreal above = type == "human"_L1 ? cut : 0;
        const qreal below = type == "human"_L1 ? 0 : cut;
        path.addPolygon(QPolygonF({{rect.left() + above, rect.top()},
                                   {rect.right() - above, rect.top()},
                                   {rect.right(), rect.top() + above},
                                   {rect.right(), rect.bottom() - below},
                                   {rect.right() - below, rect.bottom()},
                                   {rect.left() + below, rect.bottom()},
                                   {rect.left(), rect.bottom() - below},
                                   {rect.left(), rect.top() + above}}));
        path.closeSubpath();
    } else if (type == "input"_L1 || type == "output"_L1) { // slanted
        path.addPolygon(
            QPolygonF({{rect.left() + cut, rect.top()}, rect.topRight(), {rect.right() - cut, rect.bottom()}, rect.bottomLeft()}));
        path.closeSubpath();
    } else if (type == "tool"_L1 || type == "loop"_L1) {
        path.addRoundedRect(rect, cut / 2, cut / 2);
    } else {
        path.addRect(rect);
    }
    return path;
}

} // namespace desk
