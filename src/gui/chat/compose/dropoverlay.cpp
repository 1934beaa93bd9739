#include "gui/chat/compose/dropoverlay.h"

#include "gui/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace desk {

DropOverlay::DropOverlay(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"dropOverlay"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(0.88F);
    painter.fillRect(rect(), veil);
    const int unit = Theme::space(this);
    const QRectF frame = QRectF(rect()).adjusted(unit * 2, unit * 2, -unit * 2, -unit * 2);
    painter.setPen(QPen(Theme::accent(palette()), 2, Qt::DashLine));
    painter.drawRoundedRect(frame, unit, unit);
    painter.setFont(Theme::heading(font()));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(frame, Qt::AlignCenter, tr("Drop files to attach them"));
}

} // namespace desk
