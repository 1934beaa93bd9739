#include "parserload.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk::bench {

namespace {

constexpr qsizetype loadBytes = 8 * 1024 * 1024;

// One word of four letters for each number, so that no two events are the same.
QByteArray word(int number)
{
    static constexpr std::array syllables{"ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "ne", "pi", "ro", "su", "ta", "we"};
    const auto syllable = [](int i) { return syllables.at(static_cast<size_t>(i) % syllables.size()); };
    return QByteArray(syllable(number)) + syllable(number / 16);
}

QByteArray sentence(int number, int words)
{
    QByteArrayList out;
    for (int i = 0; i < words; ++i)
        out.append(word(number * 7 + i * 3));
    return out.join(' ') + '.';
}

QByteArray delta(int number)
{
    return "event: content\ndata: {\"type\":\"content\",\"message\":\"" + word(number) + ", \"}\n\n";
}

QByteArray envelope(int number)
{
    return "event: content\ndata: {\"type\":\"content\",\"source\":\"chat-agent\",\"message\":\"" + word(number) +
           " \",\"data\":{\"streaming\":true,\"partial\":true},\"timestamp\":\"2026-05-02T09:14:05." +
           QByteArray::number(100'000 + number % 900'000) + "+00:00\"}\n\n";
}

// What a search finds, as tools report it: a few members and a paragraph each.
QByteArray findings(int number, int count)
{
    QByteArrayList out;
    for (int i = 0; i < count; ++i)
        out.append("{\"file_id\": \"" + word(number + i) + "-0" + QByteArray::number(i) + "\", \"filename\": \"" + word(number * 3 + i) +
                   ".pdf\", \"page_number\": " + QByteArray::number(i + 1) + ", \"score\": 0." + QByteArray::number(900 - i % 800) +
                   ", \"text\": \"" + sentence(number + i, 52) + "\"}");
    return '[' + out.join(", ") + ']';
}

QByteArray runEvent(int number)
{
    return "event: event\r\ndata: {\"timestamp\": \"2026-05-02T09:14:05." + QByteArray::number(100'000 + number % 900'000) +
           "+00:00\", \"type\": \"tool_result\", \"data\": {\"tool\": \"document_search\", \"found\": true, \"result_count\": 5, "
           "\"results\": " +
           findings(number, 5) + "}}\r\n\r\n";
}

QByteArray output(int number)
{
    return "event: output\r\ndata: {\"result\": \"" + sentence(number, 100) + "\", \"rows\": " + findings(number, 2'800) + "}\r\n\r\n";
}

QByteArray repeated(QByteArray (*event)(int))
{
    QByteArray out;
    for (int number = 0; out.size() < loadBytes; ++number)
        out += event(number);
    return out;
}

} // namespace

QList<ParserLoad> parserLoads()
{
    return {{u"60-byte deltas"_s, ParserLoad::Kind::Chat, repeated(delta)},
            {u"deltas in their envelope"_s, ParserLoad::Kind::Chat, repeated(envelope)},
            {u"2 kB run events"_s, ParserLoad::Kind::Run, repeated(runEvent)},
            {u"1 MB run outputs"_s, ParserLoad::Kind::Run, repeated(output)}};
}

} // namespace desk::bench
