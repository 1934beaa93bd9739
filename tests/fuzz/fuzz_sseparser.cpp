// Any bytes, in any chunks: the parser neither crashes nor depends on where the chunks end, and what the writer makes of its
// events reads back as the same events.
#include "require.h"
#include "wire/sseparser.h"
#include "wire/ssewriter.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>

using desk::wire::ServerEvent;
using desk::wire::SseParser;

namespace {

void requireSame(const QList<ServerEvent> &left, const QList<ServerEvent> &right)
{
    require(left.size() == right.size());
    for (qsizetype i = 0; i < left.size(); ++i)
        require(left[i].type == right[i].type && left[i].data == right[i].data && left[i].id == right[i].id);
}

QList<ServerEvent> parse(SseParser &parser, const QByteArray &bytes, qsizetype step)
{
    QList<ServerEvent> events;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        events += parser.feed(bytes.mid(at, step));
    return events;
}

QList<ServerEvent> view(const QByteArray &bytes, qsizetype step)
{
    SseParser parser;
    QList<ServerEvent> events;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        // Memory of its own, which is gone when the next one is read.
        parser.read(bytes.mid(at, step), [&](const desk::wire::EventView &event) {
            events.append({event.type.toByteArray(), event.data.toByteArray(), event.id});
        });
    }
    return events;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype step = 1 + data[0] % 64;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);

    SseParser whole;
    SseParser parts;
    const QList<ServerEvent> events = parse(whole, bytes, bytes.size());
    requireSame(events, parse(parts, bytes, step));
    requireSame(events, view(bytes, step));
    require(whole.failed() == parts.failed());
    require(whole.retryMs() == parts.retryMs());
    require(whole.lastEventId() == parts.lastEventId());
    require(whole.bytesSeen() == static_cast<quint64>(bytes.size()));

    for (const ServerEvent &event : events) {
        SseParser again;
        requireSame({event}, again.feed(desk::wire::sseEvent(event.type, event.data, event.id)));
    }
    return 0;
}
