#include "gui/widgets/statuschip.h"

#include "gui/theme.h"

#include <QPainter>
#include <QStyle>

namespace desk {

StatusChip::StatusChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusChip::setStatus(Tone tone, const QString &iconName, const QString &text)
{
    if (m_tone == tone && m_iconName == iconName && m_text == text)
        return;
    m_tone = tone;
    m_iconName = iconName;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QColor StatusChip::toneColor(Tone tone, const QPalette &palette)
{
    switch (tone) {
    case Tone::Active:
        return Theme::accent(palette);
    case Tone::Success:
        return Theme::success(palette);
    case Tone::Warning:
        return Theme::warning(palette);
    case Tone::Danger:
        return Theme::danger(palette);
    case Tone::Neutral:
        break;
    }
    return Theme::subtleText(palette);
}

QSize StatusChip::chipSize(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    const int gap = Theme::space(font, 0.5);
    return {metrics.horizontalAdvance(text) + metrics.height() + gap * 5, metrics.height() + gap};
}

void StatusChip::drawChip(QPainter &painter, const QRect &rect, const QPalette &palette, const QFont &font, Qt::LayoutDirection direction,
                          Tone tone, const QString &iconName, const QString &text)
{
    const QSize wanted = chipSize(font, text);
    const QSize size(qMin(wanted.width(), rect.width()), qMin(wanted.height(), rect.height()));
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, rect);
    const QFontMetrics metrics(font);
    const int gap = Theme::space(font, 0.5);
    const QColor color = toneColor(tone, palette);
    const int iconSide = qMin(metrics.height() - 1, chip.height());

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::tint(color, palette));
    painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    const QRect inner = chip.adjusted(gap * 3 / 2, 0, -gap * 3 / 2, 0);
    const QRect iconRect = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, {iconSide, iconSide}, inner);
    Theme::icon(iconName, color).paint(&painter, iconRect);
    QRect textRect = inner;
    if (direction == Qt::RightToLeft)
        textRect.setRight(iconRect.left() - gap);
    else
        textRect.setLeft(iconRect.right() + gap);
    painter.setPen(color);
    painter.setFont(font);
    painter.drawText(textRect, static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter),
                     metrics.elidedText(text, Qt::ElideRight, textRect.width() + 1));
    painter.restore();
}

QSize StatusChip::sizeHint() const
{
    return chipSize(font(), m_text);
}

QSize StatusChip::minimumSizeHint() const
{
    return {Theme::space(this, 4), sizeHint().height()};
}

void StatusChip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    drawChip(painter, rect(), palette(), font(), layoutDirection(), m_tone, m_iconName, m_text);
}

} // namespace desk
