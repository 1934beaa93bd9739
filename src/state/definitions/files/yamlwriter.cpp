#include "state/definitions/files/definitionorder.h"
#include "state/definitions/files/yamltext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

using wire::JsonNode;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::YamlWriter)
};

constexpr qsizetype longestPlainKey = 900; // in bytes, as written: readers look 1024 characters ahead for the colon

bool isSeparator(QChar c)
{
    return c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

bool isSurrogatePair(const QString &text, qsizetype at)
{
    return text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
}

bool hasHalfCharacter(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (!isSurrogatePair(text, i))
            return true;
        ++i;
    }
    return false;
}

bool isReadAsAnotherType(const QString &text)
{
    static const QSet<QString> words{u"y"_s,    u"n"_s,     u"yes"_s,  u"no"_s,  u"on"_s,  u"off"_s,
                                     u"true"_s, u"false"_s, u"null"_s, u"nan"_s, u"inf"_s, u"infinity"_s};
    return words.contains(text.toLower());
}

// Begins with a letter, so that it is no number, date, time or sign of YAML's, and holds nothing that would end it.
bool isPlain(const QString &text)
{
    if (text.isEmpty() || !text.front().isLetter() || text.back() == u':' || text.back().isSpace() || isReadAsAnotherType(text))
        return false;
    if (text.contains(": "_L1) || text.contains(" #"_L1))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() && !isSeparator(c); });
}

// What is not seen, or not taken as it is: escaped. The joiners of emoji and of scripts are part of what is seen.
bool isEscaped(QChar c)
{
    constexpr char16_t nonJoiner = 0x200C;
    constexpr char16_t joiner = 0x200D;
    constexpr char16_t firstNoCharacter = 0xFFFE;
    const bool isFormat = c.category() == QChar::Other_Format && c != nonJoiner && c != joiner;
    return c.category() == QChar::Other_Control || isFormat || isSeparator(c) || c.unicode() >= firstNoCharacter;
}

QString quoted(const QString &text)
{
    QString out = u"\""_s;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"' || c == u'\\')
            out += u'\\' + QString(c);
        else if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (c == u'\r')
            out += u"\\r"_s;
        else if (isEscaped(c))
            out += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

// A block says where its lines begin by its first one, and how many line breaks end it by the sign behind the bar; what needs more signs
// than that is quoted.
bool isBlock(const QString &text)
{
    if (!text.contains(u'\n') || text.startsWith(u'\n') || text.front().isSpace() || text.endsWith("\n\n"_L1))
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isLineEnd = i + 1 == text.size() || text.at(i + 1) == u'\n';
        if (c != u'\n' && (isEscaped(c) || (isLineEnd && c.isSpace())))
            return false;
    }
    return true;
}

// Readers of YAML 1.1 take 1e5 for a text: they want a point and a sign.
QString number(const QString &literal)
{
    QString out = literal.toLower();
    const qsizetype at = out.indexOf(u'e');
    if (at < 0)
        return out;
    if (out.at(at + 1).isDigit())
        out.insert(at + 1, u'+');
    if (!out.contains(u'.'))
        out.insert(at, u".0"_s);
    return out;
}

class Writer
{
public:
    Result<QString> document(const JsonNode &value)
    {
        if (isFilled(value))
            container(value, 0);
        else
            m_out = scalar(value, 0) + u'\n';
        if (m_fault.isEmpty() && m_out.toUtf8().size() > YamlLimits::bytes)
            m_fault = Texts::tr("It is too large for a YAML file. Use JSON.");
        if (m_fault.isEmpty())
            return m_out;
        Error error;
        error.kind = Error::Kind::Invalid;
        error.message = m_fault;
        return Unexpected{error};
    }

private:
    static bool isFilled(const JsonNode &value) { return (value.isArray() || value.isObject()) && !value.items().isEmpty(); }
    static QString blanks(qsizetype level) { return QString(level * 2, u' '); }

    static QString tooDeep() { return Texts::tr("It is nested too deep for a YAML file. Use JSON."); }

    void container(const JsonNode &value, qsizetype level)
    {
        if (level >= YamlLimits::depth) {
            m_fault = tooDeep();
            return;
        }
        for (qsizetype i = 0; i < value.items().size() && m_fault.isEmpty(); ++i) {
            if (value.isObject())
                member(value.keys().at(i), value.items().at(i), level);
            else
                item(value.items().at(i), level);
        }
    }

    void member(const QString &key, const JsonNode &value, qsizetype level)
    {
        count();
        check(key);
        const QString name = isPlain(key) ? key : quoted(key);
        if (name.toUtf8().size() > longestPlainKey)
            m_out += blanks(level) + u"? "_s + name + u'\n' + blanks(level) + u':';
        else
            m_out += blanks(level) + name + u':';
        if (isFilled(value)) {
            count();
            m_out += u'\n';
            container(value, level + 1);
        } else {
            m_out += u' ' + scalar(value, level) + u'\n';
        }
    }

    void item(const JsonNode &value, qsizetype level)
    {
        if (!isFilled(value)) {
            m_out += blanks(level) + u"- "_s + scalar(value, level) + u'\n';
            return;
        }
        count();
        const qsizetype dash = m_out.size() + level * 2;
        container(value, level + 1);
        if (dash < m_out.size())
            m_out[dash] = u'-'; // where the blanks of its first line are
    }

    // Without the line break at its end.
    QString scalar(const JsonNode &value, qsizetype level)
    {
        count();
        if ((value.isArray() || value.isObject()) && level + 1 >= YamlLimits::depth)
            m_fault = tooDeep();
        switch (value.kind()) {
        case JsonNode::Kind::Boolean:
            return value.isTrue() ? u"true"_s : u"false"_s;
        case JsonNode::Kind::Number:
            return number(value.text());
        case JsonNode::Kind::String:
            check(value.text());
            return text(value.text(), level);
        case JsonNode::Kind::Array:
            return u"[]"_s;
        case JsonNode::Kind::Object:
            return u"{}"_s;
        case JsonNode::Kind::Null:
            break;
        }
        return u"null"_s;
    }

    static QString text(const QString &text, qsizetype level)
    {
        if (isPlain(text))
            return text;
        if (!isBlock(text))
            return quoted(text);
        QString out = text.endsWith(u'\n') ? u"|"_s : u"|-"_s;
        const QString lines = text.endsWith(u'\n') ? text.chopped(1) : text;
        for (const QString &line : lines.split(u'\n'))
            out += u'\n' + (line.isEmpty() ? line : blanks(level + 1) + line);
        return out;
    }

    void check(const QString &text)
    {
        if (hasHalfCharacter(text))
            m_fault = Texts::tr("It holds half a character, which YAML cannot say. Use JSON.");
    }
    void count()
    {
        if (++m_nodes > YamlLimits::nodes)
            m_fault = Texts::tr("It has too many parts for a YAML file. Use JSON.");
    }

    QString m_out;
    QString m_fault;
    qsizetype m_nodes = 1; // the outermost
};

} // namespace

Result<QString> yamlOf(const JsonNode &value)
{
    return Writer().document(value);
}

Result<QString> yamlOf(const QJsonValue &value)
{
    return yamlOf(orderedNode(value));
}

} // namespace desk
