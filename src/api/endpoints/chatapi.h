#pragma once

#include "api/endpoints/chapter.h"
#include "domain/chatattachment.h"
#include "domain/chatmessage.h"
#include "domain/chatmodel.h"
#include "domain/chatsettings.h"

namespace desk {

// Contract 3.11, and of 3.10 and 3.2 what belongs to it. Conversations are shown by the agentic stream; this is for a whole answer at once.
class ChatApi : public Chapter
{
public:
    using Chapter::Chapter;

    [[nodiscard]] ApiCall<ChatReply> *send(const ChatMessageRequest &request); // answers when the turn has ended
    [[nodiscard]] ApiCall<ChatHistory> *history(const ConversationId &id, qsizetype limit);
    // 400 below two messages, 403 where an administrator forbids it.
    [[nodiscard]] ApiCall<InsightGeneration> *generateInsights(const ConversationId &id);
    [[nodiscard]] ApiCall<QList<ChatModel>> *models();

    // Registers a file that lies elsewhere already. There is no list of attachments.
    [[nodiscard]] ApiCall<ChatAttachment> *addAttachment(const ChatAttachment &attachment);
    [[nodiscard]] ApiCall<ChatAttachment> *attachment(const AttachmentId &id);
    [[nodiscard]] ApiCall<void> *removeAttachment(const AttachmentId &id);

    [[nodiscard]] ApiCall<ChatSettings> *settings();
    [[nodiscard]] ApiCall<ChatSettings> *setSettings(const ChatSettings &settings);
};

} // namespace desk
