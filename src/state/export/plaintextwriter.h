#pragma once

#include "state/export/conversationwriter.h"

namespace desk {

// For reading anywhere. Foreign text is indented, so that no line of it can pass for one of ours; Markdown in it stays as it was written.
class PlainTextWriter final : public ConversationWriter
{
public:
    [[nodiscard]] QByteArray head(const ExportContent &content) override;
    [[nodiscard]] QByteArray message(const ExportContent &content, qsizetype index) override;
    [[nodiscard]] QByteArray tail(const ExportContent &content) override;
};

} // namespace desk
