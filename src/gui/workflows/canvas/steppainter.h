#pragma once

#include "gui/workflows/canvas/edgepath.h"
#include "gui/workflows/canvas/stepface.h"
#include "gui/workflows/canvas/stepgeometry.h"
#include "state/workflows/graphedge.h"

#include <QCoreApplication>
#include <QHash>
#include <QIcon>
#include <QPalette>

class QPainter;

namespace desk {

// Draws what is on the canvas, in the colours of a palette. The less is seen of a step (detail: pixels a unit), the less is drawn of it.
// What a kind or an edge means is told by shape, icon and word; colour only repeats it.
class StepPainter
{
    Q_DECLARE_TR_FUNCTIONS(desk::StepPainter)
public:
    struct State {
        qreal detail = 1;
        bool isSelected = false;
        bool isCurrent = false;
        bool isTarget = false; // of an edge that is being drawn, or of a drop
    };

    static constexpr qreal plainDetail = 0.22; // below it a step is a rectangle, an edge a line

    StepPainter(const StepGeometry &geometry, const QPalette &palette);

    [[nodiscard]] const StepGeometry &geometry() const { return m_geometry; }
    [[nodiscard]] const QPalette &palette() const { return m_palette; }

    void drawStep(QPainter &painter, const QRectF &rect, const StepFace &face, const State &state) const;
    void drawEdge(QPainter &painter, const EdgePath &path, GraphEdge::Kind kind, qreal detail) const;
    void drawTerminal(QPainter &painter, const QRectF &rect, const QString &text, qreal detail) const;
    void drawNote(QPainter &painter, const QRectF &rect, const QString &text, bool isGroup, const State &state) const;
    void drawConnecting(QPainter &painter, const QPointF &from, const QPointF &to) const;

    [[nodiscard]] static QString word(GraphEdge::Kind kind);                             // translated; empty: it needs none
    [[nodiscard]] static QColor kindColor(const QString &type, const QPalette &palette); // 4.5 : 1 on Base
    [[nodiscard]] QString elidedTitle(const QString &text, qreal width) const;
    [[nodiscard]] QString elidedSecond(const QString &text, qreal width) const;
    [[nodiscard]] qreal textWidth(const QRectF &rect) const;

private:
    void drawTexts(QPainter &painter, const QRectF &rect, const StepFace &face, qreal detail, const QColor &color) const;
    void drawIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color) const;
    void drawPorts(QPainter &painter, const QRectF &rect, const StepFace &face, const QColor &color) const;
    [[nodiscard]] QColor edgeColor(GraphEdge::Kind kind) const;

    StepGeometry m_geometry;
    QPalette m_palette;
    QFont m_titleFont;
    QFont m_smallFont;
    mutable QHash<QString, QIcon> m_icons;
};

} // namespace desk
