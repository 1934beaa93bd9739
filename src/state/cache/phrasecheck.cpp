#include "state/cache/phrasecheck.h"

#include <algorithm>

namespace desk {

namespace {

bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isOfWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// Whether the words follow each other from here on.
bool standAt(const QByteArray &text, qsizetype at, const QList<QByteArray> &words, bool lastIsBegun)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0) {
            const qsizetype gap = at;
            while (at < text.size() && !isOfWord(text.at(at)))
                ++at;
            if (at == gap)
                return false;
        }
        if (text.mid(at, words.at(i).size()) != words.at(i))
            return false;
        at += words.at(i).size();
    }
    return lastIsBegun || at >= text.size() || !isOfWord(text.at(at));
}

bool holds(const QByteArray &text, const QList<QByteArray> &words, bool lastIsBegun)
{
    for (qsizetype at = text.indexOf(words.constFirst()); at >= 0; at = text.indexOf(words.constFirst(), at + 1)) {
        if ((at == 0 || !isOfWord(text.at(at - 1))) && standAt(text, at, words, lastIsBegun))
            return true;
    }
    return false;
}

} // namespace

bool mayHoldPhrase(const QByteArray &body, const QByteArray &rest, const QList<QByteArray> &words, bool lastIsBegun)
{
    // Letters that are folded, and numbers, which JSON writes in more than one way, are for who reads properly.
    const auto isEasy = [](const QByteArray &word) { return isPlain(word) && (word.at(0) < '0' || word.at(0) > '9'); };
    if (words.isEmpty() || !std::all_of(words.begin(), words.end(), isEasy) || !isPlain(body) || !isPlain(rest))
        return true;
    if (holds(body.toLower(), words, lastIsBegun))
        return true;
    const QByteArray others = rest.toLower();
    return !rest.isEmpty() && std::all_of(words.begin(), words.end(), [&others](const QByteArray &word) { return others.contains(word); });
}

} // namespace desk
