#pragma once

#include "state/export/conversationwriter.h"

namespace desk {

// CommonMark. What people and models wrote stands in block quotes, character by character: that way nothing in it, be it a fence that was
// never closed, a comment or a heading, can reach beyond its message or pass for another one.
class MarkdownWriter final : public ConversationWriter
{
public:
    [[nodiscard]] QByteArray head(const ExportContent &content) override;
    [[nodiscard]] QByteArray message(const ExportContent &content, qsizetype index) override;
    [[nodiscard]] QByteArray tail(const ExportContent &content) override;
};

} // namespace desk
