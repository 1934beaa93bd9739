#include "state/export/markdownwriter.h"

#include "state/export/exporttext.h"
#include "state/export/exportwords.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// Whether the character at `i` would mean something to Markdown or HTML there; as few as possible, because people read the source, too.
bool isMark(const QString &line, qsizetype i)
{
    const QChar c = line.at(i);
    const bool isFirst = i == 0;
    const bool isLast = i + 1 == line.size();
    if (u"\\`*[]<>~&"_s.contains(c))
        return true;
    if (c == u'_')
        return isFirst || isLast || !line.at(i - 1).isLetterOrNumber() || !line.at(i + 1).isLetterOrNumber();
    if (u"#+-=|"_s.contains(c))
        return isFirst || isLast;
    if (c != u'.' && c != u')')
        return false;
    const QStringView before = QStringView(line).left(i); // "1." begins a list
    return !isFirst && std::all_of(before.begin(), before.end(), [](QChar d) { return d.isDigit(); });
}

QString escaped(const QString &line)
{
    QString out;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (isMark(line, i))
            out += u'\\';
        out += line.at(i);
    }
    return out;
}

QString quoted(const QString &text)
{
    QString out;
    const QStringList lines = harmlessLines(text);
    for (const QString &line : lines)
        out += line.isEmpty() ? u">\n"_s : u"> "_s + line + u'\n';
    return out;
}

// In a fence longer than any in the text.
QString fenced(const QString &text, const QString &language)
{
    const QStringList lines = visibleText(text).split(u'\n');
    qsizetype longest = 2;
    for (const QString &line : lines) {
        qsizetype run = 0;
        for (const QChar c : line) {
            run = c == u'`' ? run + 1 : 0;
            longest = qMax(longest, run);
        }
    }
    const QString fence(longest + 1, u'`');
    return fence + language + u'\n' + lines.join(u'\n') + u'\n' + fence + u'\n';
}

QString details(const QString &label, const QJsonValue &value)
{
    const QString text = ExportWords::value(value);
    if (text.isEmpty())
        return {};
    return label + u":\n\n"_s + fenced(text, value.isString() ? QString() : u"json"_s) + u'\n';
}

QString list(const QString &label, const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    QString out = u"**"_s + label + u"**\n\n"_s;
    for (const QString &line : lines)
        out += u"- "_s + line + u'\n';
    return out + u'\n';
}

QString thoughts(const Message &message)
{
    QString out;
    for (const Thought &thought : ExportWords::thoughts(message)) {
        const QString source = escaped(ExportWords::thought(thought));
        out += (source.isEmpty() ? QString() : source + u":\n\n"_s) + quoted(thought.text) + u'\n';
    }
    return out.isEmpty() ? out : u"**"_s + ExportWords::thoughtsLabel() + u"**\n\n"_s + out;
}

QString tools(const Message &message, bool withDetails)
{
    QString out;
    for (const ToolCall &call : message.toolCalls) {
        out += u"**"_s + escaped(ExportWords::toolCall(call)) + u"**\n\n"_s;
        if (withDetails)
            out += details(ExportWords::inputLabel(), call.input) + details(ExportWords::outputLabel(), call.output);
    }
    return out;
}

QString sources(const Message &message)
{
    QStringList lines;
    for (const Citation &citation : message.citations) {
        QString line = escaped(ExportWords::source(citation));
        if (!citation.quote.isEmpty())
            line += u": \u201C"_s + escaped(harmlessLine(citation.quote, 2000)) + u'\u201D';
        lines.append(line);
    }
    return list(ExportWords::sourcesLabel(), lines);
}

} // namespace

QByteArray MarkdownWriter::head(const ExportContent &content)
{
    QString out = u"# "_s + escaped(ExportWords::title(content.conversation)) + u"\n\n"_s;
    const QStringList facts = ExportWords::facts(content);
    for (const QString &fact : facts)
        out += u"- "_s + escaped(fact) + u'\n';
    return out.toUtf8();
}

QByteArray MarkdownWriter::message(const ExportContent &content, qsizetype index)
{
    const Message &message = content.messages.at(index);
    QString out = u"\n## "_s + escaped(ExportWords::heading(message)) + u"\n\n"_s;
    if (const QString state = ExportWords::state(message); !state.isEmpty())
        out += u"**"_s + escaped(state) + u"**\n\n"_s;
    QStringList files;
    for (const StoredFile &file : message.attachments)
        files.append(escaped(ExportWords::attachment(file)));
    out += list(ExportWords::attachmentsLabel(), files);
    if (content.options.thoughts)
        out += thoughts(message);
    out += tools(message, content.options.toolDetails);
    if (!message.content.isEmpty())
        out += quoted(message.content) + u'\n';
    out += sources(message);
    while (out.endsWith("\n\n"_L1))
        out.chop(1);
    return out.toUtf8();
}

QByteArray MarkdownWriter::tail(const ExportContent &)
{
    return {};
}

} // namespace desk
