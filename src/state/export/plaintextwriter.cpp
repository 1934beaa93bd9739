#include "state/export/plaintextwriter.h"

#include "state/export/exporttext.h"
#include "state/export/exportwords.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int step = 4; // columns

QString indented(const QString &text, int columns)
{
    const QString margin(columns, u' ');
    QString out;
    const QStringList lines = harmlessLines(text);
    for (const QString &line : lines)
        out += line.isEmpty() ? u"\n"_s : margin + line + u'\n';
    return out;
}

QString block(const QString &label, const QString &text)
{
    return text.isEmpty() ? QString() : QString(step / 2, u' ') + label + u'\n' + indented(text, step);
}

QString tools(const Message &message, bool withDetails)
{
    QString out;
    for (const ToolCall &call : message.toolCalls) {
        out += QString(step / 2, u' ') + ExportWords::toolCall(call) + u'\n';
        if (withDetails) {
            out += block(ExportWords::inputLabel(), visibleText(ExportWords::value(call.input)));
            out += block(ExportWords::outputLabel(), visibleText(ExportWords::value(call.output)));
        }
    }
    return out;
}

} // namespace

QByteArray PlainTextWriter::head(const ExportContent &content)
{
    const QString title = ExportWords::title(content.conversation);
    const QString rule(qMin<qsizetype>(title.size(), 80), u'=');
    return (title + u'\n' + rule + u'\n' + ExportWords::facts(content).join(u'\n') + u'\n').toUtf8();
}

QByteArray PlainTextWriter::message(const ExportContent &content, qsizetype index)
{
    const Message &message = content.messages.at(index);
    QString out = u'\n' + ExportWords::heading(message) + u'\n';
    if (const QString state = ExportWords::state(message); !state.isEmpty())
        out += u"[ "_s + state + u" ]\n"_s;
    QStringList files;
    for (const StoredFile &file : message.attachments)
        files.append(ExportWords::attachment(file));
    out += block(ExportWords::attachmentsLabel(), files.join(u'\n'));
    if (content.options.thoughts) {
        QStringList thoughts;
        for (const Thought &thought : ExportWords::thoughts(message))
            thoughts.append(thought.source.isEmpty() ? thought.text : ExportWords::thought(thought) + u": "_s + thought.text);
        out += block(ExportWords::thoughtsLabel(), thoughts.join(u'\n'));
    }
    out += tools(message, content.options.toolDetails);
    if (!message.content.isEmpty())
        out += indented(message.content, step);
    QStringList sources;
    for (const Citation &citation : message.citations) {
        const QString quote = harmlessLine(citation.quote, 2000);
        sources.append(quote.isEmpty() ? ExportWords::source(citation) : ExportWords::source(citation) + u": \u201C"_s + quote + u'\u201D');
    }
    out += block(ExportWords::sourcesLabel(), sources.join(u'\n'));
    return out.toUtf8();
}

QByteArray PlainTextWriter::tail(const ExportContent &)
{
    return {};
}

} // namespace desk
