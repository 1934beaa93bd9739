#include "gui/palette/palette.h"

#include "gui/actions.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/chatcommands.h"
#include "gui/palette/palettewindow.h"
#include "gui/profiles/profilemenu.h"
#include "gui/text/textlimiter.h"
#include "state/agents/agentstore.h"
#include "state/conversations/conversationstore.h"
#include "state/settings.h"
#include "state/settings/savedsearches.h"
#include "state/workspace.h"

#include <QAction>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostRecent = 30;
constexpr qsizetype mostTitle = 200;

// Without the marks of menus.
QString plainTitle(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        plain += text.at(i);
    }
    return plain;
}

} // namespace

Palette::Palette(const Services &services, Actions &actions, ProfileMenu &profiles, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_actions(actions)
    , m_profiles(profiles)
{
}

void Palette::open(QWidget &window, ChatPage &chat, bool isMainWindow)
{
    if (m_window)
        return static_cast<void>(m_window->close());
    m_window =
        new PaletteWindow(entries(chat, isMainWindow), m_services.settings.value(Settings::Key::RecentCommands).toStringList(), &window);
    connect(m_window, &PaletteWindow::chosen, this, &Palette::remember);
    m_window->open();
}

void Palette::remember(const QString &id)
{
    QStringList recent = m_services.settings.value(Settings::Key::RecentCommands).toStringList();
    recent.removeAll(id);
    recent.prepend(id);
    m_services.settings.set(Settings::Key::RecentCommands, recent.mid(0, mostRecent));
}

QList<PaletteEntry> Palette::entries(ChatPage &chat, bool isMainWindow)
{
    QList<PaletteEntry> entries;
    entries.reserve(m_services.conversations.conversations().size() + 200);
    addActions(entries, isMainWindow);
    addChatCommands(entries, chat, isMainWindow);
    addConversations(entries);
    addAgents(entries);
    addProfiles(entries);
    addSearches(entries);
    return entries;
}

void Palette::addActions(QList<PaletteEntry> &entries, bool isMainWindow) const
{
    const QList<QAction *> ofMain{m_actions.exportChat, m_actions.find, m_actions.openInWindow, m_actions.insights, m_actions.refresh};
    for (QAction *action : m_actions.all()) {
        const bool isPage = m_actions.pages().contains(action);
        if (!action->isVisible() || action == m_actions.palette || (!isMainWindow && ofMain.contains(action)))
            continue;
        PaletteEntry entry;
        entry.kind = isPage ? PaletteEntry::Kind::Page : PaletteEntry::Kind::Command;
        entry.id = u"action:"_s + action->objectName();
        entry.title = plainTitle(action->text());
        entry.iconName = isPage ? action->data().toString() : u"chevron-right"_s;
        entry.keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!action->isEnabled()) {
            const bool isTold = !action->toolTip().isEmpty() && action->toolTip() != action->iconText();
            entry.whyNot = isTold ? action->toolTip() : tr("Not here.");
        }
        entry.run = [action = QPointer(action)] {
            if (action)
                action->trigger();
        };
        entries.append(entry);
    }
}

void Palette::addChatCommands(QList<PaletteEntry> &entries, ChatPage &chat, bool isMainWindow) const
{
    const QStringList alsoActions{u"new"_s, u"find"_s, u"export"_s}; // of the main window
    const QList<ComposeCommand> commands = ChatCommands::of(chat);
    for (const ComposeCommand &command : commands) {
        if (command.takesAgent || (isMainWindow && alsoActions.contains(command.name)) || command.name == "new"_L1)
            continue;
        PaletteEntry entry{PaletteEntry::Kind::Command, u"chat:"_s + command.name, command.summary, u"chevron-right"_s};
        entry.whyNot = command.whyNot();
        entry.run = [page = QPointer(&chat), run = command.run] {
            if (page)
                run();
        };
        entries.append(entry);
    }
}

void Palette::addConversations(QList<PaletteEntry> &entries)
{
    for (const Conversation &conversation : m_services.conversations.conversations()) {
        if (conversation.title.isEmpty())
            continue;
        entries.append({PaletteEntry::Kind::Conversation,
                        u"conversation:"_s + conversation.id.value(),
                        displayLine(conversation.title, mostTitle),
                        u"chat"_s,
                        {},
                        {},
                        [this, id = conversation.id] { Q_EMIT conversationChosen(id); }});
    }
}

void Palette::addAgents(QList<PaletteEntry> &entries)
{
    const QList<Agent> offered = m_services.agents.activeAgents();
    for (const Agent &agent : offered) {
        const QString title = displayLine(agent.displayName.isEmpty() ? agent.name : agent.displayName, mostTitle);
        entries.append({PaletteEntry::Kind::Agent, u"agent:"_s + agent.id.value(), title, u"agents"_s, {}, {}, [this, name = agent.name] {
                            Q_EMIT agentChosen(name);
                        }});
    }
}

void Palette::addSearches(QList<PaletteEntry> &entries)
{
    if (!m_services.search)
        return;
    const QList<SavedSearch> all = SavedSearches(m_services.settings, m_services.workspace.profile()).all();
    for (const SavedSearch &search : all)
        entries.append({PaletteEntry::Kind::Search,
                        u"search:"_s + search.id,
                        displayLine(search.name, mostTitle),
                        u"search"_s,
                        {},
                        {},
                        [this, text = search.text] { Q_EMIT searchChosen(text); }});
}

// The menu has them with their keys, and behind them what can be done about the session of the one that is open.
void Palette::addProfiles(QList<PaletteEntry> &entries) const
{
    bool isProfile = true;
    const QList<QAction *> actions = m_profiles.actions();
    for (QAction *action : actions) {
        if (action->isSeparator()) {
            isProfile = false;
            continue;
        }
        PaletteEntry entry;
        entry.kind = isProfile ? PaletteEntry::Kind::Profile : PaletteEntry::Kind::Command;
        entry.title = displayLine(plainTitle(action->text()), mostTitle);
        entry.id = u"profile:"_s + (action->objectName().isEmpty() ? entry.title : action->objectName());
        entry.iconName = isProfile ? u"user"_s : u"chevron-right"_s;
        entry.keys = action->shortcut().toString(QKeySequence::NativeText);
        if (isProfile && action->isChecked())
            entry.whyNot = tr("It is open.");
        entry.run = [action = QPointer(action)] {
            if (action)
                action->trigger();
        };
        entries.append(entry);
    }
}

} // namespace desk
