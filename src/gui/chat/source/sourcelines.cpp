#include "gui/chat/source/sourcelines.h"

#include "gui/text/textpage.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype slice = 64 * 1024; // characters
constexpr qsizetype longestBlock = TextLimiter::maxLine;
constexpr qsizetype mostEntries = 2000;
constexpr qsizetype longestTitle = 200;

} // namespace

SourceLines::SourceLines(QString text, bool hasHeadings, TextUse use)
    : m_text(std::move(text))
    , m_hasHeadings(hasHeadings)
    , m_use(use)
{
}

bool SourceLines::addSlice(QTextDocument &document)
{
    QString out;
    while (m_at < m_text.size() && out.size() < slice) {
        if (m_blocks >= mostLines) {
            m_isCut = true;
            m_at = m_text.size();
            break;
        }
        const bool isNew = m_at == 0 || m_text.at(m_at - 1) == u'\n';
        const qsizetype lineEnd = m_text.indexOf(u'\n', m_at);
        const qsizetype stop = lineEnd < 0 ? m_text.size() : lineEnd;
        const qsizetype end = std::min(stop, pageEnd(m_text, m_at, longestBlock));
        const QStringView piece = QStringView(m_text).sliced(m_at, end - m_at);
        if (isNew) {
            m_lineBlocks.append(m_blocks);
            noteLine(piece);
        }
        if (m_blocks++ > 0)
            out += u'\n';
        QString shown = displayText(piece, m_use);
        shown.replace(QChar(QChar::LineSeparator), u' '); // what is one block here stays one
        out += shown;
        m_at = end == stop ? end + 1 : end;
    }
    QTextCursor cursor(&document);
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(out);
    return m_at < m_text.size();
}

// A form feed begins the next page: with this line, or with the one behind it where nothing follows the form feed.
void SourceLines::noteLine(QStringView line)
{
    const int number = static_cast<int>(m_lineBlocks.size()) - 1;
    const int pages = static_cast<int>(line.count(u'\f'));
    if (pages > 0 && m_entries.size() < mostEntries) {
        if (m_page == 1)
            m_entries.append({{}, 1, 1, 0});
        m_page += pages;
        m_entries.append({{}, 1, m_page, line.trimmed().isEmpty() ? number + 1 : number});
    }
    if (!m_hasHeadings)
        return;
    const QStringView words = line.trimmed();
    if (words.startsWith("```"_L1) || words.startsWith("~~~"_L1))
        m_inCode = !m_inCode;
    qsizetype level = 0;
    while (level < words.size() && words.at(level) == u'#')
        ++level;
    const bool isHeading = !m_inCode && level >= 1 && level <= 6 && words.size() > level && words.at(level).isSpace();
    if (isHeading && m_entries.size() < mostEntries)
        m_entries.append({words.sliced(level).trimmed().left(longestTitle).toString(), static_cast<int>(level), 0, number});
}

int SourceLines::blockOf(int line) const
{
    const qsizetype last = m_lineBlocks.size() - 1;
    return last < 0 ? 0 : m_lineBlocks.at(std::clamp<qsizetype>(line - 1, 0, last));
}

QList<SourceHeading> SourceLines::contents(const QTextDocument &document) const
{
    QList<SourceHeading> entries = m_entries;
    for (SourceHeading &entry : entries)
        entry.position = document.findBlockByNumber(blockOf(entry.position + 1)).position();
    std::stable_sort(entries.begin(), entries.end(),
                     [](const SourceHeading &a, const SourceHeading &b) { return a.position < b.position; });
    return entries;
}

} // namespace desk
