#include "gui/palette/fuzzymatch.h"

#include <algorithm>
#include <optional>

namespace desk {

namespace {

constexpr int whole = 120;
constexpr int beginning = 100; // of the text
constexpr int wordStart = 80;
constexpr int inside = 50;
constexpr int scattered = 30;
constexpr qsizetype longest = 400; // characters of a text that count

bool startsWord(const QString &text, qsizetype place)
{
    return place == 0 || !text.at(place - 1).isLetterOrNumber();
}

// The word as it stands, preferably at the beginning of one.
std::optional<qsizetype> findWhole(const QString &word, const QString &text)
{
    std::optional<qsizetype> first;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, at))
            return at;
        if (!first)
            first = at;
    }
    return first;
}

// Its letters one after the other, each as soon as it comes; the first one begins a word, or chance would fit everything.
QList<qsizetype> findScattered(const QString &word, const QString &text)
{
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (!startsWord(text, start) || text.at(start).toCaseFolded() != word.at(0).toCaseFolded())
            continue;
        QList<qsizetype> places{start};
        for (qsizetype at = start + 1; at < text.size() && places.size() < word.size(); ++at) {
            if (text.at(at).toCaseFolded() == word.at(places.size()).toCaseFolded())
                places.append(at);
        }
        if (places.size() == word.size())
            return places;
    }
    return {};
}

FuzzyMatch matchWord(const QString &word, const QString &text)
{
    FuzzyMatch match;
    if (const std::optional<qsizetype> at = findWhole(word, text)) {
        const bool ends = *at + word.size() == text.size() || !text.at(*at + word.size()).isLetterOrNumber();
        match.score = *at == 0 ? beginning : startsWord(text, *at) ? wordStart : inside;
        if (ends && match.score != inside)
            match.score += whole - beginning;
        for (qsizetype i = 0; i < word.size(); ++i)
            match.places.append(*at + i);
        return match;
    }
    match.places = findScattered(word, text);
    if (!match.places.isEmpty()) {
        const qsizetype gaps = match.places.constLast() - match.places.constFirst() + 1 - word.size();
        match.score = scattered - static_cast<int>(std::min<qsizetype>(gaps, scattered));
    }
    return match;
}

} // namespace

FuzzyMatch FuzzyMatch::of(const QString &pattern, const QString &fullText)
{
    FuzzyMatch all;
    all.score = 0;
    const QString text = fullText.size() > longest ? fullText.left(longest) : fullText;
    const QStringList words = pattern.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const FuzzyMatch one = matchWord(word, text);
        if (!one.fits())
            return {};
        all.score += one.score;
        all.places += one.places;
    }
    std::sort(all.places.begin(), all.places.end());
    all.places.erase(std::unique(all.places.begin(), all.places.end()), all.places.end());
    return all;
}

} // namespace desk
