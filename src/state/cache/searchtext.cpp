#include "state/cache/searchtext.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr char16_t hasMark = u'\uE001';
constexpr char16_t agentMark = u'\uE002';
constexpr char16_t toolMark = u'\uE003';
constexpr char16_t accountMark = u'\uE004';
constexpr char16_t noSpace = u'\u200B'; // parts words, is not seen

bool standsAlone(QChar character)
{
    switch (character.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return character.isLetterOrNumber();
    default:
        return false;
    }
}

bool isMark(QChar character)
{
    return character >= QChar(u'\uE000') && character <= QChar(u'\uE00F');
}

QByteArray mark(char16_t kind, const QString &key)
{
    return (QString(QChar(kind)) + key).toUtf8();
}

// The words of a JSON value, keys too: what people saw in the tool's card.
void addWords(QString &out, const QJsonValue &value, int depth = 0)
{
    if (out.size() > longestSearched || depth > 64)
        return;
    if (value.isString()) {
        out += value.toString() + u'\n';
    } else if (value.isDouble()) {
        out += QString::number(value.toDouble(), 'g', 15) + u'\n';
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue item : items)
            addWords(out, item, depth + 1);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            out += member.key() + u' ';
            addWords(out, member.value(), depth + 1);
        }
    }
}

bool hasTable(const QString &markdown)
{
    // The line under a table's head: | --- | :--: |
    for (qsizetype at = markdown.indexOf("\n|"_L1); at >= 0; at = markdown.indexOf("\n|"_L1, at + 1)) {
        const qsizetype end = markdown.indexOf(u'\n', at + 1);
        const QStringView line = QStringView(markdown).mid(at + 1, end < 0 ? -1 : end - at - 1);
        const auto isRule = [](QChar c) { return c == u'|' || c == u'-' || c == u':' || c.isSpace(); };
        if (line.contains(u'-') && std::all_of(line.begin(), line.end(), isRule))
            return true;
    }
    return false;
}

} // namespace

QByteArray searchable(QString text)
{
    const bool needsWork =
        std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x0e00 && (standsAlone(c) || isMark(c)); });
    if (!needsWork)
        return text.toUtf8();
    QString out;
    out.reserve(text.size() * 2);
    for (const QChar character : std::as_const(text)) {
        const bool alone = standsAlone(character);
        if (alone)
            out += QChar(noSpace);
        out += isMark(character) ? QChar(u' ') : character;
        if (alone)
            out += QChar(noSpace);
    }
    return out.toUtf8();
}

QByteArray SearchMarks::of(Has what)
{
    static const QStringList words{u"file"_s, u"table"_s, u"code"_s, u"tool"_s, u"source"_s};
    return mark(hasMark, words.at(static_cast<int>(what)));
}

QByteArray SearchMarks::ofAgent(const QString &key)
{
    return mark(agentMark, key);
}

QByteArray SearchMarks::ofTool(const QString &key)
{
    return mark(toolMark, key);
}

QByteArray SearchMarks::ofAccount(const QString &account)
{
    return mark(accountMark, QString::fromLatin1(QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().left(12)));
}

QString SearchMarks::keyOf(const QString &name)
{
    QString key;
    const QString folded = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar character : folded) {
        if (character.isLetterOrNumber())
            key += character;
    }
    return key.left(60);
}

QStringList agentsOf(const Message &message)
{
    QStringList agents;
    if (message.routing)
        agents = message.routing->agents;
    for (const ToolCall &call : message.toolCalls)
        agents += call.source;
    agents.removeAll(QString());
    agents.removeDuplicates();
    return agents;
}

QStringList toolsOf(const Message &message)
{
    QStringList tools;
    for (const ToolCall &call : message.toolCalls)
        tools += call.tool;
    tools.removeAll(QString());
    tools.removeDuplicates();
    return tools;
}

SearchText searchTextOf(const Message &message, const QString &account, const FileTextsById &fileTexts)
{
    SearchText out;
    const auto add = [&out](SearchText::Part part, const QString &name, const QString &text) {
        if (!text.isEmpty())
            out.pieces.append({part, name, searchable(text.left(longestSearched))});
    };
    add(SearchText::Part::Body, {}, message.content);
    QString thoughts;
    for (const Thought &thought : message.thoughts)
        thoughts += thought.text + u'\n';
    add(SearchText::Part::Thoughts, {}, thoughts);
    for (const ToolCall &call : message.toolCalls) {
        QString words = call.title + u'\n' + call.tool + u'\n' + call.error + u'\n';
        addWords(words, call.input);
        addWords(words, call.output);
        add(SearchText::Part::Tool, call.title.isEmpty() ? call.tool : call.title, words);
        out.marks += SearchMarks::ofTool(SearchMarks::keyOf(call.tool));
    }
    for (const StoredFile &file : message.attachments) {
        add(SearchText::Part::File, file.filename, file.filename);
        add(SearchText::Part::File, file.filename, fileTexts.value(file.id.value()));
    }
    for (const Citation &citation : message.citations)
        add(SearchText::Part::Source, citation.filename, citation.filename + u'\n' + citation.quote);
    const QStringList agents = agentsOf(message);
    for (const QString &agent : agents)
        out.marks += SearchMarks::ofAgent(SearchMarks::keyOf(agent));
    const auto has = [&out](SearchMarks::Has what, bool it) {
        if (it)
            out.marks += SearchMarks::of(what);
    };
    has(SearchMarks::Has::File, !message.attachments.isEmpty());
    has(SearchMarks::Has::Table, hasTable(message.content));
    has(SearchMarks::Has::Code, message.content.contains("```"_L1));
    has(SearchMarks::Has::Tool, !message.toolCalls.isEmpty());
    has(SearchMarks::Has::Source, !message.citations.isEmpty());
    out.marks += SearchMarks::ofAccount(account);
    return out;
}

QByteArray SearchText::indexed() const
{
    QByteArray document;
    for (const Piece &piece : pieces)
        document += piece.text + '\n';
    for (const QByteArray &mark : marks)
        document += mark + ' ';
    return document;
}

} // namespace desk
