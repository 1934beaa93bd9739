#pragma once

#include "domain/agent.h"
#include "domain/conversation.h"
#include "domain/result.h"
#include "state/agents/scratch/scratchthing.h"

#include <QObject>

#include <optional>

namespace desk {

class ApiClient;
class ScratchCleaner;

// What one trial runs with: a personal agent made of a definition that is not saved, which no server runs otherwise, and a conversation
// that no list shows (AG-48). Belongs to the cleaner and outlives who asked for it: after discard() it waits for what is still being
// made, has it removed and deletes itself. GUI thread.
class ScratchAgent : public QObject
{
    Q_OBJECT
public:
    // Without a definition only the conversation is made: for an agent that the server has.
    ScratchAgent(ApiClient &api, ScratchCleaner &cleaner, const std::optional<Agent> &unsaved);

    void make(); // made() or failed() follows, unless it is discarded before
    void discard();
    [[nodiscard]] const ScratchThing &thing() const { return m_thing; } // as far as it is made
    [[nodiscard]] const QString &name() const { return m_thing.name; }
    [[nodiscard]] const ConversationId &conversation() const { return m_thing.conversation; }

Q_SIGNALS:
    void made();
    void failed(const desk::Error &error); // what was made until then goes with discard()

private:
    void createAgent();
    void onAgent(const Result<Agent> &answer);
    void createConversation();
    void onConversation(const Result<Conversation> &answer);
    void refuse(const Error &error, bool ScratchThing::*part);
    void finish();

    ApiClient &m_api;
    ScratchCleaner &m_cleaner;
    std::optional<Agent> m_agent;
    ScratchThing m_thing;
    bool m_isMaking = false; // an answer is awaited
    bool m_isDiscarded = false;
};

} // namespace desk
