#include "wire/json/jsonchecker.h"

#include "wire/json/plaintext.h"
#include "wire/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace desk::wire {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The key without its escapes: "a" and "\u0061" are one.
QString decoded(QByteArrayView quoted)
{
    const QByteArrayView inner = quoted.sliced(1, quoted.size() - 2);
    if (!inner.contains('\\'))
        return textFromUtf8(inner);
    // The letter in front keeps QJsonDocument from swallowing a U+FEFF.
    return QJsonDocument::fromJson("[\"-" + inner.toByteArray() + "\"]").array().at(0).toString().mid(1);
}

} // namespace

std::optional<JsonChecker::Fault> JsonChecker::check(QByteArrayView text, const JsonRules &rules)
{
    JsonChecker checker(text, rules);
    if (checker.document())
        return {};
    return Fault{checker.m_reason, checker.m_at - checker.m_begin};
}

bool JsonChecker::isPlainObject(QByteArrayView text, JsonMembers &members)
{
    JsonChecker checker(text, {});
    checker.m_members = &members;
    return checker.plainObject();
}

JsonChecker::JsonChecker(QByteArrayView text, const JsonRules &rules)
    : m_rules(rules)
    , m_begin(text.begin())
    , m_at(text.begin())
    , m_end(text.end())
{
    constexpr size_t usualDepth = 8;
    m_open.reserve(usualDepth);
}

bool JsonChecker::document()
{
    bool good = value();
    while (good && !m_open.empty())
        good = member();
    return good && (m_at == m_end || fail("text behind the value"));
}

// As document(), and keeps the members of the outermost object.
bool JsonChecker::plainObject()
{
    if (peek() != '{')
        return fail("no object");
    bool good = open('}');
    while (good && m_plain && !m_open.empty()) {
        good = member();
        if (m_open.size() == 1 && !m_members->isEmpty() && m_members->last().valueSize == 0)
            m_members->last().valueSize = m_at - m_begin - m_members->last().value;
    }
    return good && m_plain && m_at == m_end;
}

// One step in the innermost container: its end, or the next value.
bool JsonChecker::member()
{
    skipSpace();
    const char closer = m_open.back().closer;
    if (m_at != m_end && *m_at == closer) {
        ++m_at;
        m_open.pop_back();
        m_fresh = false;
        return true;
    }
    if (!m_fresh) {
        if (peek() != ',')
            return fail(m_at == m_end ? "unfinished" : "comma missing");
        ++m_at;
        skipSpace();
    }
    m_fresh = false;
    return (closer == ']' || key()) && value();
}

bool JsonChecker::value()
{
    skipSpace();
    switch (peek()) {
    case '{':
        return open('}');
    case '[':
        return open(']');
    case '"':
        return string();
    case 't':
        return literal("true");
    case 'f':
        return literal("false");
    case 'n':
        return literal("null");
    default:
        return number();
    }
}

bool JsonChecker::open(char closer)
{
    if (static_cast<int>(m_open.size()) >= m_rules.maxDepth)
        return fail("nested too deep");
    ++m_at;
    m_open.push_back({closer, {}});
    m_fresh = true;
    return true;
}

bool JsonChecker::key()
{
    const char *start = m_at;
    if (peek() != '"')
        return fail(m_at == m_end ? "unfinished" : "key missing");
    if (!string())
        return false;
    const QByteArrayView quoted(start, m_at);
    if (m_rules.uniqueKeys) {
        QSet<QString> &keys = m_open.back().keys;
        const qsizetype before = keys.size();
        keys.insert(decoded(quoted));
        if (keys.size() == before)
            return fail("key given twice");
    }
    skipSpace();
    if (peek() != ':')
        return fail("colon missing");
    ++m_at;
    if (m_members && m_open.size() == 1)
        keepMember(quoted);
    return true;
}

void JsonChecker::keepMember(QByteArrayView quotedKey)
{
    skipSpace();
    m_plain = m_plain && !quotedKey.contains('\\');
    m_members->append({quotedKey.data() + 1 - m_begin, quotedKey.size() - 2, m_at - m_begin, 0});
}

bool JsonChecker::string()
{
    for (++m_at; (m_at = skipPlainText(m_at, m_end)) != m_end; ++m_at) {
        if (*m_at == '"') {
            ++m_at;
            return true;
        }
        if (*m_at != '\\')
            return fail("control character in a string");
        if (!escape())
            return false;
    }
    return fail("unfinished string");
}

// Leaves m_at on the last character of it.
bool JsonChecker::escape()
{
    ++m_at;
    if (peek() == 'u') {
        const char *const last = m_at + 4;
        if (m_end - m_at <= 4 || !std::all_of(m_at + 1, last + 1, isHexDigit))
            return fail("bad escape");
        m_at = last;
        return true;
    }
    return (m_at != m_end && QByteArrayView("\"\\/bfnrt").contains(*m_at)) || fail("bad escape");
}

bool JsonChecker::number()
{
    constexpr qsizetype safeDigits = 300; // a double holds 308 of them
    const char *const start = m_at;
    if (peek() == '-')
        ++m_at;
    if (peek() == '0')
        ++m_at; // nothing may follow a leading nought
    else if (!digits())
        return false;
    if (peek() == '.') {
        ++m_at;
        if (!digits())
            return false;
    }
    m_plain = m_plain && m_at - start < safeDigits;
    if (peek() == 'e' || peek() == 'E') {
        m_plain = false;
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        return digits();
    }
    return true;
}

bool JsonChecker::digits()
{
    if (!isDigit(peek()))
        return fail(m_at == m_end ? "unfinished" : "neither a value nor a digit");
    m_at = std::find_if_not(m_at, m_end, isDigit);
    return true;
}

bool JsonChecker::literal(QByteArrayView word)
{
    if (!QByteArrayView(m_at, m_end).startsWith(word))
        return fail("unknown word");
    m_at += word.size();
    return true;
}

bool JsonChecker::fail(const char *reason)
{
    m_reason = reason;
    return false;
}

void JsonChecker::skipSpace()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

} // namespace desk::wire
