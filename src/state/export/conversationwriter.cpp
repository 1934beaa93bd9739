#include "state/export/conversationwriter.h"

#include "state/atomicfile.h"
#include "state/export/jsonwriter.h"
#include "state/export/markdownwriter.h"
#include "state/export/plaintextwriter.h"

namespace desk {

std::unique_ptr<ConversationWriter> textWriter(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown:
        return std::make_unique<MarkdownWriter>();
    case ExportFormat::PlainText:
        return std::make_unique<PlainTextWriter>();
    case ExportFormat::Json:
        return std::make_unique<JsonWriter>();
    default:
        return nullptr;
    }
}

Result<> writeConversation(ConversationWriter &writer, const ExportContent &content, const QString &path, ExportProgress &progress)
{
    const qsizetype count = content.messages.size();
    progress.setTotal(count);
    AtomicFile file(path);
    if (Result<> opened = file.open(); !opened)
        return opened;
    if (Result<> written = file.write(writer.head(content)); !written)
        return written;
    for (qsizetype i = 0; i < count; ++i) {
        if (progress.isCancelled()) {
            Error cancelled;
            cancelled.kind = Error::Kind::Cancelled;
            return Unexpected{cancelled};
        }
        if (Result<> written = file.write(writer.message(content, i)); !written)
            return written;
        progress.setDone(i + 1);
    }
    if (Result<> written = file.write(writer.tail(content)); !written)
        return written;
    return file.commit();
}

} // namespace desk
