// The part of the chat page for a new chat with one agent (CA-20): whom it is with, and what it shows of that one.
#include "gui/chat/agentwelcome.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/options/chatoptionscontrol.h"
#include "gui/composeservices.h"
#include "gui/text/textlimiter.h"
#include "state/agents/agentstore.h"
#include "state/chat/chatsession.h"
#include "state/store/chatoptionsstore.h"
#include "state/workspace.h"

#include <utility>

namespace desk {

void ChatPage::connectAgent()
{
    const AgentStore &agents = m_services.agents;
    connect(&agents, &AgentStore::agentsChanged, this, [this] {
        m_agentsError.reset();
        beginWithAgent();
        updatePane();
    });
    connect(&agents, &AgentStore::failed, this, [this](const Error &error) {
        m_agentsError = error;
        updatePane();
    });
    connect(&agents, &AgentStore::loadingChanged, this, &ChatPage::updatePane);
    connect(&m_services.workspace, &Workspace::stateChanged, this, &ChatPage::updatePane);
    connect(m_composer, &Composer::agentsChosen, this, [this] {
        m_begunWith.clear(); // the person has chosen otherwise
        updatePane();
    });
    if (m_services.compose && m_services.compose->options)
        connect(m_services.compose->options, &ChatOptionsStore::changed, this, &ChatPage::updatePane);
    connect(m_agentWelcome, &AgentWelcome::settingsRequested, this, &ChatPage::settingsRequested);
    connect(m_agentWelcome, &AgentWelcome::retryRequested, this, [this] { m_services.agents.refresh(); });
    connect(m_agentWelcome, &AgentWelcome::starterChosen, this, &ChatPage::addText); // to be looked at: it is somebody else's words
}

void ChatPage::newChatWith(const QString &agentName)
{
    newChat();
    if (m_services.alone)
        return;
    m_composer->selectAgent({}); // until it is known that there is such an agent
    if (m_options)
        m_options->beginAfresh();
    m_begunWith = agentName;
    beginWithAgent();
    updatePane();
}

// Now, or as soon as the agents are known, unless somebody is chosen by then.
void ChatPage::beginWithAgent()
{
    const Agent *agent = m_begunWith.isEmpty() ? nullptr : m_services.agents.findByName(m_begunWith);
    const bool isNew = m_session != nullptr && m_session->transcript().rowCount() == 0 && !m_session->isBusy();
    if (agent == nullptr || !isNew)
        return;
    m_agentOfNewChat = std::exchange(m_begunWith, QString());
    m_composer->selectAgent(agent->name);
    if (m_options)
        m_options->beginWith(*agent);
    Q_EMIT statusMessage(tr("A new chat with %1").arg(displayLine(agent->title(), 80)));
}

// Another new chat, in the place of one that was begun with an agent and never used: it is nobody's again.
void ChatPage::leaveAgent()
{
    const QString agent = std::exchange(m_agentOfNewChat, QString());
    const QStringList chosen = m_options ? m_options->current().agents : m_composer->selectedAgents();
    if (agent.isEmpty() || chosen != QStringList{agent})
        return;
    if (m_options)
        m_options->beginAfresh();
    else
        m_composer->selectAgent({});
    updatePane();
}

bool ChatPage::showAgentWelcome()
{
    const QStringList chosen = m_options ? m_options->current().agents : m_composer->selectedAgents();
    QString name = m_begunWith;
    if (name.isEmpty() && chosen.size() == 1)
        name = chosen.constFirst();
    if (name.isEmpty())
        return false;
    const bool isReady = m_services.workspace.state() == Workspace::State::Ready;
    if (const Agent *agent = m_services.agents.findByName(name))
        m_agentWelcome->showAgent(*agent);
    else if (m_services.agents.isLoaded())
        m_agentWelcome->showGone(name);
    else if (m_agentsError && !m_services.agents.isLoading())
        m_agentWelcome->showProblem(name, m_agentsError->userText());
    else
        m_agentWelcome->showLoading(name, isReady);
    return true;
}

} // namespace desk
