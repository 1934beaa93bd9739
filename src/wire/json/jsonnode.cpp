#include "wire/json/jsonnode.h"

#include "wire/json/jsonnumber.h"
#include "wire/json/jsonparser.h"
#include "wire/protocolerror.h"
#include "wire/utf8.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr int ownDepth = 512; // of values that were decoded already

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

QString escaped(char16_t c)
{
    return u"\\u%1"_s.arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
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
        else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            out += QString(c) + text.at(++i);
        else if (c < u' ' || c.isSurrogate()) // half a character has no UTF-8
            out += escaped(c.unicode());
        else
            out += c;
    }
    return out + u'"';
}

} // namespace

// Reads a text that JsonChecker has passed, so that nothing can be missing.
class JsonNode::Builder
{
public:
    explicit Builder(QByteArrayView text)
        : m_text(text)
    {
    }

    JsonNode value()
    {
        skipSpace();
        switch (m_text.at(m_at)) {
        case '{':
            return object();
        case '[':
            return array();
        case '"':
            return JsonNode::string(string());
        case 't':
            m_at += 4;
            return JsonNode::boolean(true);
        case 'f':
            m_at += 5;
            return JsonNode::boolean(false);
        case 'n':
            m_at += 4;
            return {};
        default:
            return number();
        }
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text.at(m_at)))
            ++m_at;
    }
    // Whether the container goes on; steps over the comma or the end.
    bool goesOn(char closer)
    {
        skipSpace();
        if (m_text.at(m_at) == ',') {
            ++m_at;
            skipSpace();
            return true;
        }
        if (m_text.at(m_at) != closer)
            return true; // the first
        ++m_at;
        return false;
    }
    JsonNode array()
    {
        JsonNode out = JsonNode::array();
        ++m_at;
        while (goesOn(']'))
            out.m_items.append(value());
        return out;
    }
    JsonNode object()
    {
        JsonNode out = JsonNode::object();
        QHash<QString, qsizetype> places;
        ++m_at;
        while (goesOn('}')) {
            const QString key = string();
            skipSpace();
            ++m_at; // the colon
            const JsonNode member = value();
            if (const auto known = places.constFind(key); known != places.cend()) {
                out.m_items[*known] = member;
                continue;
            }
            places.insert(key, out.m_items.size());
            out.m_keys.append(key);
            out.m_items.append(member);
        }
        return out;
    }
    JsonNode number()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && QByteArrayView("+-.0123456789eE").contains(m_text.at(m_at)))
            ++m_at;
        return JsonNode::number(QString::fromLatin1(m_text.sliced(start, m_at - start)));
    }
    QString string()
    {
        QString out;
        qsizetype start = ++m_at;
        for (; m_text.at(m_at) != '"'; ++m_at) {
            if (m_text.at(m_at) != '\\')
                continue;
            out += textFromUtf8(m_text.sliced(start, m_at - start));
            out += escape();
            start = m_at + 1;
        }
        out += textFromUtf8(m_text.sliced(start, m_at - start));
        ++m_at;
        return out;
    }
    // Leaves m_at on the last character of it.
    QChar escape()
    {
        const char c = m_text.at(++m_at);
        if (c == 'u') {
            m_at += 4;
            return QChar(m_text.sliced(m_at - 3, 4).toByteArray().toUShort(nullptr, 16));
        }
        constexpr QByteArrayView names("bfnrt");
        constexpr QByteArrayView meanings("\b\f\n\r\t");
        const qsizetype place = names.indexOf(c);
        return QLatin1Char(place < 0 ? c : meanings.at(place));
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

JsonNode JsonNode::boolean(bool value)
{
    JsonNode out;
    out.m_kind = Kind::Boolean;
    out.m_true = value;
    return out;
}

JsonNode JsonNode::number(const QString &literal)
{
    JsonNode out;
    out.m_kind = Kind::Number;
    out.m_text = literal;
    return out;
}

JsonNode JsonNode::string(const QString &text)
{
    JsonNode out;
    out.m_kind = Kind::String;
    out.m_text = text;
    return out;
}

JsonNode JsonNode::array(const QList<JsonNode> &items)
{
    JsonNode out;
    out.m_kind = Kind::Array;
    out.m_items = items;
    return out;
}

JsonNode JsonNode::object()
{
    JsonNode out;
    out.m_kind = Kind::Object;
    return out;
}

JsonNode JsonNode::of(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    const Result<JsonNode> inArray = parse(json, {ownDepth, false});
    return inArray && inArray->items().size() == 1 ? inArray->items().constFirst() : JsonNode();
}

Result<JsonNode> JsonNode::parse(const QByteArray &json, const JsonRules &rules)
{
    const QByteArray text = json.trimmed();
    if (!isValidUtf8(text))
        return Unexpected{protocolError(u"JSON: not UTF-8"_s)};
    if (const auto fault = JsonChecker::check(text, rules))
        return Unexpected{protocolError(u"JSON: %1 at byte %2"_s.arg(QLatin1StringView(fault->reason)).arg(fault->offset))};
    return Builder(text).value();
}

const JsonNode *JsonNode::member(const QString &key) const
{
    const qsizetype place = m_keys.indexOf(key);
    return place < 0 ? nullptr : &m_items.at(place);
}

void JsonNode::setMember(const QString &key, const JsonNode &value)
{
    const qsizetype place = m_keys.indexOf(key);
    if (place >= 0) {
        m_items[place] = value;
        return;
    }
    m_keys.append(key);
    m_items.append(value);
}

void JsonNode::removeMember(const QString &key)
{
    const qsizetype place = m_keys.indexOf(key);
    if (place < 0)
        return;
    m_keys.removeAt(place);
    m_items.removeAt(place);
}

bool JsonNode::isSame(const JsonNode &other) const
{
    if (m_kind != other.m_kind || m_items.size() != other.m_items.size())
        return false;
    if (m_kind == Kind::Number && m_text != other.m_text) {
        const auto mine = JsonNumber::of(m_text);
        const auto its = JsonNumber::of(other.m_text);
        return mine && its && mine->compare(*its) == 0;
    }
    if (m_true != other.m_true || m_text != other.m_text)
        return false;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const bool isInPlace = m_kind == Kind::Array || m_keys.at(i) == other.m_keys.at(i);
        const JsonNode *its = isInPlace ? &other.m_items.at(i) : other.member(m_keys.at(i));
        if (its == nullptr || !m_items.at(i).isSame(*its))
            return false;
    }
    return true;
}

QString JsonNode::toJson(bool isIndented) const
{
    QString out;
    write(out, isIndented, 0);
    return out;
}

QJsonValue JsonNode::toValue() const
{
    const Result<QJsonValue> value = parseJson(toJson(false).toUtf8());
    return value ? *value : QJsonValue(QJsonValue::Undefined);
}

void JsonNode::write(QString &out, bool isIndented, int level) const
{
    switch (m_kind) {
    case Kind::Null:
        out += u"null"_s;
        break;
    case Kind::Boolean:
        out += m_true ? u"true"_s : u"false"_s;
        break;
    case Kind::Number:
        out += m_text;
        break;
    case Kind::String:
        out += quoted(m_text);
        break;
    case Kind::Array:
    case Kind::Object:
        writeContainer(out, isIndented, level);
    }
}

void JsonNode::writeContainer(QString &out, bool isIndented, int level) const
{
    constexpr int step = 4;
    const auto newLine = [&](int depth) {
        if (isIndented && !m_items.isEmpty())
            out += u'\n' + QString(depth * step, u' ');
    };
    out += m_kind == Kind::Array ? u'[' : u'{';
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (i > 0)
            out += u',';
        newLine(level + 1);
        if (m_kind == Kind::Object)
            out += quoted(m_keys.at(i)) + (isIndented ? u": "_s : u":"_s);
        m_items.at(i).write(out, isIndented, level + 1);
    }
    newLine(level);
    out += m_kind == Kind::Array ? u']' : u'}';
}

} // namespace desk::wire
