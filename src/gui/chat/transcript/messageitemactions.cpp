// The part of MessageItem that places what can be done with the message, and which of its versions it is.
#include "gui/chat/transcript/messageitem.h"
#include "gui/chat/turns/messagecommand.h"
#include "gui/theme.h"

#include <QFontMetrics>

namespace desk {

using Kind = MessagePart::Kind;

void MessageItem::setMarks(const MessageMarks &marks, bool hasActions)
{
    m_dirty = m_dirty || marks != m_marks || hasActions != m_hasActions;
    m_marks = marks;
    m_hasActions = hasActions;
}

// Beside the copy button, which is the last part by then: quiet until the message has the mouse or the focus.
void MessageItem::placeActions()
{
    const bool isLive =
        m_message.state == MessageState::Streaming || m_message.state == MessageState::Pending || m_message.state == MessageState::Unknown;
    if (!m_hasActions || isLive || m_message.role == Role::System)
        return;
    using Command = MessageCommand;
    QList<Command> commands{Command::Menu};
    if (!isUser())
        commands = {Command::Menu, Command::RateDown, Command::RateUp, Command::Quote, Command::Regenerate};
    else if (m_message.state == MessageState::Waiting)
        commands = {Command::Menu, Command::SendNow};
    else
        commands = {Command::Menu, Command::Quote, Command::Edit};
    const QRect copy = m_parts.last().rect;
    const int room = m_parts.size() > 1 ? m_parts.at(m_parts.size() - 2).rect.width() / 2 : 0;
    if (commands.size() * copy.width() > room) {
        commands = {Command::Menu};
        if (m_marks.rating != Rating::None) // it is said where the buttons are
            commands << (m_marks.rating == Rating::Up ? Command::RateUp : Command::RateDown);
    }
    QRect rect = copy;
    for (const Command command : commands) {
        rect.moveLeft(rect.left() + (isUser() ? rect.width() : -rect.width()));
        m_parts << MessagePart{Kind::Action, static_cast<int>(command), rect, MessageCommands::text(command), true};
    }
}

void MessageItem::placeVersions(Place &at)
{
    const VersionPlace &version = m_marks.version;
    if (!version.isOneOfSeveral())
        return;
    const QFontMetrics metrics(Theme::small(m_font));
    const int line = qRound(metrics.height() * 1.8);
    //: Below a message that has several versions: 2 of 3
    const QString text = tr("%1 of %2").arg(version.number).arg(version.count);
    const QString compare = MessageCommands::text(MessageCommand::Compare);
    const int number = metrics.horizontalAdvance(text) + m_unit;
    const int button = metrics.horizontalAdvance(compare) + line + m_unit * 2;
    const int width = line * 2 + number + m_unit + button;
    int x = isUser() ? at.left + at.width - width : at.left;
    const auto add = [&](Kind kind, int partWidth, const QString &what, bool activatable) {
        m_parts << MessagePart{kind, 0, QRect(x, at.y, partWidth, line), what, activatable};
        x += partWidth;
    };
    add(Kind::VersionBack, line, tr("Show the version before"), version.number > 1);
    add(Kind::VersionText, number, text, false);
    add(Kind::VersionNext, line, tr("Show the next version"), version.number < version.count);
    x += m_unit;
    add(Kind::VersionCompare, button, compare, true);
    at.y += line + m_unit / 2;
}

} // namespace desk
