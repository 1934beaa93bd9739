#include "gui/chat/options/chatoptionscontrol.h"

#include "gui/chat/compose/composer.h"
#include "gui/chat/options/optionspanel.h"
#include "gui/chat/options/optionwords.h"
#include "gui/text/textlimiter.h"
#include "state/agents/agentstore.h"
#include "state/chat/agentstart.h"
#include "state/chat/chatchoices.h"
#include "state/store/chatoptionsstore.h"

#include <QPointer>

#include <algorithm>
#include <utility>

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
    connect(&choices, &ChatChoices::changed, this, &ChatOptionsControl::preselectModel);
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
    if (conversation != m_conversation)
        m_modelOf.clear();
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

void ChatOptionsControl::beginAfresh()
{
    m_modelOf.clear();
    m_store.reset(m_conversation);
}

void ChatOptionsControl::beginWith(const Agent &agent)
{
    m_modelOf = agent.name;
    m_store.set(m_conversation, AgentStart::options(agent, m_store.defaults()));
    m_choices.load();
    preselectModel();
}

// One that the server does not offer here may be its own word for something: then the agent's own counts, as the server knows it.
void ChatOptionsControl::preselectModel()
{
    if (m_modelOf.isEmpty() || !m_choices.hasModels())
        return;
    const Agent *agent = m_agents.findByName(std::exchange(m_modelOf, QString()));
    ChatOptions options = current();
    if (agent == nullptr || options.agents != QStringList{agent->name} || !options.model.isEmpty() || agent->model == "auto"_L1)
        return;
    const QList<ChatModel> &models = m_choices.models();
    if (std::none_of(models.cbegin(), models.cend(), [agent](const ChatModel &model) { return model.id == agent->model; }))
        return;
    options.model = agent->model;
    m_store.set(m_conversation, options);
}

void ChatOptionsControl::takeAgents(const QStringList &names)
{
    ChatOptions options = current();
    const Agent *left = options.agents.size() == 1 ? m_agents.findByName(options.agents.constFirst()) : nullptr;
    if (left != nullptr && names != options.agents)
        AgentStart::leave(*left, options);
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
