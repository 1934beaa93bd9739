#include "gui/text/markdownsplitter.h"

#include <algorithm>

namespace desk {

namespace {

qsizetype indentOf(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && line.at(i) == u' ')
        ++i;
    return i < line.size() && line.at(i) == u'\t' ? 4 : i;
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

// The length of a list marker with the blank after it ("- ", "12. "), or 0.
qsizetype markerLength(QStringView text)
{
    qsizetype i = 0;
    while (i < text.size() && i < 9 && text.at(i) >= u'0' && text.at(i) <= u'9')
        ++i;
    if (i >= text.size())
        return 0;
    const QChar c = text.at(i);
    const bool marker = i > 0 ? c == u'.' || c == u')' : c == u'-' || c == u'+' || c == u'*';
    if (!marker)
        return 0;
    return i + 1 == text.size() ? i + 1 : text.at(i + 1) == u' ' || text.at(i + 1) == u'\t' ? i + 2 : 0;
}

qsizetype fenceLength(QStringView text)
{
    if (text.isEmpty() || (text.front() != u'`' && text.front() != u'~'))
        return 0;
    qsizetype n = 0;
    while (n < text.size() && text.at(n) == text.front())
        ++n;
    if (n < 3 || (text.front() == u'`' && text.mid(n).contains(u'`')))
        return 0;
    return n;
}

// A line that is not finished may be judged by its first letter, unless it could still become a marker, a fence or a rule.
bool startsPlainly(QStringView line)
{
    return !line.isEmpty() && (line.front().isLetter() || line.front().unicode() > 127);
}

// "|---|:-:|"
bool isTableRule(QStringView line)
{
    constexpr qsizetype longest = 1000;
    const QStringView rule = line.trimmed();
    return rule.size() <= longest && rule.contains(u'-') && rule.contains(u'|') &&
           std::all_of(rule.cbegin(), rule.cend(), [](QChar c) { return c == u'|' || c == u'-' || c == u':' || c == u' ' || c == u'\t'; });
}

} // namespace

QString markdownSource(const MarkdownPiece &piece, QStringView text)
{
    QStringView source = text.sliced(piece.start, piece.end - piece.start);
    if (piece.headEnd <= piece.headStart)
        return source.toString();
    if (source.startsWith(u'\n'))
        source = source.sliced(1);
    return text.sliced(piece.headStart, piece.headEnd - piece.headStart).toString() + source.toString();
}

void MarkdownSplitter::feed(QStringView text, bool complete)
{
    while (m_done < text.size()) {
        const qsizetype newLine = text.indexOf(u'\n', m_done);
        const bool terminated = newLine >= 0;
        const qsizetype end = terminated ? newLine : text.size();
        if (!takeLine(text, m_done, end, terminated, complete))
            break;
        m_done = terminated ? newLine + 1 : text.size();
    }
    if (!complete)
        return;
    if (m_code.length > 0)
        addCode(text.size(), true);
    else
        closeText(m_textEnd);
    m_code = {};
    m_pieceStart = m_done;
}

bool MarkdownSplitter::takeLine(QStringView text, qsizetype start, qsizetype end, bool terminated, bool complete)
{
    const QStringView line = text.mid(start, end - start);
    const qsizetype next = terminated ? end + 1 : end;
    if (m_code.length > 0)
        return takeCodeLine(text, start, end, terminated, complete);
    if (!terminated && !complete) {
        if (m_afterBlank && m_hasText && startsPlainly(line) && cutsBefore(line)) {
            closeText(m_textEnd);
            m_pieceStart = start;
        }
        if (end - m_pieceStart > maxPiece)
            cutHard(text, end);
        return false;
    }
    if (isBlank(line)) {
        takeBlank(start, next);
        return true;
    }
    if (m_inner.length > 0 && indentOf(line) < 2 && markerLength(line) == 0)
        m_inner = {};
    const QStringView content = line.trimmed();
    const bool outside = m_inner.length == 0;
    if (outside && m_hasText && m_afterBlank && cutsBefore(line)) {
        closeText(m_textEnd);
        m_pieceStart = start;
    }
    const qsizetype indent = indentOf(line);
    if (const qsizetype length = fenceLength(content); outside && length > 0 && indent < (m_list ? 2 : 4)) {
        closeText(m_textEnd);
        openCode({content.front(), length}, content.mid(length), next);
        return true;
    }
    if (!m_hasText)
        m_indented = indent >= 4;
    noteTable(line, start, next);
    m_hasText = true;
    m_afterBlank = false;
    noteContainers(line);
    m_textEnd = end;
    if (end - m_pieceStart > maxPiece)
        cutHard(text, end);
    return true;
}

void MarkdownSplitter::noteTable(QStringView line, qsizetype start, qsizetype end)
{
    if (!m_hasText || m_afterBlank)
        m_tableHead = m_lineBefore = {};
    if (m_lineBefore.end > m_lineBefore.start && isTableRule(line))
        m_tableHead = {m_lineBefore.start, end};
    else if (!line.contains(u'|'))
        m_tableHead = {};
    m_lineBefore = line.contains(u'|') ? Range{start, end} : Range{};
}

void MarkdownSplitter::takeBlank(qsizetype start, qsizetype next)
{
    if (!m_hasText)
        m_pieceStart = next;
    else if (m_inner.length == 0)
        m_afterBlank = true;
    else
        m_textEnd = start;
}

bool MarkdownSplitter::cutsBefore(QStringView line) const
{
    if (m_inner.length > 0)
        return false;
    const bool continues = indentOf(line) > 0;
    if (m_list)
        return !continues && markerLength(line) == 0;
    return !(m_indented && continues);
}

// Lists keep what is indented below them; a fence inside an item hides blank lines.
void MarkdownSplitter::noteContainers(QStringView line)
{
    QStringView rest = line.trimmed();
    while (const qsizetype length = markerLength(rest)) {
        m_list = true;
        rest = rest.mid(length).trimmed();
    }
    const qsizetype length = fenceLength(rest);
    if (m_inner.length > 0) {
        if (length >= m_inner.length && rest.front() == m_inner.mark && rest.size() == length)
            m_inner = {};
    } else if (length > 0 && m_list) {
        m_inner = {rest.front(), length};
    }
}

void MarkdownSplitter::cutHard(QStringView text, qsizetype end)
{
    while (end - m_pieceStart > maxPiece) {
        const qsizetype limit = m_pieceStart + maxPiece;
        qsizetype cut = text.left(limit).lastIndexOf(u'\n');
        if (cut <= m_pieceStart)
            cut = text.left(limit).lastIndexOf(u' ');
        if (cut <= m_pieceStart + maxPiece / 2)
            cut = text.at(limit - 1).isHighSurrogate() ? limit - 1 : limit;
        const bool list = m_list;
        const Range head = text.at(cut) == u'\n' ? m_tableHead : Range{};
        m_hasText = true;
        closeText(cut);
        m_pieceStart = cut;
        m_hasText = true;
        m_list = list;
        m_tableHead = m_pieceHead = head;
    }
}

void MarkdownSplitter::closeText(qsizetype end)
{
    if (m_hasText && end > m_pieceStart)
        m_pieces << MarkdownPiece{MarkdownPiece::Kind::Text, m_pieceStart, end, {}, true, true, m_pieceHead.start, m_pieceHead.end};
    m_tableHead = m_pieceHead = m_lineBefore = {};
    m_hasText = m_afterBlank = m_list = m_indented = false;
    m_inner = {};
}

void MarkdownSplitter::openCode(const Fence &fence, QStringView info, qsizetype next)
{
    m_code = fence;
    const QStringView name = info.trimmed();
    const qsizetype blank = name.indexOf(u' ');
    m_language = (blank < 0 ? name : name.left(blank)).left(40).toString();
    m_firstCode = true;
    m_pieceStart = next;
}

bool MarkdownSplitter::takeCodeLine(QStringView text, qsizetype start, qsizetype end, bool terminated, bool complete)
{
    while (end - m_pieceStart > maxPiece) {
        const qsizetype limit = qMax(start, m_pieceStart) + maxCode;
        const qsizetype cut = text.at(limit - 1).isHighSurrogate() ? limit - 1 : limit;
        addCode(cut, false);
        m_pieceStart = cut;
    }
    if (!terminated && !complete)
        return false;
    const QStringView line = text.mid(start, end - start);
    const QStringView content = line.trimmed();
    const bool closes = fenceLength(content) >= m_code.length && content.front() == m_code.mark && indentOf(line) < 4 &&
                        content.count(m_code.mark) == content.size();
    const qsizetype next = terminated ? end + 1 : end;
    if (closes) {
        addCode(start, true);
        m_code = {};
        m_pieceStart = next;
    } else if (next - m_pieceStart >= maxCode) {
        addCode(next, false);
        m_pieceStart = next;
    }
    return true;
}

void MarkdownSplitter::addCode(qsizetype end, bool last)
{
    m_pieces << MarkdownPiece{MarkdownPiece::Kind::Code, m_pieceStart, qMax(end, m_pieceStart), m_language, m_firstCode, last};
    m_firstCode = false;
}

MarkdownPiece MarkdownSplitter::tail(qsizetype textSize) const
{
    MarkdownPiece piece{MarkdownPiece::Kind::Text, m_pieceStart, textSize, {}, true, true, m_pieceHead.start, m_pieceHead.end};
    if (m_code.length > 0) {
        piece.kind = MarkdownPiece::Kind::Code;
        piece.language = m_language;
        piece.first = m_firstCode;
    }
    return piece;
}

} // namespace desk
