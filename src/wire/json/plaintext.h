#pragma once

#include <QtAlgorithms>
#include <QtGlobal>

#include <cstring>

namespace desk::wire {

// The first byte inside a JSON string that is not text by itself, a quote, a backslash or a control character; or end. Eight bytes at a
// time: strings are most of what servers send.
inline const char *skipPlainText(const char *at, const char *end)
{
    constexpr quint64 ones = Q_UINT64_C(0x0101010101010101);
    constexpr quint64 highBits = ones * 0x80;
    const auto holdsNought = [](quint64 word) { return (word - ones) & ~word & highBits; };
    while (end - at >= 8) {
        quint64 word = 0;
        std::memcpy(&word, at, sizeof word);
        const quint64 control = (word - ones * 0x20) & ~word & highBits;
        // The lowest mark is right; those above it may be of a borrow.
        if (const quint64 marks = control | holdsNought(word ^ (ones * '"')) | holdsNought(word ^ (ones * '\\'))) {
            if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
                return at + qCountTrailingZeroBits(marks) / 8;
            break;
        }
        at += 8;
    }
    while (at != end && *at != '"' && *at != '\\' && static_cast<uchar>(*at) >= 0x20)
        ++at;
    return at;
}

} // namespace desk::wire
