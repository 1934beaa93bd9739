#include "gui/export/conversationexport.h"

#include "gui/export/documentbuilder.h"
#include "gui/export/htmlwriter.h"
#include "gui/export/pageflow.h"
#include "gui/text/safetextdocument.h"
#include "state/atomicfile.h"
#include "state/export/conversationwriter.h"
#include "state/export/evidence.h"
#include "state/export/exportwords.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPdfWriter>
#include <QTextDocumentWriter>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype batchCharacters = 64 * 1024; // of one document on its way to paper
constexpr qsizetype batchMessages = 40;
constexpr qreal marginMillimetres = 18;

Unexpected<Error> cancelled()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    return {error};
}

// The end of a run of messages that fills one document.
qsizetype batchEnd(const QList<Message> &messages, qsizetype from)
{
    qsizetype size = 0;
    qsizetype end = from;
    while (end < messages.size() && end - from < batchMessages && (end == from || size < batchCharacters))
        size += messages.at(end++).content.size();
    return end;
}

} // namespace

Result<> ConversationExport::write(const ExportContent &content, ExportFormat format, const QString &path, const ExportLook &look,
                                   ExportProgress &progress)
{
    switch (format) {
    case ExportFormat::Pdf:
        return writePdf(content, path, look, progress);
    case ExportFormat::OpenDocument:
        return writeOpenDocument(content, path, look, progress);
    case ExportFormat::Evidence:
        return AtomicFile::replace(path, Evidence::write(content));
    case ExportFormat::Html: {
        HtmlWriter writer;
        return writeConversation(writer, content, path, progress);
    }
    default:
        return writeConversation(*textWriter(format), content, path, progress);
    }
}

Result<> ConversationExport::paint(const ExportContent &content, QPagedPaintDevice &device, const ExportLook &look,
                                   ExportProgress &progress)
{
    Error refused;
    refused.kind = Error::Kind::Storage;
    refused.message = tr("The pages could not be written.");
    refused.nextStep = tr("Check the printer or the folder, then try again.");
    const qsizetype count = content.messages.size();
    progress.setTotal(count);
    PageFlow pages(device, look, ExportWords::title(content.conversation));
    if (!pages.begin())
        return Unexpected{refused};
    for (qsizetype from = 0, end = 0; from < count || from == 0; from = end) {
        if (progress.isCancelled())
            return cancelled();
        end = qMax(batchEnd(content.messages, from), from);
        SafeTextDocument document;
        DocumentBuilder builder(content, look, document);
        if (from == 0)
            builder.addTitle();
        else if (pages.used() > 0)
            builder.addSpace(pages.used());
        for (qsizetype i = from; i < end; ++i)
            builder.addMessage(content.messages.at(i));
        pages.add(document);
        progress.setDone(end);
        if (count == 0)
            break;
    }
    return pages.end() ? Result<>() : Result<>(Unexpected{refused});
}

Result<> ConversationExport::writePdf(const ExportContent &content, const QString &path, const ExportLook &look, ExportProgress &progress)
{
    AtomicFile file(path);
    if (Result<> opened = file.open(); !opened)
        return opened;
    QPdfWriter writer(&file.device());
    writer.setPageSize(look.pageSize);
    writer.setPageMargins(QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres), QPageLayout::Millimeter);
    writer.setTitle(ExportWords::title(content.conversation));
    writer.setCreator(content.facts.program);
    if (Result<> painted = paint(content, writer, look, progress); !painted)
        return painted;
    return file.commit();
}

Result<> ConversationExport::writeOpenDocument(const ExportContent &content, const QString &path, const ExportLook &look,
                                               ExportProgress &progress)
{
    const qsizetype count = content.messages.size();
    if (count > maxDocumentMessages) {
        Error error;
        error.kind = Error::Kind::Invalid;
        error.message = tr("This conversation is too long for a text document: it has more than %n message(s).", nullptr,
                           static_cast<int>(maxDocumentMessages));
        error.nextStep = tr("Choose PDF, HTML or Markdown.");
        return Unexpected{error};
    }
    progress.setTotal(count);
    SafeTextDocument document;
    document.setMetaInformation(QTextDocument::DocumentTitle, ExportWords::title(content.conversation));
    DocumentBuilder builder(content, look, document);
    builder.addTitle();
    for (qsizetype i = 0; i < count; ++i) {
        if (progress.isCancelled())
            return cancelled();
        builder.addMessage(content.messages.at(i));
        progress.setDone(i + 1);
    }
    QBuffer bytes; // the writer closes its device, which no file that is still to be committed survives
    QTextDocumentWriter writer(&bytes, "ODF");
    if (!writer.write(&document)) {
        Error error;
        error.kind = Error::Kind::Storage;
        error.message = tr("The text document could not be made.");
        error.nextStep = tr("Choose PDF, HTML or Markdown.");
        return Unexpected{error};
    }
    return AtomicFile::replace(path, bytes.data());
}

QString ConversationExport::suffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown:
        return u".md"_s;
    case ExportFormat::Html:
        return u".html"_s;
    case ExportFormat::PlainText:
        return u".txt"_s;
    case ExportFormat::Json:
        return u".json"_s;
    case ExportFormat::Pdf:
        return u".pdf"_s;
    case ExportFormat::OpenDocument:
        return u".odt"_s;
    case ExportFormat::Evidence:
        return u".evidence.json"_s;
    }
    return {};
}

} // namespace desk
