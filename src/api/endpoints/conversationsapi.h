#pragma once

#include "api/endpoints/chapter.h"
#include "domain/conversation.h"

namespace desk {

// What is left empty does not filter.
struct ConversationFilter {
    AgentId agentId; // slow on the team server: it reads every message there is (contract 6.3 #35)
    QString source;
};

// Contract 3.10: conversations and their messages.
class ConversationsApi : public Chapter
{
public:
    using Chapter::Chapter;

    // The one changed last comes first.
    [[nodiscard]] ApiCall<Page<Conversation>> *list(const ConversationFilter &filter, qsizetype offset, qsizetype limit);
    [[nodiscard]] ApiCall<Conversation> *create(const Conversation &conversation);
    [[nodiscard]] ApiCall<Conversation> *get(const ConversationId &id); // without messages; see mergeDetail
    // Title, privacy and model, as far as they changed. The answer has no last message.
    [[nodiscard]] ApiCall<Conversation> *update(const Conversation &before, const Conversation &after);
    [[nodiscard]] ApiCall<Conversation> *rename(const ConversationId &id, const QString &title);
    [[nodiscard]] ApiCall<void> *remove(const ConversationId &id);

    // Offset 0 is the newest; each page is oldest first.
    [[nodiscard]] ApiCall<Page<Message>> *messages(const ConversationId &id, qsizetype offset, qsizetype limit);
    // Stores a message; no answer follows. The team server fails (500) for a run it does not know.
    [[nodiscard]] ApiCall<Message> *addMessage(const ConversationId &id, const Message &message);
    [[nodiscard]] ApiCall<Message> *message(const MessageId &id);
    [[nodiscard]] ApiCall<void> *removeMessage(const ConversationId &id, const MessageId &message);
};

} // namespace desk
