#include "gui/chat/turns/messagecommand.h"

using namespace Qt::StringLiterals;

namespace desk {

using Command = MessageCommand;

const QList<MessageCommand> &MessageCommands::all()
{
    static const QList<Command> commands{Command::SendNow,     Command::Regenerate,   Command::Edit,          Command::Quote,
                                         Command::CopyPlain,   Command::CopyMarkdown, Command::CopyFormatted, Command::PreviousVersion,
                                         Command::NextVersion, Command::Compare,      Command::RateUp,        Command::RateDown,
                                         Command::RateNote,    Command::Trace,        Command::Remove,        Command::UndoRemove,
                                         Command::Menu};
    return commands;
}

QString MessageCommands::text(MessageCommand command)
{
    switch (command) {
    case Command::SendNow:
        return tr("Stop the Answer and Send This");
    case Command::Regenerate:
        return tr("Regenerate Answer");
    case Command::Edit:
        return tr("Edit and Resend…");
    case Command::Quote:
        return tr("Quote in Reply");
    case Command::CopyPlain:
        return tr("Copy as Plain Text");
    case Command::CopyMarkdown:
        return tr("Copy as Markdown");
    case Command::CopyFormatted:
        return tr("Copy with Formatting");
    case Command::PreviousVersion:
        return tr("Previous Version");
    case Command::NextVersion:
        return tr("Next Version");
    case Command::Compare:
        return tr("Compare Versions…");
    case Command::RateUp:
        return tr("Good Answer");
    case Command::RateDown:
        return tr("Bad Answer");
    case Command::RateNote:
        return tr("Rating and Note…");
    case Command::Trace:
        return tr("Raw Trace…");
    case Command::Remove:
        return tr("Delete Message");
    case Command::UndoRemove:
        return tr("Undo Deleting");
    case Command::Menu:
        return tr("More Actions on This Message");
    }
    return {};
}

QString MessageCommands::icon(MessageCommand command)
{
    switch (command) {
    case Command::SendNow:
        return u"send"_s;
    case Command::Regenerate:
        return u"retry"_s;
    case Command::Edit:
        return u"edit"_s;
    case Command::Quote:
        return u"quote"_s;
    case Command::PreviousVersion:
        return u"chevron-left"_s;
    case Command::NextVersion:
        return u"chevron-right"_s;
    case Command::Compare:
        return u"compare"_s;
    case Command::RateUp:
        return u"thumb-up"_s;
    case Command::RateDown:
        return u"thumb-down"_s;
    case Command::Remove:
        return u"delete"_s;
    case Command::Menu:
        return u"more"_s;
    default:
        return {};
    }
}

QString MessageCommands::objectName(MessageCommand command)
{
    switch (command) {
    case Command::SendNow:
        return u"sendNow"_s;
    case Command::Regenerate:
        return u"regenerateAnswer"_s;
    case Command::Edit:
        return u"editMessage"_s;
    case Command::Quote:
        return u"quoteMessage"_s;
    case Command::CopyPlain:
        return u"copyPlain"_s;
    case Command::CopyMarkdown:
        return u"copyMarkdown"_s;
    case Command::CopyFormatted:
        return u"copyFormatted"_s;
    case Command::PreviousVersion:
        return u"previousVersion"_s;
    case Command::NextVersion:
        return u"nextVersion"_s;
    case Command::Compare:
        return u"compareVersions"_s;
    case Command::RateUp:
        return u"rateUp"_s;
    case Command::RateDown:
        return u"rateDown"_s;
    case Command::RateNote:
        return u"rateNote"_s;
    case Command::Trace:
        return u"rawTrace"_s;
    case Command::Remove:
        return u"deleteMessage"_s;
    case Command::UndoRemove:
        return u"undoDeleteMessage"_s;
    case Command::Menu:
        return u"messageMenuAction"_s;
    }
    return {};
}

QKeySequence MessageCommands::keys(MessageCommand command)
{
    switch (command) {
    case Command::SendNow:
        return {Qt::ALT | Qt::SHIFT | Qt::Key_Return};
    case Command::Regenerate:
        return {Qt::CTRL | Qt::Key_R};
    case Command::Edit:
        return {Qt::Key_F2};
    case Command::Quote:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_R};
    case Command::CopyPlain:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_C};
    case Command::CopyMarkdown:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_M};
    case Command::CopyFormatted:
        return {Qt::CTRL | Qt::ALT | Qt::Key_C};
    case Command::PreviousVersion:
        return {Qt::ALT | Qt::Key_Left};
    case Command::NextVersion:
        return {Qt::ALT | Qt::Key_Right};
    case Command::Compare:
        return {Qt::CTRL | Qt::Key_D};
    case Command::RateUp:
        return {Qt::ALT | Qt::Key_Up};
    case Command::RateDown:
        return {Qt::ALT | Qt::Key_Down};
    case Command::RateNote:
        return {Qt::ALT | Qt::Key_Return};
    case Command::Trace:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_J};
    case Command::Remove:
        return {Qt::Key_Delete};
    case Command::UndoRemove:
        return {Qt::CTRL | Qt::Key_Z};
    case Command::Menu:
        return {Qt::SHIFT | Qt::Key_F10};
    }
    return {};
}

} // namespace desk
