#include "state/cache/snippet.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype wordsBefore = 6;
constexpr qsizetype wordsInAll = 34;
constexpr int mostBytes = 600; // one "word" may be a megabyte

// In one line, without what parts words unseen.
void addLine(QString &line, const QByteArray &piece)
{
    const QString text = QString::fromUtf8(piece);
    for (const QChar c : text) {
        if (c.isSpace()) {
            if (!line.isEmpty() && !line.endsWith(u' '))
                line += u' ';
        } else if (c != u'\u200B' && (c.isPrint() || c.isSurrogate() || c == u'\u200D')) {
            line += c;
        }
    }
}

// "|---|:-:|": between the head of a table and its rows.
bool isTableRule(const QByteArray &line)
{
    const auto isOther = [](char c) { return c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t'; };
    return line.contains('|') && line.contains("--") && std::none_of(line.cbegin(), line.cend(), isOther);
}

QByteArray withoutTableRules(const QByteArray &between)
{
    QByteArrayList lines = between.split('\n');
    lines.removeIf(isTableRule);
    return lines.join('\n');
}

// What stands between two words, without marks. They stand at one of the words, but for those that begin a line; "2**3" has none.
QByteArray withoutMarks(const QByteArray &all, bool isBegin)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    const QByteArray between = withoutTableRules(all);
    const bool hasSpace = std::any_of(between.cbegin(), between.cend(), isSpace);
    if (!hasSpace && !isBegin)
        return between;
    QByteArray left;
    for (qsizetype i = 0; i < between.size(); ++i) {
        const char c = between.at(i);
        const qsizetype line = between.lastIndexOf('\n', i);
        const qsizetype start = std::max<qsizetype>(0, line);
        const bool beginsLine = hasSpace && (isBegin || line >= 0) && between.mid(start, i - start).trimmed().isEmpty();
        const bool isMark = c == '*' || c == '`' || c == '|' || (beginsLine && (c == '#' || c == '-' || c == '>'));
        const bool isLone = c == '*' && i > 0 && i + 1 < between.size() && isSpace(between.at(i - 1)) && isSpace(between.at(i + 1));
        if (!isMark || (isLone && !beginsLine)) // "2 * 3"
            left += c;
    }
    return left;
}

// Where most different hits stand together: the first of them.
qsizetype bestPlace(const QList<FullTextWords::Word> &words, const std::function<bool(const QByteArray &word)> &isHit)
{
    qsizetype best = -1;
    qsizetype most = 0;
    QList<qsizetype> hits;
    for (qsizetype i = 0; i < words.size() && hits.size() < 200; ++i) {
        if (isHit(words.at(i).text))
            hits.append(i);
    }
    for (qsizetype h = 0; h < hits.size(); ++h) {
        QSet<QByteArray> distinct;
        for (qsizetype n = h; n < hits.size() && hits.at(n) - hits.at(h) < wordsInAll - wordsBefore; ++n)
            distinct.insert(words.at(hits.at(n)).text);
        if (distinct.size() > most) {
            most = distinct.size();
            best = hits.at(h);
        }
    }
    return best;
}

} // namespace

Snippet snippetOf(const QByteArray &text, const QList<FullTextWords::Word> &words, const std::function<bool(const QByteArray &word)> &isHit,
                  SnippetMarks marks)
{
    const auto gap = [marks](const QByteArray &piece, bool isBegin = false) {
        return marks == SnippetMarks::Drop ? withoutMarks(piece, isBegin) : piece;
    };
    Snippet snippet;
    const qsizetype place = bestPlace(words, isHit);
    const qsizetype first = std::max<qsizetype>(0, place - wordsBefore);
    const qsizetype end = std::min(words.size(), first + wordsInAll);
    const int from = first == 0 ? 0 : words.at(first).start;
    int at = from;
    if (place >= 0 && words.at(place).start - from > mostBytes) // before an endless word
        at = words.at(place).start;
    const bool cutsBegin = at > 0;
    const int limit = at + mostBytes;
    QString run; // of hits that stand together
    int runEnd = -1;
    if (cutsBegin)
        snippet.text = u"\u2026"_s;
    for (qsizetype i = first; i < end && words.at(i).start < limit; ++i) {
        const FullTextWords::Word &word = words.at(i);
        if (word.start < at)
            continue;
        addLine(snippet.text, gap(text.mid(at, word.start - at), at == 0));
        const auto begin = static_cast<int>(snippet.text.size());
        const QByteArray shown = text.mid(word.start, std::min(word.end - word.start, mostBytes));
        addLine(snippet.text, shown);
        at = word.end;
        if (!isHit(word.text))
            continue;
        snippet.marks.append({begin, static_cast<int>(snippet.text.size()) - begin});
        // The words of a phrase are marked as one, also in a script that puts nothing between them.
        const QByteArray between = runEnd < 0 ? "-"_ba : text.mid(runEnd, word.start - runEnd).replace("\u200B", "");
        const bool goesOn = between.isEmpty() || between == " ";
        run = goesOn ? run + QString::fromUtf8(between + shown) : QString::fromUtf8(shown);
        runEnd = word.end;
        if (run.size() > snippet.needle.size())
            snippet.needle = run;
    }
    if (end < words.size() || at < text.size())
        addLine(snippet.text, end < words.size() ? QByteArray() : gap(text.mid(at, std::max(0, limit - at))));
    if (end < words.size())
        snippet.text += u"\u2026"_s;
    return snippet;
}

} // namespace desk
