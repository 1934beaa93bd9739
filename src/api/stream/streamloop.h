#pragma once

#include "api/stream/delivery.h"
#include "api/stream/streamrequest.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

namespace desk {

class StreamLink;

// The half of the StreamHub that lives in the stream thread: all open connections, and one parcel of what they brought every few
// milliseconds, so that ten thousand events a second wake the GUI thread a few hundred times and not ten thousand (SSE-24). What the
// other side has not taken yet is bounded: then the connections stop reading and the servers wait.
class StreamLoop : public QObject
{
    Q_OBJECT
public:
    static constexpr int parcelMs = 4;
    static constexpr int breathUs = 1500;
    static constexpr qsizetype maxUndelivered = 20'000; // events
    static constexpr qsizetype maxUndeliveredBytes = 64 * 1024 * 1024;

    StreamLoop();
    ~StreamLoop() override;

    // Called through queued invocations only.
    void begin();
    void open(quint64 connection, const desk::StreamRequest &request);
    void close(quint64 connection);
    void acknowledge(qsizetype events, qsizetype bytes);

Q_SIGNALS:
    void parcel(const QList<desk::Delivery> &deliveries); // in order of arrival per connection

private:
    void take(const Delivery &delivery);
    void flush();
    void setReading(bool reading);
    void breathe();

    QHash<quint64, StreamLink *> m_links;
    QList<Delivery> m_waiting;
    QTimer m_flush;
    qsizetype m_undelivered = 0;
    qsizetype m_undeliveredBytes = 0;
    bool m_busy = false; // something came since the thread last slept
    bool m_reading = true;
};

} // namespace desk
