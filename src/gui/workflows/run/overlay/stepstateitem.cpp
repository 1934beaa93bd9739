#include "gui/workflows/run/overlay/stepstateitem.h"

#include "gui/theme.h"
#include "gui/workflows/canvas/steppainter.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace desk {

namespace {

constexpr qreal textDetail = 0.45; // below it nobody could read

QFont fontOf(const StepPainter &painter)
{
    return Theme::small(painter.geometry().font);
}

} // namespace

StepStateItem::StepStateItem(QGraphicsItem *step, const StepPainter &painter)
    : QGraphicsItem(step)
    , m_painter(painter)
{
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(1);
}

void StepStateItem::setContent(const Content &content)
{
    if (content == m_content)
        return;
    m_content = content;
    place(m_step);
    update();
}

// Across the lower edge, at the side where reading ends, no wider than the step.
void StepStateItem::place(const QRectF &step)
{
    const QSizeF chip = QSizeF(StatusChip::chipSize(fontOf(m_painter), m_content.text)).boundedTo({step.width(), step.height()});
    const qreal gap = m_painter.geometry().gap;
    QRectF rect(QPointF(), chip);
    rect.moveCenter({step.center().x(), step.bottom()});
    if (m_painter.geometry().isMirrored)
        rect.moveLeft(step.left() + gap);
    else
        rect.moveRight(step.right() - gap);
    if (step == m_step && rect == m_rect)
        return;
    prepareGeometryChange();
    m_step = step;
    m_rect = rect;
}

void StepStateItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(option)
    Q_UNUSED(widget)
    const QPalette &palette = m_painter.palette();
    if (QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < textDetail) {
        painter->fillRect(m_rect, StatusChip::toneColor(m_content.tone, palette));
        return;
    }
    painter->setPen(Qt::NoPen); // the edge of the step must not shine through
    painter->setBrush(palette.brush(QPalette::Base));
    painter->drawRoundedRect(m_rect, m_rect.height() / 2, m_rect.height() / 2);
    StatusChip::drawChip(*painter, m_rect.toRect(), palette, fontOf(m_painter),
                         m_painter.geometry().isMirrored ? Qt::RightToLeft : Qt::LeftToRight, m_content.tone, m_content.icon,
                         m_content.text);
}

} // namespace desk
