#pragma once

#include "api/stream/delivery.h"
#include "api/stream/streamrequest.h"

#include <QObject>

namespace desk {

// One connection that brings events, whatever carries them: SseLink over HTTP is the one there is; a WebSocket would be another
// (inventory S-168). Lives in the stream thread; close() may be called at any time, nothing follows it.
class StreamLink : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void open() = 0;
    virtual void close() = 0;
    virtual void setReading(bool reading) = 0; // false: leave the bytes with the sender until true

Q_SIGNALS:
    void delivered(const desk::Delivery &delivery);
};

} // namespace desk
