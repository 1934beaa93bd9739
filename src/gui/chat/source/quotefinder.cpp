#include "gui/chat/source/quotefinder.h"

#include <QStringTokenizer>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype shortestLine = 8;   // folded: a shorter one stands anywhere
constexpr int mostOccurrences = 10'000; // looked at for the nearest one

QStringView withoutEllipsis(QStringView quote)
{
    quote = quote.trimmed();
    while (quote.endsWith(u'\u2026') || quote.endsWith("..."_L1))
        quote = quote.chopped(quote.endsWith(u'\u2026') ? 1 : 3).trimmed();
    while (quote.startsWith(u'\u2026') || quote.startsWith("..."_L1))
        quote = quote.sliced(quote.startsWith(u'\u2026') ? 1 : 3).trimmed();
    return quote;
}

} // namespace

QuoteFinder::QuoteFinder(const QTextDocument &document, Match match)
    : m_match(match)
{
    m_text.reserve(document.characterCount());
    m_positions.reserve(document.characterCount());
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        m_text += folded(block.text(), &m_positions, block.position());
}

QString QuoteFinder::folded(QStringView text, QList<int> *positions, int from) const
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (m_match == Match::Words ? !c.isLetterOrNumber() : c.isSpace() || c.category() == QChar::Other_Format)
            continue;
        out += m_match == Match::Words ? c.toCaseFolded() : c;
        if (positions != nullptr)
            positions->append(from + static_cast<int>(i));
    }
    return out;
}

qsizetype QuoteFinder::nearest(const QString &words, int position) const
{
    qsizetype best = -1;
    qsizetype at = words.isEmpty() ? -1 : m_text.indexOf(words);
    for (int seen = 0; at >= 0 && seen < mostOccurrences; ++seen) {
        if (best < 0 || std::abs(m_positions.at(at) - position) < std::abs(m_positions.at(best) - position))
            best = at;
        if (m_positions.at(at) > position)
            break; // those behind it are further away
        at = m_text.indexOf(words, at + 1);
    }
    return best;
}

QuoteFinder::Range QuoteFinder::rangeOf(qsizetype at, qsizetype size) const
{
    const int first = m_positions.at(at);
    return {first, m_positions.at(at + size - 1) + 1 - first};
}

QList<QuoteFinder::Range> QuoteFinder::find(const QString &quote, int position) const
{
    const QStringView words = withoutEllipsis(quote);
    const QString whole = folded(words);
    if (const qsizetype at = nearest(whole, position); at >= 0)
        return {rangeOf(at, whole.size())};
    QList<Range> lines;
    qsizetype looked = 0;
    for (const QStringView line : QStringTokenizer(words, u'\n')) {
        const QString part = folded(withoutEllipsis(line));
        if (part.size() < shortestLine)
            continue;
        if (++looked > mostLines)
            break;
        if (const qsizetype at = nearest(part, position); at >= 0)
            lines << rangeOf(at, part.size());
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace desk
