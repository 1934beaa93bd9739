#pragma once

#include "domain/result.h"
#include "wire/sseparser.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>

namespace desk {

// How a connection ended. outcome is ok when the server ended an event stream in order; that says nothing about the work (SSE-27).
struct StreamEnd {
    Result<> outcome;
    int status = 0;
    QByteArray location; // of a redirect
};

// What one connection has to report, on its way from the stream thread to the thread of its EventStream.
struct Delivery {
    enum class Kind {
        Opened, // 200 and text/event-stream
        Events,
        Silent, // no byte for StreamRequest::silentMs
        Alive,  // bytes again after Silent
        Closed  // nothing follows
    };
    quint64 connection = 0;
    Kind kind = Kind::Events;
    QList<wire::ServerEvent> events;
    QByteArray lastEventId; // in force after these events
    int retryMs = -1;       // the server's reconnection time, -1 until it named one
    StreamEnd end;

    [[nodiscard]] qsizetype bytes() const
    {
        qsizetype sum = 0;
        for (const wire::ServerEvent &event : events)
            sum += event.data.size();
        return sum;
    }
};

} // namespace desk

Q_DECLARE_METATYPE(desk::Delivery)
