#include "gui/chat/compose/chatcommands.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/ratingsexport.h"

using namespace Qt::StringLiterals;

namespace desk {

QList<ComposeCommand> ChatCommands::of(ChatPage &page)
{
    const auto hasMessages = [&page] { return page.canExport() ? QString() : tr("This conversation has no messages yet."); };
    const auto isBusy = [&page] {
        const bool busy = page.session() != nullptr && page.session()->isBusy();
        return busy ? QString() : tr("No answer is being written.");
    };
    const auto always = [] { return QString(); };
    QList<ComposeCommand> commands{
        {u"new"_s, tr("Begin a new chat"), [&page] { page.newChat(); }, always},
        {u"agent"_s, tr("Choose which agent answers: write its name"), {}, always, true},
        {u"attach"_s, tr("Attach files"), [&page] { page.attachFiles(); }, [&page] { return page.attachProblem(); }},
        {u"find"_s, tr("Find words in this conversation"), [&page] { page.transcript()->openFind(); }, hasMessages},
        {u"export"_s, tr("Export or print this conversation"), [&page] { page.exportConversation(); }, hasMessages},
        {u"ratings"_s, tr("Export all rated answers for evaluation"), [&page] { page.ratings().run(); },
         [&page] { return page.ratings().whyNot(); }},
        {u"stop"_s, tr("Stop the answer"), [&page] { page.stop(); }, isBusy},
        {u"model"_s, tr("Choose the language model, in the settings"), [&page] { Q_EMIT page.settingsRequested(); }, always},
    };
    if (page.hasOptions())
        commands.insert(2, {u"options"_s, tr("Model, agents and tools of this chat"), [&page] { page.openOptions(); }, always});
    if (page.hasPrompts())
        commands.append({u"prompts"_s, tr("The library of prompts"), [&page] { page.openPrompts(); }, always});
    return commands;
}

} // namespace desk
