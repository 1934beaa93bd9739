#include "gui/profiles/profilemark.h"

#include "gui/theme.h"

#include <QPainter>
#include <QPixmap>

namespace desk {

QIcon profileMark(const QString &colour, const QFont &font)
{
    constexpr int scale = 2; // sharp at 200 %
    const int size = Theme::iconSize(font);
    QPixmap pixmap(size * scale, size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    const QColor fill(colour);
    if (fill.isValid()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(128, 128, 128, 160), 1)); // seen on light and on dark, whatever the colour
        painter.setBrush(fill);
        const qreal margin = size * 0.2;
        painter.drawEllipse(QRectF(margin, margin, size - 2 * margin, size - 2 * margin));
    }
    return QIcon(pixmap);
}

} // namespace desk
