#include "gui/chat/options/chatoptionscontrol.h"

#include "gui/chat/compose/composer.h"
#include "gui/chat/options/optionspanel.h"
#include "gui/chat/options/optionwords.h"
#include "gui/text/textlimiter.h"
#include "state/agentstore.h"
#include "state/chat/chatchoices.h"
#include "state/store/chatoptionsstore.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace desk {

ChatOptionsControl::ChatOptionsControl(Composer &composer, const AgentStore &agents, ChatChoices &choices, ChatOptionsStore &store,
                                       QObject *parent)
    : QObject(parent)
    , m_composer(composer)
    , m_agents(agents)
    , m_choices(choices)
    , m_store(store)
    , m_panel(new OptionsPanel(agents, choices, &composer))
{
    connect(&composer, &Composer::optionsRequested, this, &ChatOptionsControl::open);
    connect(&composer, &Composer::agentsChosen, this, &ChatOptionsControl::takeAgents);
    connect(m_panel, &OptionsPanel::changed, this, [this](const ChatOptions &options) { m_store.set(m_conversation, options); });
    connect(m_panel, &OptionsPanel::defaultsRequested, this, &ChatOptionsControl::saveDefaults);
    connect(m_panel, &OptionsPanel::resetRequested, this, [this] {
        m_store.reset(m_conversation);
        m_panel->setOptions(current(), true);
    });
    connect(&store, &ChatOptionsStore::changed, this, &ChatOptionsControl::refresh);
    connect(&choices, &ChatChoices::changed, this, &ChatOptionsControl::refresh);
    connect(&agents, &AgentStore::agentsChanged, this, &ChatOptionsControl::refresh, Qt::QueuedConnection); // behind the composer
}

ChatOptionsControl::~ChatOptionsControl() = default;

ChatOptions ChatOptionsControl::current() const
{
    return m_store.options(m_conversation);
}

void ChatOptionsControl::show(const ConversationId &conversation)
{
    m_conversation = conversation;
    m_panel->hide();
    refresh();
}

void ChatOptionsControl::refresh()
{
    const ChatOptions options = current();
    const ChatAbilities heeds = m_choices.abilities();
    m_composer.selectAgents(options.agents);
    m_composer.setOptions(OptionWords::summary(options, heeds), OptionWords::lines(options, heeds, m_agents));
    if (m_panel->isVisible() && m_panel->options() != options)
        m_panel->setOptions(options, !m_store.hasOwn(m_conversation));
}

void ChatOptionsControl::open()
{
    m_choices.load();
    m_panel->setOptions(current(), !m_store.hasOwn(m_conversation));
    m_panel->popUp(*m_composer.optionsButton());
}

void ChatOptionsControl::chooseAgents(const QStringList &names)
{
    takeAgents(names);
}

void ChatOptionsControl::takeAgents(const QStringList &names)
{
    ChatOptions options = current();
    options.agents = names;
    m_store.set(m_conversation, options);
}

// Kept here first; the server's settings are for the other programs of this person.
void ChatOptionsControl::saveDefaults()
{
    m_store.setDefaults(current());
    m_panel->setNote(tr("New chats begin with these options."));
    m_choices.saveToServer(current(), m_panel, [this](const Result<> &outcome) {
        if (!outcome)
            m_panel->setNote(tr("New chats on this computer begin with these options. The server did not take them: %1")
                                 .arg(displayLine(outcome.error().userText(), 200)));
    });
}

} // namespace desk
