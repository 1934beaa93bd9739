#include "state/agents/scratch/scratchremoval.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/endpoints/conversationsapi.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr qsizetype newest = 100; // conversations of trials that are looked through: there are hardly ever more than two

template <typename T>
[[nodiscard]] bool isGone(const Result<T> &answer)
{
    return answer || answer.error().kind == Error::Kind::NotFound;
}

} // namespace

ScratchRemoval::ScratchRemoval(ApiClient &api, ScratchThing thing, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_thing(std::move(thing))
{
}

void ScratchRemoval::start()
{
    clearConversation();
}

void ScratchRemoval::clearConversation()
{
    if (!m_thing.hasConversation)
        clearAgent();
    else if (m_thing.conversation.isEmpty())
        lookForConversation();
    else
        removeConversation();
}

void ScratchRemoval::lookForConversation()
{
    m_api.conversations().list({{}, scratchSource}, 0, newest)->then(this, [this](const Result<Page<Conversation>> &answer) {
        if (!answer) {
            keep(answer.error());
            return clearAgent();
        }
        const auto found = std::find_if(answer->items.cbegin(), answer->items.cend(),
                                        [this](const Conversation &conversation) { return conversation.title == m_thing.name; });
        if (found != answer->items.cend()) {
            m_thing.conversation = found->id;
            return removeConversation();
        }
        m_thing.hasConversation = m_thing.mayArrive;
        clearAgent();
    });
}

void ScratchRemoval::removeConversation()
{
    m_api.conversations().remove(m_thing.conversation)->then(this, [this](const Result<> &answer) {
        if (isGone(answer))
            m_thing.hasConversation = false;
        else
            keep(answer.error());
        clearAgent();
    });
}

void ScratchRemoval::clearAgent()
{
    if (!m_thing.hasAgent)
        finish();
    else if (m_thing.agent.isEmpty())
        lookForAgent();
    else
        removeAgent();
}

void ScratchRemoval::lookForAgent()
{
    m_api.agents().list()->then(this, [this](const Result<QList<Agent>> &answer) {
        if (!answer) {
            keep(answer.error());
            return finish();
        }
        const auto found =
            std::find_if(answer->cbegin(), answer->cend(), [this](const Agent &agent) { return agent.name == m_thing.name; });
        if (found != answer->cend()) {
            m_thing.agent = found->id;
            return removeAgent();
        }
        m_thing.hasAgent = m_thing.mayArrive;
        finish();
    });
}

void ScratchRemoval::removeAgent()
{
    m_api.agents().remove(m_thing.agent)->then(this, [this](const Result<> &answer) {
        if (isGone(answer))
            m_thing.hasAgent = false;
        else
            keep(answer.error());
        finish();
    });
}

void ScratchRemoval::keep(const Error &error)
{
    if (m_outcome)
        m_outcome = Unexpected{error};
}

void ScratchRemoval::finish()
{
    Q_EMIT done(m_thing, m_outcome);
}

} // namespace desk
