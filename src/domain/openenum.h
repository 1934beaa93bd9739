#pragma once

#include <QLatin1StringView>
#include <QString>

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace desk {

// A closed set of words that the server may extend: its columns are plain strings (contract 5), so a word this version does not know
// becomes Unknown and keeps its text, and is written back as it came. E is an enum class with a member Unknown; its words are given by
// an overload found by argument: `constexpr std::array<EnumWord<E>, N> enumWords(E)`.
template <typename E>
using EnumWord = std::pair<E, QLatin1StringView>;

template <typename E>
class OpenEnum
{
public:
    OpenEnum(E value = E::Unknown)
        : m_value(value)
    {
    }

    static OpenEnum fromWire(const QString &text)
    {
        static constexpr auto words = enumWords(E{});
        const auto found = std::find_if(words.begin(), words.end(), [&text](const auto &word) { return text == word.second; });
        OpenEnum out(found == words.end() ? E::Unknown : found->first);
        if (found == words.end())
            out.m_raw = text;
        return out;
    }

    [[nodiscard]] E value() const { return m_value; }
    [[nodiscard]] bool isUnknown() const { return m_value == E::Unknown; }
    // "" for an Unknown that did not come from a server.
    [[nodiscard]] QString wire() const
    {
        static constexpr auto words = enumWords(E{});
        const auto found = std::find_if(words.begin(), words.end(), [this](const auto &word) { return word.first == m_value; });
        return found == words.end() ? m_raw : QString(found->second);
    }

    friend bool operator==(const OpenEnum &a, const OpenEnum &b) { return a.m_value == b.m_value && a.m_raw == b.m_raw; }
    friend bool operator!=(const OpenEnum &a, const OpenEnum &b) { return !(a == b); }

private:
    static_assert(std::is_enum_v<E>);
    E m_value;
    QString m_raw; // only for Unknown
};

} // namespace desk
