#pragma once

#include "wire/fixture.h"
#include "wire/sseparser.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace vectors {

// One row of tests/data/sse/vectors.json.
struct Vector {
    QByteArray name;
    QList<QByteArray> chunks;
    QByteArray whole;
    QList<desk::wire::ServerEvent> expected;
    int retry = -1;
    QByteArray lastEventId;
    QJsonObject json;
};

inline QByteArray textOf(const QJsonValue &object, QLatin1StringView key)
{
    return object.toObject().value(key).toString().toUtf8();
}

inline QList<Vector> all()
{
    using namespace Qt::StringLiterals;
    QList<Vector> out;
    const QJsonArray rows = fixture::json(u"sse/vectors.json"_s).toArray();
    for (const QJsonValue row : rows) {
        const QJsonObject object = row.toObject();
        Vector vector;
        vector.name = object.value("name"_L1).toString().toUtf8();
        const QJsonArray chunks = object.value("chunks_base64"_L1).toArray();
        for (const QJsonValue chunk : chunks)
            vector.chunks.append(QByteArray::fromBase64(chunk.toString().toLatin1()));
        vector.whole = vector.chunks.join();
        const QJsonArray events = object.value("expected"_L1).toArray();
        for (const QJsonValue event : events)
            vector.expected.append({textOf(event, "event"_L1), textOf(event, "data"_L1), textOf(event, "id"_L1)});
        vector.retry = object.value("expected_retry"_L1).toInt(-1);
        vector.lastEventId = object.value("expected_last_event_id"_L1).toString().toUtf8();
        vector.json = object;
        out.append(vector);
    }
    return out;
}

// What a parser has said so far, and another that hands its events out where they lie.
struct Outcome {
    desk::wire::SseParser parser;
    QList<desk::wire::ServerEvent> events;
    desk::wire::SseParser reader;
    QList<desk::wire::ServerEvent> seen;

    void feed(const QByteArray &chunk)
    {
        events += parser.feed(chunk);
        // A copy that is gone when the next chunk comes: a checker of memory finds what still points there.
        reader.read(QByteArray(chunk.constData(), chunk.size()), [this](const desk::wire::EventView &event) {
            seen.append({event.type.toByteArray(), event.data.toByteArray(), event.id});
        });
    }

    [[nodiscard]] bool matches(const Vector &vector) const
    {
        return sameEvents(vector.expected) && sameEvents(seen) && parser.retryMs() == vector.retry &&
               parser.lastEventId() == vector.lastEventId && !parser.failed() &&
               parser.bytesSeen() == static_cast<quint64>(vector.whole.size());
    }
    [[nodiscard]] bool sameEvents(const QList<desk::wire::ServerEvent> &others) const
    {
        return std::equal(events.begin(), events.end(), others.begin(), others.end(),
                          [](const auto &a, const auto &b) { return a.type == b.type && a.data == b.data && a.id == b.id; });
    }
};

} // namespace vectors
