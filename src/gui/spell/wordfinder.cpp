#include "gui/spell/wordfinder.h"

#include <algorithm>

namespace desk {

namespace {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019';
}

// A piece without spaces that is something else than a word in a sentence.
bool isForeign(QStringView piece)
{
    const QChar first = piece.front();
    if (first == u'@' || first == u'/' || first == u'#' || first == u'~' || first == u'\\' || first == u'<')
        return true;
    const bool hasSign = std::any_of(piece.cbegin(), piece.cend(), [](QChar c) {
        return c == u'@' || c == u'\\' || c == u'_' || c == u'=' || c == u'{' || c == u'}' || c == u'<' || c == u'>' || c.isDigit();
    });
    if (hasSign || piece.contains(u"://") || piece.startsWith(u"www."))
        return true;
    for (qsizetype i = 1; i + 1 < piece.size(); ++i) { // "index.html", "path/to", "a::b"
        const bool joins = piece.at(i) == u'.' || piece.at(i) == u':';
        if (joins && piece.at(i - 1).isLetter() && piece.at(i + 1).isLetter())
            return true;
    }
    return false;
}

// "iPhone", "camelCase", "HTML"
bool isName(QStringView word)
{
    return std::any_of(word.cbegin() + 1, word.cend(), [](QChar c) { return c.isUpper(); });
}

void addWords(QStringView piece, qsizetype offset, QList<WordFinder::Word> &out)
{
    for (qsizetype from = 0; from < piece.size();) {
        if (!piece.at(from).isLetter()) {
            ++from;
            continue;
        }
        qsizetype to = from;
        while (to < piece.size() && (piece.at(to).isLetter() || piece.at(to).isMark() || isApostrophe(piece.at(to))))
            ++to;
        qsizetype end = to;
        while (isApostrophe(piece.at(end - 1)))
            --end;
        const QStringView word = piece.mid(from, end - from);
        if (word.size() > 1 && word.size() <= 60 && !isName(word))
            out.append({offset + from, word.size()});
        from = to;
    }
}

} // namespace

bool WordFinder::isFence(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.startsWith(u"```") || text.startsWith(u"~~~");
}

QList<WordFinder::Word> WordFinder::words(QStringView line)
{
    QList<Word> out;
    for (qsizetype from = 0; from < line.size();) {
        if (line.at(from).isSpace()) {
            ++from;
            continue;
        }
        if (line.at(from) == u'`' || line.mid(from).startsWith(u"{{")) { // to its end, with the spaces in it
            const QStringView close = line.at(from) == u'`' ? QStringView(u"`") : QStringView(u"}}");
            const qsizetype end = line.indexOf(close, from + close.size());
            from = end < 0 ? from + close.size() : end + close.size();
            continue;
        }
        qsizetype to = from;
        while (to < line.size() && !line.at(to).isSpace() && line.at(to) != u'`' && !(to > from && line.mid(to).startsWith(u"{{")))
            ++to;
        const QStringView piece = line.mid(from, to - from);
        if (!isForeign(piece))
            addWords(piece, from, out);
        from = to;
    }
    return out;
}

} // namespace desk
