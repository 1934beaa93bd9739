#include "state/models/foldedtext.h"

#include <QStringList>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace desk {

namespace {

// How common a byte is in texts of people, roughly: the higher the more.
int frequency(char byte)
{
    constexpr std::string_view common = "zqxjkvbpygfwmucldrhsnioate ";
    const std::size_t place = common.find(byte);
    return place == std::string_view::npos ? 0 : static_cast<int>(place) + 1;
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
        Word made{foldedText(word), 0};
        const auto rarest =
            std::min_element(made.text.cbegin(), made.text.cend(), [](char a, char b) { return frequency(a) < frequency(b); });
        made.rarest = rarest - made.text.cbegin();
        m_words.append(made);
    }
    // The long ones rule most texts out.
    std::stable_sort(m_words.begin(), m_words.end(), [](const Word &a, const Word &b) { return a.text.size() > b.text.size(); });
}

bool FoldedWords::areIn(const QByteArray &folded) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(), [&folded](const Word &word) { return isIn(folded, word); });
}

bool FoldedWords::narrows(const FoldedWords &wider) const
{
    return std::all_of(wider.m_words.cbegin(), wider.m_words.cend(), [this](const Word &word) {
        return std::any_of(m_words.cbegin(), m_words.cend(), [&word](const Word &mine) { return mine.text.contains(word.text); });
    });
}

// Looks for the rarest byte with memchr, which takes many bytes at once, and only there for the word.
bool FoldedWords::isIn(const QByteArray &folded, const Word &word)
{
    if (folded.size() < word.text.size())
        return false;
    const char byte = word.text.at(word.rarest);
    const char *at = folded.constData() + word.rarest;
    const char *end = folded.constData() + folded.size() - word.text.size() + word.rarest + 1;
    while (at < end) {
        at = static_cast<const char *>(std::memchr(at, byte, static_cast<std::size_t>(end - at)));
        if (!at)
            return false;
        if (std::memcmp(at - word.rarest, word.text.constData(), static_cast<std::size_t>(word.text.size())) == 0)
            return true;
        ++at;
    }
    return false;
}

} // namespace desk
