#include "gui/workflows/canvas/steppainter.h"

#include "gui/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal textDetail = 0.45; // below it nobody could read
constexpr qreal edgeDetail = 0.03; // between two steps is hardly a pixel

} // namespace

StepPainter::StepPainter(const StepGeometry &geometry, const QPalette &palette)
    : m_geometry(geometry)
    , m_palette(palette)
    , m_titleFont(geometry.font)
    , m_smallFont(Theme::small(geometry.font))
{
    m_titleFont.setWeight(QFont::DemiBold);
}

QColor StepPainter::kindColor(const QString &type, const QPalette &palette)
{
    static const QHash<QString, int> numbers{{u"agent"_s, 0}, {u"tool"_s, 1},   {u"condition"_s, 2}, {u"human"_s, 3},    {u"parallel"_s, 4},
                                             {u"loop"_s, 5},  {u"output"_s, 6}, {u"input"_s, 6},     {u"transform"_s, 7}};
    const auto found = numbers.constFind(type);
    return found == numbers.cend() ? Theme::subtleText(palette) : Theme::avatar(*found, palette);
}

qreal StepPainter::textWidth(const QRectF &rect) const
{
    return rect.width() - m_geometry.line * 1.5 - m_geometry.gap * 3.5;
}

QString StepPainter::elidedTitle(const QString &text, qreal width) const
{
    return QFontMetricsF(m_titleFont).elidedText(text, Qt::ElideRight, width);
}

QString StepPainter::elidedSecond(const QString &text, qreal width) const
{
    return QFontMetricsF(m_smallFont).elidedText(text, Qt::ElideRight, width);
}

void StepPainter::drawStep(QPainter &painter, const QRectF &rect, const StepFace &face, const State &state) const
{
    const QColor color = face.isDisabled ? Theme::subtleText(m_palette) : kindColor(face.type, m_palette);
    if (state.detail < plainDetail) {
        if (face.isContainer) {
            painter.setPen(QPen(color, 0));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect);
        } else {
            painter.fillRect(rect, color);
        }
        if (state.isSelected || state.isTarget) {
            painter.setPen(QPen(m_palette.color(QPalette::Highlight), 3 / state.detail));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect);
        }
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath outline = m_geometry.outline(rect, face.type);
    const bool marked = state.isSelected || state.isTarget;
    if (marked) {
        painter.setPen(QPen(m_palette.color(QPalette::Highlight), m_geometry.gap * 0.7, state.isTarget ? Qt::DashLine : Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline);
    }
    painter.setPen(QPen(color, face.isContainer ? 2 : 1.5, face.isDisabled ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(face.isContainer ? QBrush(Theme::tint(color, m_palette)) : m_palette.brush(QPalette::Base));
    painter.drawPath(outline);
    QRectF head = rect;
    if (face.isContainer) {
        head.setHeight(m_geometry.headerHeight());
        painter.drawLine(head.bottomLeft(), head.bottomRight());
        painter.setBrush(Qt::NoBrush);
        if (face.type == "parallel"_L1) // a second line beside, as lanes have
            painter.drawRect(rect.adjusted(3, 3, -3, -3));
    }
    drawTexts(painter, head, face, state.detail, color);
    if (state.detail >= textDetail)
        drawPorts(painter, rect, face, color);
    if (state.isCurrent) {
        painter.setPen(QPen(m_palette.color(QPalette::Text), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(-m_geometry.gap * 0.6, -m_geometry.gap * 0.6, m_geometry.gap * 0.6, m_geometry.gap * 0.6));
    }
}

void StepPainter::drawTexts(QPainter &painter, const QRectF &rect, const StepFace &face, qreal detail, const QColor &color) const
{
    const StepGeometry &g = m_geometry;
    const Qt::LayoutDirection direction = g.isMirrored ? Qt::RightToLeft : Qt::LeftToRight;
    const qreal side = g.line * 1.5;
    const QRectF inner = rect.adjusted(g.gap * 1.5, 0, -g.gap * 1.5, 0);
    QRectF icon(inner.left(), inner.center().y() - side / 2, side, side);
    QRectF text = inner.adjusted(side + g.gap * 0.5, 0, 0, 0);
    if (g.isMirrored) {
        icon.moveRight(inner.right());
        text = inner.adjusted(0, 0, -side - g.gap * 0.5, 0);
    }
    drawIcon(painter, icon, face.icon, color);
    if (detail < textDetail) { // a bar instead of words too small to be read
        painter.fillRect(QRectF(text.left(), text.center().y() - g.line / 4, text.width() * 0.7, g.line / 2), color);
        return;
    }
    const int start = static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;
    painter.setFont(m_titleFont);
    painter.setPen(face.isDisabled ? Theme::subtleText(m_palette) : m_palette.color(QPalette::Active, QPalette::Text));
    painter.drawText(QRectF(text.left(), text.center().y() - g.line, text.width(), g.line), start, face.title);
    painter.setFont(m_smallFont);
    painter.setPen(Theme::subtleText(m_palette));
    painter.drawText(QRectF(text.left(), text.center().y(), text.width(), g.line), start, face.second);
}

void StepPainter::drawIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color) const
{
    const QString key = name + color.name();
    auto found = m_icons.constFind(key);
    if (found == m_icons.cend())
        found = m_icons.insert(key, Theme::icon(name, color));
    // As many pixels as it covers, in few different sizes: zooming must not fill the cache of pictures.
    const qreal scale = std::abs(painter.worldTransform().m11()) * painter.device()->devicePixelRatioF();
    const int pixels = qBound(8, static_cast<int>(rect.width() * scale / 4 + 0.5) * 4, 256);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPixmap picture = found->pixmap(QSize(pixels, pixels), 1.0);
    painter.drawPixmap(rect, picture, QRectF(picture.rect()));
}

void StepPainter::drawPorts(QPainter &painter, const QRectF &rect, const StepFace &face, const QColor &color) const
{
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(m_palette.brush(QPalette::Base));
    const qreal r = m_geometry.portRadius();
    using Port = WorkflowEditing::Port;
    painter.drawEllipse(m_geometry.inPort(rect), r, r);
    painter.setBrush(color);
    if (face.isCondition) {
        painter.drawEllipse(m_geometry.outPort(rect, Port::Then), r, r);
        painter.drawEllipse(m_geometry.outPort(rect, Port::Else), r, r);
    } else {
        painter.drawEllipse(m_geometry.outPort(rect, Port::Next), r, r);
    }
}

QString StepPainter::word(GraphEdge::Kind kind)
{
    switch (kind) {
    case GraphEdge::Kind::Then:
    case GraphEdge::Kind::ThenNext:
        return tr("then", "branch of a condition");
    case GraphEdge::Kind::Else:
    case GraphEdge::Kind::ElseNext:
        return tr("else", "branch of a condition");
    case GraphEdge::Kind::FallThrough:
        return tr("runs on", "the steps behind a branch run although another branch was taken");
    case GraphEdge::Kind::IgnoredNext:
    case GraphEdge::Kind::IgnoredBranch:
        return tr("ignored", "an edge that the server does not follow");
    case GraphEdge::Kind::Sequence:
        break;
    }
    return {};
}

QColor StepPainter::edgeColor(GraphEdge::Kind kind) const
{
    switch (kind) {
    case GraphEdge::Kind::Then:
    case GraphEdge::Kind::ThenNext:
        return Theme::success(m_palette);
    case GraphEdge::Kind::Else:
    case GraphEdge::Kind::ElseNext:
        return Theme::danger(m_palette);
    case GraphEdge::Kind::FallThrough:
        return Theme::warning(m_palette);
    case GraphEdge::Kind::IgnoredNext:
    case GraphEdge::Kind::IgnoredBranch:
    case GraphEdge::Kind::Sequence:
        break;
    }
    return Theme::subtleText(m_palette);
}

void StepPainter::drawEdge(QPainter &painter, const EdgePath &path, GraphEdge::Kind kind, qreal detail) const
{
    const QColor color = edgeColor(kind);
    if (detail < edgeDetail)
        return;
    if (detail < plainDetail) {
        painter.setPen(QPen(color, 0));
        painter.drawLine(path.begin, path.end);
        return;
    }
    using Kind = GraphEdge::Kind;
    const bool ignored = kind == Kind::IgnoredNext || kind == Kind::IgnoredBranch;
    const Qt::PenStyle style = ignored ? Qt::DotLine : kind == Kind::FallThrough ? Qt::DashLine : Qt::SolidLine;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, ignored ? 1.2 : 1.8, style));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path.line);
    painter.setPen(QPen(color, 1));
    painter.setBrush(ignored ? Qt::NoBrush : QBrush(color));
    painter.drawPolygon(path.arrow);
    const QString text = word(kind);
    if (text.isEmpty() || detail < textDetail)
        return;
    const QFontMetricsF metrics(m_smallFont);
    QRectF box(QPointF(), QSizeF(metrics.horizontalAdvance(text) + m_geometry.gap, metrics.height()));
    box.moveCenter(path.label);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_palette.brush(QPalette::Base));
    painter.drawRoundedRect(box, box.height() / 3, box.height() / 3);
    painter.setPen(color);
    painter.setFont(m_smallFont);
    painter.drawText(box, Qt::AlignCenter, text);
}

void StepPainter::drawTerminal(QPainter &painter, const QRectF &rect, const QString &text, qreal detail) const
{
    const QColor color = m_palette.color(QPalette::Active, QPalette::Text);
    if (detail < plainDetail) {
        painter.fillRect(rect, color);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::subtleText(m_palette), 1.5));
    painter.setBrush(m_palette.brush(QPalette::Window));
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    if (detail < textDetail)
        return;
    painter.setFont(m_smallFont);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignCenter, text);
}

void StepPainter::drawNote(QPainter &painter, const QRectF &rect, const QString &text, bool isGroup, const State &state) const
{
    const QColor color = Theme::subtleText(m_palette);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(state.isSelected ? QPen(m_palette.color(QPalette::Highlight), 2.5)
                                    : QPen(color, 1, isGroup ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(isGroup ? Qt::NoBrush : QBrush(Theme::searchMark(m_palette)));
    painter.drawRoundedRect(rect, m_geometry.gap, m_geometry.gap);
    if (state.detail < textDetail)
        return;
    painter.setFont(isGroup ? m_titleFont : m_geometry.font);
    painter.setPen(m_palette.color(QPalette::Active, QPalette::Text));
    const Qt::LayoutDirection direction = m_geometry.isMirrored ? Qt::RightToLeft : Qt::LeftToRight;
    const int start = static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignTop);
    painter.drawText(rect.adjusted(m_geometry.gap, m_geometry.gap, -m_geometry.gap, -m_geometry.gap), start | Qt::TextWordWrap, text);
}

void StepPainter::drawConnecting(QPainter &painter, const QPointF &from, const QPointF &to) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_palette.color(QPalette::Highlight), 2.5, Qt::DashLine));
    painter.drawLine(from, to);
    painter.setBrush(m_palette.color(QPalette::Highlight));
    painter.drawEllipse(to, m_geometry.portRadius(), m_geometry.portRadius());
}

} // namespace desk
