#include "state/models/foldedtext.h"

#include <QStringList>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <string_view>

namespace desk {

namespace {

constexpr qsizetype block = 128; // places that are looked at together

// How common a byte is in texts of people, roughly: the higher the more. Letters of one script begin with the same few bytes.
int frequency(char byte)
{
    constexpr std::string_view common = "zqxjkvbpygfwmucldrhsnioate ";
    if (static_cast<unsigned char>(byte) >= 0xc0)
        return static_cast<int>(common.size());
    const std::size_t place = common.find(byte);
    return place == std::string_view::npos ? 0 : static_cast<int>(place) + 1;
}

std::array<qsizetype, 3> rarePlaces(const QByteArray &word)
{
    QList<qsizetype> places(word.size());
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(),
                     [&word](qsizetype a, qsizetype b) { return frequency(word.at(a)) < frequency(word.at(b)); });
    return {places.value(0), places.value(1, places.value(0)), places.value(2, places.value(0))};
}

} // namespace

QByteArray foldedText(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.size() != text.size())                                                     // more than ASCII
        return text.toCaseFolded().replace(u'\u00df', QLatin1StringView("ss")).toUtf8(); // which Qt does not fold
    for (char &byte : bytes)
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
    return bytes;
}

FoldedWords::FoldedWords(const QString &typed)
{
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QByteArray text = foldedText(word);
        m_words.append({text, rarePlaces(text)});
    }
    // The long ones rule most texts out.
    std::stable_sort(m_words.begin(), m_words.end(), [](const Word &a, const Word &b) { return a.text.size() > b.text.size(); });
}

bool FoldedWords::areIn(const QByteArray &folded) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(), [&folded](const Word &word) { return word.isIn(folded); });
}

bool FoldedWords::narrows(const FoldedWords &wider) const
{
    return std::all_of(wider.m_words.cbegin(), wider.m_words.cend(), [this](const Word &word) {
        return std::any_of(m_words.cbegin(), m_words.cend(), [&word](const Word &mine) { return mine.text.contains(word.text); });
    });
}

bool FoldedWords::Word::isIn(const QByteArray &folded) const
{
    const qsizetype places = folded.size() - text.size() + 1;
    if (places < block || text.size() == 1) // memchr does it alone
        return startsIn(folded.constData(), places);
    for (qsizetype from = 0; from < places; from += block) {
        const char *at = folded.constData() + std::min(from, places - block); // the last block begins in the one before
        if (mayStartInBlock(at) && startsIn(at, block))
            return true;
    }
    return false;
}

// Whether the rare bytes stand as they should at any place of the block. Without a branch, so that the compiler takes many places at once:
// going from one rare byte to the next is slow in texts that are full of them.
bool FoldedWords::Word::mayStartInBlock(const char *at) const
{
    const auto [a, b, c] = rare;
    const char first = text.at(a);
    const char second = text.at(b);
    const char third = text.at(c);
    unsigned char any = 0;
    for (const char *end = at + block; at < end; ++at)
        any |= static_cast<unsigned char>((at[a] == first) & (at[b] == second) & (at[c] == third));
    return any != 0;
}

bool FoldedWords::Word::startsIn(const char *at, qsizetype places) const
{
    const char *end = at + places;
    while (at < end) {
        const void *found = std::memchr(at + rare[0], text.at(rare[0]), static_cast<std::size_t>(end - at));
        if (!found)
            return false;
        at = static_cast<const char *>(found) - rare[0];
        if (std::memcmp(at, text.constData(), static_cast<std::size_t>(text.size())) == 0)
            return true;
        ++at;
    }
    return false;
}

} // namespace desk
