#pragma once

#include "state/export/conversationwriter.h"

namespace desk {

// One file that any browser shows as it is: no script, nothing from elsewhere, and a policy in it that forbids both, should something
// have been overlooked. Light or dark as the reader's system is. Any thread.
class HtmlWriter final : public ConversationWriter
{
public:
    [[nodiscard]] QByteArray head(const ExportContent &content) override;
    [[nodiscard]] QByteArray message(const ExportContent &content, qsizetype index) override;
    [[nodiscard]] QByteArray tail(const ExportContent &content) override;
};

} // namespace desk
