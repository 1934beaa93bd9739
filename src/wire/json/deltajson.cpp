#include "wire/json/deltajson.h"

#include "wire/json/plaintext.h"
#include "wire/utf8.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// What lies between two quotes.
struct Quoted {
    QByteArrayView inner;
    bool hasEscape = false;
};

// Reads one object of plain members and, inside it, one of flags. Every function is false for what it cannot take.
class DeltaText
{
public:
    explicit DeltaText(QByteArrayView text)
        : m_at(text.begin())
        , m_end(text.end())
    {
    }

    bool read()
    {
        return members([this](QByteArrayView key) { return member(key); }) && m_at == m_end;
    }
    ContentDelta take()
    {
        const ContentDelta::Kind kind = contentKind(QLatin1StringView(m_phase), m_streaming || m_partial, m_text.isEmpty());
        return {kind, std::move(m_source), std::move(m_text)};
    }

private:
    template <typename Member>
    bool members(Member take)
    {
        if (!skip('{'))
            return false;
        if (skip('}'))
            return true;
        do {
            Quoted key;
            if (!quoted(key) || !isPlain(key) || !skip(':') || !take(key.inner))
                return false;
        } while (skip(','));
        return skip('}');
    }

    bool member(QByteArrayView key)
    {
        if (key == "message")
            return string(m_text);
        if (key == "source")
            return string(m_source);
        if (key != "data")
            return ignored();
        m_phase = {};
        m_streaming = m_partial = false;
        return peek() == '{' ? members([this](QByteArrayView name) { return flag(name); }) : ignored();
    }

    bool flag(QByteArrayView key)
    {
        if (key == "streaming")
            return boolean(m_streaming);
        if (key == "partial")
            return boolean(m_partial);
        if (key != "phase")
            return ignored();
        m_phase = {};
        Quoted value;
        if (peek() != '"')
            return ignored();
        if (!quoted(value) || !isPlain(value))
            return false;
        m_phase = value.inner;
        return true;
    }

    bool string(QString &out)
    {
        out.clear();
        if (peek() != '"')
            return ignored();
        Quoted value;
        if (!quoted(value) || !isValidUtf8(value.inner))
            return false;
        if (value.hasEscape)
            return unescape(value.inner, out);
        out = textFromUtf8(value.inner);
        return true;
    }

    bool boolean(bool &out)
    {
        out = peek() == 't';
        return ignored();
    }

    // Text of no interest, true, false or null; no numbers, lists or objects.
    bool ignored()
    {
        switch (peek()) {
        case '"': {
            Quoted value;
            return quoted(value) && isPlain(value);
        }
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return false;
        }
    }

    bool quoted(Quoted &out)
    {
        if (!skip('"'))
            return false;
        const char *const begin = m_at;
        while ((m_at = skipPlainText(m_at, m_end)) != m_end && *m_at == '\\' && m_end - m_at > 1) {
            out.hasEscape = true;
            m_at += 2;
        }
        if (m_at == m_end || *m_at != '"')
            return false;
        out.inner = {begin, m_at};
        ++m_at;
        return true;
    }

    static bool isPlain(const Quoted &text)
    {
        return !text.hasEscape && std::all_of(text.inner.begin(), text.inner.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
    }

    static bool unescape(QByteArrayView text, QString &out)
    {
        while (!text.isEmpty()) {
            const qsizetype plain = std::find(text.begin(), text.end(), '\\') - text.begin();
            out += textFromUtf8(text.first(plain));
            text = text.sliced(plain);
            if (!text.isEmpty() && !takeEscape(text, out))
                return false;
        }
        return true;
    }

    static bool takeEscape(QByteArrayView &text, QString &out)
    {
        constexpr QByteArrayView letters("\"\\/bfnrt");
        constexpr QByteArrayView meanings("\"\\/\b\f\n\r\t");
        constexpr qsizetype unicodeSize = 6;
        if (const qsizetype letter = letters.indexOf(text.at(1)); letter >= 0) {
            out += QLatin1Char(meanings.at(letter));
            text = text.sliced(2);
            return true;
        }
        if (text.at(1) != 'u' || text.size() < unicodeSize || !std::all_of(text.begin() + 2, text.begin() + unicodeSize, isHexDigit))
            return false;
        out += QChar(text.sliced(2, 4).toUShort(nullptr, 16));
        text = text.sliced(unicodeSize);
        return true;
    }

    static bool isHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

    bool word(QByteArrayView expected)
    {
        if (!QByteArrayView(m_at, m_end).startsWith(expected))
            return false;
        m_at += expected.size();
        skipSpace();
        return true;
    }

    bool skip(char expected)
    {
        if (peek() != expected)
            return false;
        ++m_at;
        if (expected != '"')
            skipSpace();
        return true;
    }

    [[nodiscard]] char peek()
    {
        skipSpace();
        return m_at == m_end ? '\0' : *m_at;
    }

    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }

    const char *m_at;
    const char *m_end;
    QString m_source;
    QString m_text;
    QByteArrayView m_phase;
    bool m_streaming = false;
    bool m_partial = false;
};

} // namespace

std::optional<ContentDelta> deltaFromText(QByteArrayView text)
{
    DeltaText delta(text);
    if (!delta.read())
        return {};
    return delta.take();
}

// A whole text that is empty would wipe the answer: it counts as the end marker.
ContentDelta::Kind contentKind(QAnyStringView phase, bool grows, bool isEmpty)
{
    if (phase == "fast_ack"_L1)
        return ContentDelta::Kind::Ack;
    if (phase == "interim"_L1)
        return ContentDelta::Kind::Interim;
    if (phase == "clarify"_L1)
        return ContentDelta::Kind::Clarify;
    if (grows)
        return ContentDelta::Kind::Append;
    return isEmpty ? ContentDelta::Kind::End : ContentDelta::Kind::Replace;
}

} // namespace desk::wire
