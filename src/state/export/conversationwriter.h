#pragma once

#include "domain/result.h"
#include "state/export/exportcontent.h"
#include "state/export/exportprogress.h"

#include <QByteArray>

#include <memory>

namespace desk {

// One text format, written message by message: a conversation of 100 000 of them is never in memory as a whole file. Any thread.
class ConversationWriter
{
public:
    ConversationWriter() = default;
    ConversationWriter(const ConversationWriter &) = delete;
    ConversationWriter &operator=(const ConversationWriter &) = delete;
    virtual ~ConversationWriter() = default;

    [[nodiscard]] virtual QByteArray head(const ExportContent &content) = 0;
    // index counts from 0.
    [[nodiscard]] virtual QByteArray message(const ExportContent &content, qsizetype index) = 0;
    [[nodiscard]] virtual QByteArray tail(const ExportContent &content) = 0;
};

// Markdown, plain text and JSON; null for the formats that need a document (gui/export).
[[nodiscard]] std::unique_ptr<ConversationWriter> textWriter(ExportFormat format);

// Into a file that is there whole or not at all. Kind::Cancelled when the progress says so.
[[nodiscard]] Result<> writeConversation(ConversationWriter &writer, const ExportContent &content, const QString &path,
                                         ExportProgress &progress);

} // namespace desk
