#include "wire/utf8.h"

#include <QStringConverter>

#include <cstring>

namespace desk::wire {

namespace {

// First byte that is not ASCII, or end.
const uchar *skipAscii(const uchar *at, const uchar *end)
{
    constexpr quint64 highBits = Q_UINT64_C(0x8080808080808080);
    const uchar *const begin = at;
    while (end - at >= 8) {
        quint64 word = 0;
        std::memcpy(&word, at, sizeof word);
        if (word & highBits)
            break;
        at += 8;
    }
    if (end - at < 8 && end - begin >= 8) { // the last eight bytes again: cheaper than the rest one by one
        quint64 word = 0;
        std::memcpy(&word, end - 8, sizeof word);
        if (!(word & highBits))
            return end;
    }
    while (at != end && *at < 0x80)
        ++at;
    return at;
}

struct Lead {
    int continuations; // 0: not a lead byte
    uchar low;         // allowed range of the second byte
    uchar high;
};

Lead leadOf(uchar byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return {1, 0x80, 0xBF};
    if (byte == 0xE0)
        return {2, 0xA0, 0xBF};
    if (byte == 0xED)
        return {2, 0x80, 0x9F}; // no surrogates
    if (byte >= 0xE1 && byte <= 0xEF)
        return {2, 0x80, 0xBF};
    if (byte == 0xF0)
        return {3, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3)
        return {3, 0x80, 0xBF};
    if (byte == 0xF4)
        return {3, 0x80, 0x8F};
    return {0, 0, 0};
}

// Length of the sequence at `at` (not ASCII, at < end); `valid` tells whether it is whole. An ill-formed one has the length
// of its maximal subpart, at least 1.
qsizetype sequenceAt(const uchar *at, const uchar *end, bool &valid)
{
    Lead lead = leadOf(*at);
    valid = lead.continuations > 0;
    qsizetype length = 1;
    for (int i = 0; i < lead.continuations; ++i) {
        if (at + length == end || at[length] < lead.low || at[length] > lead.high) {
            valid = false;
            break;
        }
        ++length;
        lead.low = 0x80;
        lead.high = 0xBF;
    }
    return length;
}

} // namespace

QByteArray validUtf8(QByteArrayView bytes)
{
    const auto *const begin = reinterpret_cast<const uchar *>(bytes.data());
    const auto *const end = begin + bytes.size();
    const auto text = [](const uchar *from) { return reinterpret_cast<const char *>(from); };
    QByteArray repaired;
    const uchar *clean = begin; // everything before it is in `repaired`
    bool broken = false;
    for (const uchar *at = skipAscii(begin, end); at != end; at = skipAscii(at, end)) {
        bool valid = false;
        const qsizetype length = sequenceAt(at, end, valid);
        if (!valid) {
            broken = true;
            repaired.append(text(clean), at - clean).append("\xEF\xBF\xBD", 3);
            clean = at + length;
        }
        at += length;
    }
    if (!broken)
        return bytes.toByteArray();
    return repaired.append(text(clean), end - clean);
}

bool isValidUtf8(QByteArrayView bytes)
{
    const auto *at = reinterpret_cast<const uchar *>(bytes.data());
    const auto *const end = at + bytes.size();
    bool valid = true;
    for (at = skipAscii(at, end); at != end && valid; at = skipAscii(at, end))
        at += sequenceAt(at, end, valid);
    return valid;
}

QString textFromUtf8(QByteArrayView bytes)
{
    QStringDecoder decode(QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decode(bytes);
}

} // namespace desk::wire
