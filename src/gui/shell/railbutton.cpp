#include "gui/shell/railbutton.h"

#include "gui/theme.h"

#include <QAction>
#include <QEvent>
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
    setAccessibleName(m_action.iconText());
    setToolTip(m_action.toolTip());
    setIcon(m_action.icon());
    setEnabled(m_action.isEnabled());
    setChecked(m_action.isChecked());
    setVisible(m_action.isVisible());
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
    painter.setFont(Theme::small(font()));
    painter.setPen(color);
    painter.drawText(QRect(0, iconRect.bottom() + gap / 4, width(), height() - iconRect.bottom() - gap / 2),
                     Qt::AlignHCenter | Qt::AlignTop, text());
}

} // namespace desk
