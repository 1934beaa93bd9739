#pragma once

#include "state/workflows/workflowediting.h"

#include <QFont>
#include <QMarginsF>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace desk {

// Sizes and shapes on the canvas, all from the font; and where edges begin and end. The flow goes down, or across, from the reading side.
struct StepGeometry {
    explicit StepGeometry(const QFont &font = {}, bool isAcross = false, bool isMirrored = false);

    QFont font;
    bool isAcross = false;
    bool isMirrored = false;
    qreal line = 16; // height of a line of text
    qreal gap = 8;
    qreal grid = 16; // what is dragged snaps to it

    [[nodiscard]] QSizeF stepSize() const { return {line * 14, line * 2 + gap * 2}; }
    [[nodiscard]] QSizeF containerSize() const { return {line * 14, line * 4 + gap * 4}; } // empty
    [[nodiscard]] QSizeF terminalSize() const { return {line * 5, line + gap}; }
    [[nodiscard]] QMarginsF inside() const { return {gap * 2, headerHeight() + gap * 2, gap * 2, gap * 2}; }
    [[nodiscard]] qreal headerHeight() const { return line * 2 + gap * 1.5; }
    [[nodiscard]] qreal portRadius() const { return line * 0.3; }
    [[nodiscard]] QPointF direction() const; // of the flow, length 1
    [[nodiscard]] QPointF inPort(const QRectF &rect) const;
    [[nodiscard]] QPointF outPort(const QRectF &rect, WorkflowEditing::Port port) const;
    [[nodiscard]] QPointF snapped(const QPointF &point) const;

    // The outline that tells the kind apart without colour.
    [[nodiscard]] QPainterPath outline(const QRectF &rect, const QString &type) const;
};

} // namespace desk
