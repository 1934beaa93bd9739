#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QList>
#include <QString>

namespace desk {

// What can be done with a message. Names, keys and icons are the same in its menu, its row of buttons and the list of shortcuts.
enum class MessageCommand {
    SendNow, // one that waits, before the answer under way is over
    Regenerate,
    Edit,
    Quote,
    CopyPlain,
    CopyMarkdown,
    CopyFormatted,
    PreviousVersion,
    NextVersion,
    Compare,
    RateUp,
    RateDown,
    RateNote,
    Trace, // what the server said in the turn
    Remove,
    UndoRemove,
    Menu // opens the others
};

class MessageCommands
{
    Q_DECLARE_TR_FUNCTIONS(MessageCommands)
public:
    [[nodiscard]] static const QList<MessageCommand> &all();
    [[nodiscard]] static QString text(MessageCommand command);
    [[nodiscard]] static QString icon(MessageCommand command); // of Theme::icon; empty: none
    [[nodiscard]] static QString objectName(MessageCommand command);
    [[nodiscard]] static QKeySequence keys(MessageCommand command); // while the messages have the focus
};

} // namespace desk
