#include "gui/workflows/run/overlay/edgedataitem.h"

#include "gui/theme.h"
#include "gui/workflows/canvas/steppainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace desk {

namespace {

constexpr qreal textDetail = 0.6;

} // namespace

EdgeDataItem::EdgeDataItem(QGraphicsItem *step, const StepPainter &painter)
    : QGraphicsItem(step)
    , m_painter(painter)
{
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(1);
}

void EdgeDataItem::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    place(m_step);
    update();
}

// Beside the line that leads on, under the step.
void EdgeDataItem::place(const QRectF &step)
{
    const StepGeometry &geometry = m_painter.geometry();
    const QFontMetricsF metrics(Theme::small(geometry.font));
    const QPointF port = geometry.outPort(step, WorkflowEditing::Port::Next);
    const qreal width = std::min(metrics.horizontalAdvance(m_text) + geometry.gap, step.width());
    QRectF rect(0, port.y() + geometry.gap * 1.2, width, metrics.height());
    if (geometry.isMirrored) // on the side where the state is not, nor the words of the edge
        rect.moveLeft(port.x() + geometry.gap);
    else
        rect.moveRight(port.x() - geometry.gap);
    if (step == m_step && rect == m_rect)
        return;
    prepareGeometryChange();
    m_step = step;
    m_rect = rect;
}

void EdgeDataItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(option)
    Q_UNUSED(widget)
    if (m_text.isEmpty() || QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < textDetail)
        return;
    const QFont font = Theme::small(m_painter.geometry().font);
    painter->setFont(font);
    painter->setPen(Qt::NoPen); // lines must not run through the words
    painter->setBrush(m_painter.palette().brush(QPalette::Window));
    painter->drawRect(m_rect);
    painter->setPen(Theme::subtleText(m_painter.palette()));
    painter->drawText(m_rect, static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine,
                      QFontMetricsF(font).elidedText(m_text, Qt::ElideRight, m_rect.width()));
}

} // namespace desk
