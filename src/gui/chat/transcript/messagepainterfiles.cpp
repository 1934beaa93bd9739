// The part of MessagePainter for the pictures among the files of a message.
#include "gui/chat/attachment/thumbnails.h"
#include "gui/chat/transcript/messagepainter.h"
#include "gui/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace desk {

void MessagePainter::paintThumbnail(const MessageItem &item, const MessagePart &part)
{
    const QPalette &palette = m_look.palette;
    const int radius = Theme::radius(m_look.font);
    const QRectF card = QRectF(part.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    m_painter.setPen(Theme::border(palette));
    m_painter.setBrush(isHovered(part) ? Theme::hover(palette) : Theme::cardBackground(palette));
    m_painter.drawRoundedRect(card, radius, radius);
    if (m_look.thumbnails == nullptr || part.index >= item.message().attachments.size())
        return;
    const StoredFile &file = item.message().attachments.at(part.index);
    m_look.thumbnails->want(file);
    const Thumbnails::Picture picture = m_look.thumbnails->picture(file);
    const QRect inner = part.rect.adjusted(m_unit / 2, m_unit / 2, -m_unit / 2, -m_unit / 2);
    if (picture.state == Thumbnails::State::Refused)
        return paintNoThumbnail(inner, u"warning"_s, picture.reason);
    if (picture.state == Thumbnails::State::Waiting || picture.image.isNull())
        return paintNoThumbnail(inner, u"file"_s, {});
    const QSizeF own = QSizeF(picture.image.size()) / m_painter.device()->devicePixelRatioF();
    const QSizeF size = own.width() > inner.width() || own.height() > inner.height() ? own.scaled(inner.size(), Qt::KeepAspectRatio) : own;
    QRectF target({}, size);
    target.moveCenter(QRectF(inner).center());
    m_painter.save();
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    m_painter.drawImage(target, picture.image);
    m_painter.restore();
}

void MessagePainter::paintNoThumbnail(const QRect &rect, const QString &iconName, const QString &words)
{
    const QColor color = Theme::subtleText(m_look.palette);
    if (words.isEmpty())
        return icon(rect, iconName, color);
    const int line = Theme::iconSize(m_look.font) + m_unit;
    icon(QRect(rect.left(), rect.top(), rect.width(), line), iconName, color);
    m_painter.save();
    m_painter.setClipRect(rect, Qt::IntersectClip);
    text(rect.adjusted(0, line, 0, 0), words, Theme::small(m_look.font), color, Qt::TextWordWrap | Qt::AlignHCenter | Qt::AlignTop);
    m_painter.restore();
}

} // namespace desk
