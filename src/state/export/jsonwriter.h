#pragma once

#include "state/export/conversationwriter.h"

namespace desk {

// What ConversationFile reads back: see there for the form.
class JsonWriter final : public ConversationWriter
{
public:
    [[nodiscard]] QByteArray head(const ExportContent &content) override;
    [[nodiscard]] QByteArray message(const ExportContent &content, qsizetype index) override;
    [[nodiscard]] QByteArray tail(const ExportContent &content) override;
};

// What an export may hold of a conversation and a message: nothing of the server's own members, and of a message what the options say.
[[nodiscard]] QJsonObject exportedRecord(const Conversation &conversation);
[[nodiscard]] QJsonObject exportedRecord(const Message &message, const ExportOptions &options);
[[nodiscard]] QJsonObject exportedFacts(const ProgramFacts &facts);

} // namespace desk
