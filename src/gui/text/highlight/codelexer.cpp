#include "gui/text/highlight/codelexer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype lookAhead = 80; // characters: keeps every guess linear
constexpr qsizetype longestWord = 32;

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_' || c.unicode() > 127;
}

bool isWord(QChar c)
{
    return isWordStart(c) || c.isDigit();
}

} // namespace

CodeLexer::CodeLexer(const CodeLanguage &language, QStringView code, const CodeState &from)
    : m_language(language)
    , m_code(code)
    , m_state(from)
{
}

void CodeLexer::add(qsizetype end, CodeToken token)
{
    if (end <= m_at)
        return;
    const bool full = m_spans.size() >= maxSpans;
    if (!m_spans.isEmpty() && (full || m_spans.last().token == token)) {
        m_spans.last().length += end - m_at;
        if (full && m_spans.last().token != token)
            m_spans.last().token = CodeToken::Plain;
    } else {
        m_spans << CodeSpan{m_at, end - m_at, token};
    }
    m_at = end;
}

qsizetype CodeLexer::lineEnd() const
{
    const qsizetype end = m_code.indexOf(u'\n', m_at);
    return end < 0 ? m_code.size() : end;
}

qsizetype CodeLexer::wordEnd(qsizetype from) const
{
    qsizetype end = from;
    while (end < m_code.size() && (isWord(m_code.at(end)) || (m_language.wordDashes && m_code.at(end) == u'-')))
        ++end;
    return end;
}

void CodeLexer::open(CodeToken token, const QString &close, bool escapes)
{
    m_state.token = token;
    m_state.close = close;
    m_state.escapes = escapes;
}

QList<CodeSpan> CodeLexer::run()
{
    while (m_at < m_code.size()) {
        if (!m_state.close.isEmpty())
            takeOpen();
        else if (m_language.grammar == CodeLanguage::Grammar::Markup)
            takeMarkupToken();
        else if (m_language.grammar == CodeLanguage::Grammar::Diff)
            takeDiffLine();
        else
            takeWordsToken();
    }
    return m_spans;
}

// The open comment or string up to its end mark, or all there is.
void CodeLexer::takeOpen()
{
    qsizetype end = m_at;
    bool closed = false;
    if (!m_state.escapes) {
        const qsizetype found = m_code.indexOf(m_state.close, m_at);
        closed = found >= 0;
        end = closed ? found + m_state.close.size() : m_code.size();
    }
    while (m_state.escapes && !closed && end < m_code.size()) {
        if (m_code.at(end) == u'\\')
            end = qMin(end + 2, m_code.size());
        else if (closed = m_code.sliced(end).startsWith(m_state.close); closed)
            end += m_state.close.size();
        else
            ++end;
    }
    add(end, m_state.token);
    m_lineStart = false;
    if (closed)
        open(CodeToken::Plain, {}, false);
}

void CodeLexer::takeWordsToken()
{
    const QChar c = m_code.at(m_at);
    if (c == u'\n' || c.isSpace()) {
        m_lineStart = m_lineStart || c == u'\n';
        add(m_at + 1, CodeToken::Plain);
        return;
    }
    const bool first = m_lineStart;
    if (takeComment() || takeRawString() || takeQuote() || takeMeta() || takeKey()) {
        m_lineStart = false;
        return;
    }
    m_lineStart = first && c == u'-'; // "- key: value"
    if (c.isDigit() || (c == u'.' && at(m_at + 1).isDigit()))
        takeNumber();
    else if (isWordStart(c))
        takeWord();
    else
        add(m_at + 1, CodeToken::Plain);
}

bool CodeLexer::takeComment()
{
    if (startsWith(m_language.blockOpen)) {
        open(CodeToken::Comment, m_language.blockClose, false);
        add(m_at + m_language.blockOpen.size(), CodeToken::Comment);
        return true;
    }
    const QChar before = m_at > 0 ? m_code.at(m_at - 1) : QChar(u' ');
    for (const QString &mark : m_language.lineComments) {
        // "$#" and "a#b" of a shell, "https://" of a style sheet
        const bool inside =
            mark.size() == 1 ? !before.isSpace() && m_language.lineComments.size() == 1 && m_language.variable == u'$' : before == u':';
        if (startsWith(mark) && !inside) {
            add(lineEnd(), CodeToken::Comment);
            return true;
        }
    }
    return false;
}

bool CodeLexer::takeRawString()
{
    const QStringView rest = m_code.sliced(m_at);
    if (!m_language.rawStrings || !rest.startsWith(u"R\"") || (m_at > 0 && isWord(m_code.at(m_at - 1))))
        return false;
    const qsizetype parenthesis = rest.first(qMin<qsizetype>(rest.size(), 20)).indexOf(u'(');
    if (parenthesis < 0)
        return false;
    open(CodeToken::String, u')' + rest.sliced(2, parenthesis - 2).toString() + u'"', false);
    add(m_at + parenthesis + 1, CodeToken::String);
    return true;
}

bool CodeLexer::takeQuote()
{
    if (m_language.charQuotes && m_code.at(m_at) == u'\'') {
        const QStringView near = m_code.sliced(m_at, qMin<qsizetype>(12, m_code.size() - m_at));
        const qsizetype from = near.size() > 1 && near.at(1) == u'\\' ? 3 : 2;
        const qsizetype close = near.size() > from ? near.indexOf(u'\'', from) : -1;
        const bool isChar = close == 2 || (close == 3 && near.at(1).isHighSurrogate()) || (close > 0 && near.at(1) == u'\\');
        add(isChar ? m_at + close + 1 : wordEnd(m_at + 1), isChar ? CodeToken::String : CodeToken::Type);
        return true;
    }
    for (const CodeLanguage::Quote &quote : m_language.quotes) {
        if (!startsWith(quote.open))
            continue;
        qsizetype end = m_at + quote.open.size();
        if (quote.multiline) {
            open(CodeToken::String, quote.close, quote.escapes);
            add(end, CodeToken::String);
            return true;
        }
        while (end < m_code.size() && m_code.at(end) != u'\n' && m_code.at(end) != quote.close.front())
            end += quote.escapes && m_code.at(end) == u'\\' && at(end + 1) != u'\n' ? 2 : 1;
        end = qMin(end, m_code.size());
        if (at(end) == quote.close.front())
            ++end;
        qsizetype next = end;
        while (next < m_code.size() && next - end < lookAhead && (m_code.at(next) == u' ' || m_code.at(next) == u'\t'))
            ++next;
        add(end, m_language.quotedKeys && at(next) == u':' ? CodeToken::Name : CodeToken::String);
        return true;
    }
    return false;
}

bool CodeLexer::takeMeta()
{
    const QChar c = m_code.at(m_at);
    if (!m_language.lineMeta.isNull() && c == m_language.lineMeta && m_lineStart) {
        qsizetype word = m_at + 1;
        while (word < m_code.size() && word - m_at < lookAhead && m_code.at(word) == u' ')
            ++word;
        add(wordEnd(word), CodeToken::Meta);
        return true;
    }
    if (m_language.bracketMeta && c == u'#' && (at(m_at + 1) == u'[' || at(m_at + 1) == u'!')) {
        const qsizetype end = m_code.sliced(m_at, qMin(lookAhead, m_code.size() - m_at)).indexOf(u']');
        add(end < 0 ? m_at + 1 : m_at + end + 1, CodeToken::Meta);
        return true;
    }
    if (m_language.hexColors && c == u'#' && at(m_at + 1).isLetterOrNumber()) {
        add(wordEnd(m_at + 1), CodeToken::Number);
        return true;
    }
    const bool variable = !m_language.variable.isNull() && c == m_language.variable;
    const bool meta = !m_language.wordMeta.isNull() && c == m_language.wordMeta;
    if ((variable || meta) && isWord(at(m_at + 1))) {
        add(wordEnd(m_at + 1), variable ? CodeToken::Name : CodeToken::Meta);
        return true;
    }
    if (variable && at(m_at + 1) == u'{') {
        const qsizetype end = m_code.sliced(m_at, qMin(lookAhead, m_code.size() - m_at)).indexOf(u'}');
        add(end < 0 ? m_at + 1 : m_at + end + 1, CodeToken::Name);
        return true;
    }
    return false;
}

// "key:" at the start of a line
bool CodeLexer::takeKey()
{
    if (!m_language.plainKeys || !m_lineStart || !(isWordStart(m_code.at(m_at)) || m_code.at(m_at) == u'-'))
        return false;
    qsizetype end = m_at;
    while (end < m_code.size() && end - m_at < lookAhead && (isWord(m_code.at(end)) || u"-_./ "_s.contains(m_code.at(end))))
        ++end;
    if (at(end) != u':' && at(end) != u'=')
        return false;
    const bool value = end + 1 >= m_code.size() || at(end + 1).isSpace() || m_language.hexColors || at(end) == u'=';
    if (!value || m_code.at(m_at) == u' ' || (m_code.at(m_at) == u'-' && at(m_at + 1) == u' '))
        return false;
    add(end, CodeToken::Name);
    return true;
}

void CodeLexer::takeNumber()
{
    qsizetype end = m_at + 1;
    while (end < m_code.size()) {
        const QChar c = m_code.at(end);
        const bool exponent = (c == u'+' || c == u'-') && (at(end - 1) == u'e' || at(end - 1) == u'E') && at(m_at + 1) != u'x';
        const bool separator = c == u'\'' && at(end + 1).isDigit() && at(end - 1).isDigit();
        if (!c.isLetterOrNumber() && c != u'_' && c != u'.' && c != u'%' && !exponent && !separator)
            break;
        ++end;
    }
    add(end, CodeToken::Number);
}

void CodeLexer::takeWord()
{
    const qsizetype end = wordEnd(m_at);
    CodeToken token = CodeToken::Plain;
    if (end - m_at <= longestWord) {
        const QString word = m_code.sliced(m_at, end - m_at).toString();
        const QString key = m_language.ignoresCase ? word.toLower() : word;
        if (m_language.keywords.contains(key))
            token = CodeToken::Keyword;
        else if (m_language.types.contains(key))
            token = CodeToken::Type;
    }
    add(end, token);
}

void CodeLexer::takeMarkupToken()
{
    if (m_state.inTag) {
        takeTagToken();
        return;
    }
    const QChar c = m_code.at(m_at);
    if (startsWith(u"<!--"_s)) {
        open(CodeToken::Comment, u"-->"_s, false);
        add(m_at + 4, CodeToken::Comment);
    } else if (startsWith(u"<![CDATA["_s)) {
        open(CodeToken::String, u"]]>"_s, false);
        add(m_at + 9, CodeToken::String);
    } else if (c == u'<' && (isWordStart(at(m_at + 1)) || u"/!?"_s.contains(at(m_at + 1)))) {
        qsizetype end = m_at + (isWordStart(at(m_at + 1)) ? 1 : 2);
        while (end < m_code.size() && (isWord(m_code.at(end)) || u"-:."_s.contains(m_code.at(end))))
            ++end;
        m_state.inTag = true;
        add(end, CodeToken::Keyword);
    } else if (c == u'&') {
        const qsizetype end = m_code.sliced(m_at, qMin<qsizetype>(12, m_code.size() - m_at)).indexOf(u';');
        add(end < 0 ? m_at + 1 : m_at + end + 1, end < 0 ? CodeToken::Plain : CodeToken::Number);
    } else {
        qsizetype end = m_at + 1;
        while (end < m_code.size() && m_code.at(end) != u'<' && m_code.at(end) != u'&')
            ++end;
        add(end, CodeToken::Plain);
    }
}

void CodeLexer::takeTagToken()
{
    const QChar c = m_code.at(m_at);
    if (c == u'>' || (u"/?"_s.contains(c) && at(m_at + 1) == u'>')) {
        m_state.inTag = false;
        add(m_at + (c == u'>' ? 1 : 2), CodeToken::Keyword);
    } else if (c == u'"' || c == u'\'') {
        open(CodeToken::String, QString(c), false);
        add(m_at + 1, CodeToken::String);
    } else if (isWordStart(c)) {
        qsizetype end = m_at + 1;
        while (end < m_code.size() && (isWord(m_code.at(end)) || u"-:."_s.contains(m_code.at(end))))
            ++end;
        add(end, CodeToken::Name);
    } else {
        add(m_at + 1, CodeToken::Plain);
    }
}

void CodeLexer::takeDiffLine()
{
    const QStringView line = m_code.sliced(m_at, lineEnd() - m_at);
    CodeToken token = CodeToken::Plain;
    if (line.startsWith(u"+++") || line.startsWith(u"---") || line.startsWith(u"diff ") || line.startsWith(u"index "))
        token = CodeToken::Keyword;
    else if (line.startsWith(u"@@"))
        token = CodeToken::Meta;
    else if (line.startsWith(u'+') || line.startsWith(u'>'))
        token = CodeToken::Added;
    else if (line.startsWith(u'-') || line.startsWith(u'<'))
        token = CodeToken::Removed;
    add(qMin(m_at + line.size() + 1, m_code.size()), token);
}

} // namespace desk
