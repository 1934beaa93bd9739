#pragma once

#include <QByteArray>
#include <QObject>

namespace desk::server {

// Where the bytes of one answer come from that is not there at once: an event stream, or see LateAnswer. Lives as long as its connection;
// the main thread only.
class EventFeed : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // The next bytes, a bounded amount; empty when there is nothing at the moment.
    [[nodiscard]] virtual QByteArray next() = 0;
    // After an empty next(): no more will ever come.
    [[nodiscard]] virtual bool atEnd() const = 0;
    // What is sent before anything else, and when it was silent for too long: a line that means nothing in this kind of answer.
    [[nodiscard]] virtual QByteArray opening() const;
    [[nodiscard]] virtual QByteArray heartbeat() const;

Q_SIGNALS:
    void ready(); // next() is worth another try
};

} // namespace desk::server
