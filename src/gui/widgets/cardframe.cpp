#include "gui/widgets/cardframe.h"

#include "gui/theme.h"

#include <QPainter>

namespace desk {

CardFrame::CardFrame(QWidget *parent, Tone tone)
    : QFrame(parent)
    , m_tone(tone)
{
}

void CardFrame::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool warns = m_tone == Tone::Warning;
    painter.setPen(warns ? Theme::warning(palette()) : Theme::border(palette()));
    painter.setBrush(warns ? Theme::tint(Theme::warning(palette()), palette()) : Theme::cardBackground(palette()));
    const int radius = Theme::radius(font());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace desk
