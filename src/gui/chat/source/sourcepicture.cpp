#include "gui/chat/source/sourcepicture.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace desk {

SourcePicture::SourcePicture(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void SourcePicture::setImage(const QImage &image)
{
    m_image = image;
    m_scaled = {};
    update();
}

void SourcePicture::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    if (!m_image.isNull()) {
        const QSize room = size() * devicePixelRatioF();
        QSize fitted = m_image.size();
        if (fitted.width() > room.width() || fitted.height() > room.height())
            fitted.scale(room, Qt::KeepAspectRatio);
        fitted = fitted.expandedTo({1, 1});
        if (m_scaled.size() != fitted)
            m_scaled = QPixmap::fromImage(m_image.scaled(fitted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        const QRect place =
            QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, (QSizeF(fitted) / devicePixelRatioF()).toSize(), rect());
        painter.drawPixmap(place, m_scaled);
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace desk
