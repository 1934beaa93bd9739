// The part of MessagePainter that paints what can be done with a message.
#include "gui/chat/transcript/messagepainter.h"
#include "gui/chat/turns/messagecommand.h"
#include "gui/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

void MessagePainter::paintAction(const MessageItem &item, const MessagePart &part)
{
    const auto command = static_cast<MessageCommand>(part.index);
    const Rating rating = item.marks().rating;
    const bool isRating =
        (command == MessageCommand::RateUp && rating == Rating::Up) || (command == MessageCommand::RateDown && rating == Rating::Down);
    if (isRating) { // it stays, and is more than a colour
        const QColor color = rating == Rating::Up ? Theme::success(m_look.palette) : Theme::danger(m_look.palette);
        const int radius = Theme::radius(m_look.font);
        m_painter.setPen(color);
        m_painter.setBrush(Theme::tint(color, m_look.palette));
        m_painter.drawRoundedRect(QRectF(part.rect).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius);
        icon(part.rect, MessageCommands::icon(command), color);
        if (item.marks().hasNote) { // a note is beside it
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(color);
            const int size = qMax(4, part.rect.height() / 5);
            m_painter.drawEllipse(QRect(rtl() ? part.rect.left() : part.rect.right() - size, part.rect.top(), size, size));
        }
        return;
    }
    if (m_look.hovered || m_look.current)
        paintButton(part, MessageCommands::icon(command), false);
}

void MessagePainter::paintVersion(const MessagePart &part)
{
    const QColor subtle = Theme::subtleText(m_look.palette);
    if (part.kind == Kind::VersionText) {
        text(part.rect, part.text, Theme::small(m_look.font), subtle, Qt::AlignCenter);
        return;
    }
    if (part.kind == Kind::VersionCompare) {
        paintButton(part, u"compare"_s, true);
        return;
    }
    const QString name = (part.kind == Kind::VersionBack) != rtl() ? u"chevron-left"_s : u"chevron-right"_s;
    if (part.activatable)
        paintButton(part, name, false);
    else
        icon(part.rect, name, Theme::border(m_look.palette));
}

} // namespace desk
