#include "gui/shell/railbutton.h"

#include "gui/theme.h"

#include <QAction>
#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace desk {

RailButton::RailButton(QAction &action, QWidget *parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&m_action, &QAction::changed, this, &RailButton::sync);
    // By check, not by click: arrow keys inside the group choose a page too.
    connect(this, &QAbstractButton::toggled, this, [this](bool on) {
        if (on && !m_action.isChecked())
            m_action.trigger();
    });
    sync();
}

void RailButton::sync()
{
    setText(m_action.iconText());
    //: A page, and what waits on it
    setAccessibleName(m_badge == 0 ? m_action.iconText() : tr("%1, %2").arg(m_action.iconText(), m_badgeWords));
    setToolTip(m_action.toolTip());
    setIcon(m_action.icon());
    setEnabled(m_action.isEnabled());
    setChecked(m_action.isChecked());
    setVisible(m_action.isVisible());
}

void RailButton::setBadge(int count, const QString &words)
{
    m_badge = count;
    m_badgeWords = words;
    sync();
    update();
}

QSize RailButton::sizeHint() const
{
    const QFont small = Theme::small(font());
    const int gap = Theme::space(this);
    const int side = Theme::iconSize(font()) * 5 / 4;
    const QFontMetrics metrics(small);
    return {qMax(metrics.horizontalAdvance(text()) + gap * 2, gap * 9), side + metrics.height() + gap * 5 / 2};
}

QSize RailButton::minimumSizeHint() const
{
    return sizeHint();
}

bool RailButton::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void RailButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int gap = Theme::space(this);
    const QRectF box = QRectF(rect()).adjusted(gap / 2.0, gap / 4.0, -gap / 2.0, -gap / 4.0);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? Theme::selection(palette()) : Theme::hover(palette()));
        painter.drawRoundedRect(box, gap, gap);
    }
    const QColor color = isChecked() ? Theme::accent(palette()) : Theme::subtleText(palette());
    if (isChecked()) { // the choice is told by shape and colour
        const QRectF bar(isRightToLeft() ? width() - 3 : 0, box.top() + gap, 3, box.height() - 2 * gap);
        painter.setBrush(color);
        painter.drawRoundedRect(bar, 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::accent(palette()), 2));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), gap, gap);
    }
    const int side = Theme::iconSize(font()) * 5 / 4;
    const QRect iconRect((width() - side) / 2, qRound(box.top()) + gap * 3 / 4, side, side);
    Theme::icon(m_action.data().toString(), color).paint(&painter, iconRect);
    if (m_badge > 0)
        paintBadge(painter, iconRect);
    painter.setFont(Theme::small(font()));
    painter.setPen(color);
    painter.drawText(QRect(0, iconRect.bottom() + gap / 4, width(), height() - iconRect.bottom() - gap / 2),
                     Qt::AlignHCenter | Qt::AlignTop, text());
}

// Over the corner of the icon, as wide as its number.
void RailButton::paintBadge(QPainter &painter, const QRect &icon)
{
    static constexpr int most = 99;
    const QString text = m_badge > most ? QLocale().toString(most) + u'+' : QLocale().toString(m_badge);
    painter.setFont(Theme::small(font()));
    const QFontMetrics metrics = painter.fontMetrics();
    const int height = metrics.height();
    const int width = qMax(height, metrics.horizontalAdvance(text) + height / 2);
    const int left = isRightToLeft() ? icon.left() - width / 2 : icon.right() - width / 2;
    const QRect place(left, icon.top() - height / 3, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::accent(palette()));
    painter.drawRoundedRect(place, height / 2.0, height / 2.0);
    painter.setPen(palette().color(QPalette::Window));
    painter.drawText(place, Qt::AlignCenter, text);
}

} // namespace desk
