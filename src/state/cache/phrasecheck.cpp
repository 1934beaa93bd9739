#include "state/cache/phrasecheck.h"

#include <algorithm>

namespace desk {

namespace {

bool isPlain(const QByteArray &text)
{
    unsigned char bits = 0; // without a way out in the middle, so that many are looked at in one step
    for (const char c : text)
        bits = static_cast<unsigned char>(bits | static_cast<unsigned char>(c));
    return bits < 0x80;
}

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isOfWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool beginsWith(const char *text, const char *end, const QByteArray &word)
{
    return end - text >= word.size() && std::equal(word.begin(), word.end(), text, [](char letter, char c) { return letter == small(c); });
}

// Whether the words follow each other from here on.
bool standAt(const char *text, const char *end, const QList<QByteArray> &words, bool lastIsBegun)
{
    for (const QByteArray &word : words) {
        if (&word != &words.constFirst()) {
            const char *gap = text;
            while (text < end && !isOfWord(*text))
                ++text;
            if (text == gap)
                return false;
        }
        if (!beginsWith(text, end, word))
            return false;
        text += word.size();
    }
    return lastIsBegun || text >= end || !isOfWord(*text);
}

bool holds(const QByteArray &text, const QList<QByteArray> &words, bool lastIsBegun)
{
    const char first = words.constFirst().at(0);
    const char *end = text.constEnd();
    bool isInside = false;
    for (const char *at = text.constBegin(); at < end; ++at) {
        if (!isInside && small(*at) == first && standAt(at, end, words, lastIsBegun))
            return true;
        isInside = isOfWord(*at);
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
    if (holds(body, words, lastIsBegun))
        return true;
    const QByteArray others = rest.toLower();
    return !rest.isEmpty() && std::all_of(words.begin(), words.end(), [&others](const QByteArray &word) { return others.contains(word); });
}

} // namespace desk
