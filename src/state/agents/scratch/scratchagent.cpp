#include "state/agents/scratch/scratchagent.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/endpoints/conversationsapi.h"
#include "state/agents/agentcopy.h"
#include "state/agents/agentlimits.h"
#include "state/agents/scratch/scratchcleaner.h"

#include <utility>

namespace desk {

ScratchAgent::ScratchAgent(ApiClient &api, ScratchCleaner &cleaner, const std::optional<Agent> &unsaved)
    : QObject(&cleaner)
    , m_api(api)
    , m_cleaner(cleaner)
{
    m_thing.name = newScratchName();
    m_thing.server = cleaner.server();
    if (!unsaved)
        return;
    m_agent = agentCopy(*unsaved, {});
    m_agent->name = m_thing.name;
    //: how a temporary agent is called, where other programs list it; %1 agent
    m_agent->displayName = tr("%1 (trial)").arg(unsaved->title().left(agentlimit::displayName - 40));
}

void ScratchAgent::make()
{
    m_isMaking = true;
    ScratchThing planned = m_thing; // whatever happens in between: it is looked for
    planned.hasAgent = m_agent.has_value();
    planned.hasConversation = true;
    m_cleaner.remember(planned, this, [this] { m_agent ? createAgent() : createConversation(); });
}

void ScratchAgent::createAgent()
{
    if (m_isDiscarded)
        return finish();
    m_thing.hasAgent = true;
    m_api.agents().create(*m_agent)->then(this, [this](const Result<Agent> &answer) { onAgent(answer); });
}

void ScratchAgent::onAgent(const Result<Agent> &answer)
{
    if (!answer)
        return refuse(answer.error(), &ScratchThing::hasAgent);
    m_thing.agent = answer->id;
    ScratchThing planned = m_thing;
    planned.hasConversation = true;
    m_cleaner.note(planned);
    createConversation();
}

void ScratchAgent::createConversation()
{
    if (m_isDiscarded)
        return finish();
    Conversation conversation;
    conversation.title = m_thing.name;
    conversation.source = scratchSource;
    conversation.isPrivate = true;
    m_thing.hasConversation = true;
    m_api.conversations().create(conversation)->then(this, [this](const Result<Conversation> &answer) { onConversation(answer); });
}

void ScratchAgent::onConversation(const Result<Conversation> &answer)
{
    if (!answer)
        return refuse(answer.error(), &ScratchThing::hasConversation);
    m_thing.conversation = answer->id;
    m_cleaner.note(m_thing);
    m_isMaking = false;
    if (m_isDiscarded)
        finish();
    else
        Q_EMIT made();
}

// What the server decided against is not there; of anything else it is not known.
void ScratchAgent::refuse(const Error &error, bool ScratchThing::*part)
{
    if (error.isFinal())
        m_thing.*part = false;
    m_thing.mayArrive = error.outcomeUnknown;
    m_isMaking = false;
    m_cleaner.note(m_thing);
    if (m_isDiscarded)
        finish();
    else
        Q_EMIT failed(error);
}

void ScratchAgent::discard()
{
    if (!std::exchange(m_isDiscarded, true) && !m_isMaking)
        finish();
}

void ScratchAgent::finish()
{
    m_cleaner.remove(m_thing);
    deleteLater();
}

} // namespace desk
