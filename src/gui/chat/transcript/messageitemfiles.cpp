// The part of MessageItem for the files of a message.
#include "gui/chat/attachment/attachmenttext.h"
#include "gui/chat/attachment/thumbnails.h"
#include "gui/chat/transcript/messageitem.h"
#include "gui/text/textlimiter.h"

#include <QFontMetrics>

namespace desk {

using Kind = MessagePart::Kind;

void MessageItem::placeAttachments(Place &at)
{
    placeThumbnails(at);
    QStringList names;
    for (const StoredFile &file : m_message.attachments)
        names << AttachmentText::of(file);
    placeChips(at, Kind::Attachment, names);
}

// Boxes of one size, whatever comes into them: the row is as high before its pictures are read as afterwards.
void MessageItem::placeThumbnails(Place &at)
{
    if (m_thumbnails == nullptr)
        return;
    const int height = thumbnailHeight(m_font);
    const int width = qMin(at.width, height * 4 / 3);
    const int gap = m_unit / 2;
    int x = at.left;
    QList<qsizetype> starts{m_parts.size()};
    for (int i = 0; i < static_cast<int>(m_message.attachments.size()); ++i) {
        const StoredFile &file = m_message.attachments.at(i);
        if (!m_thumbnails->offers(file))
            continue;
        if (x > at.left && x + width > at.left + at.width) {
            x = at.left;
            at.y += height + gap;
            starts << m_parts.size();
        }
        const Thumbnails::Picture picture = m_thumbnails->picture(file);
        const QString name = displayLine(file.filename, 80);
        const bool isRefused = picture.state == Thumbnails::State::Refused;
        //: A file that is a picture: its name, and why it is not shown
        const QString text = isRefused ? tr("Picture %1 is not shown. %2").arg(name, picture.reason) : tr("Open picture: %1").arg(name);
        m_parts << MessagePart{Kind::Thumbnail, i, QRect(x, at.y, width, height), text, true};
        x += width + gap;
    }
    if (m_parts.size() == starts.constFirst())
        return;
    at.y += height + m_unit;
    alignLines(at, starts);
}

void MessageItem::alignLines(const Place &at, QList<qsizetype> starts)
{
    if (!isUser())
        return;
    starts << m_parts.size();
    for (qsizetype line = 0; line + 1 < starts.size(); ++line) {
        const int shift = at.left + at.width - 1 - m_parts.at(starts.at(line + 1) - 1).rect.right();
        for (qsizetype i = starts.at(line); i < starts.at(line + 1); ++i)
            m_parts[i].rect.translate(shift, 0);
    }
}

int MessageItem::thumbnailHeight(const QFont &font)
{
    return QFontMetrics(font).height() * 7;
}

} // namespace desk
