#pragma once

#include "localserver/http/eventfeed.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>
#include <sys/types.h>

struct MHD_Connection;

namespace desk::server {

class EventPump;

// One open event stream: pulls from a feed while the client takes bytes, suspends the connection while there is nothing
// to say, sends a comment when it was silent for too long, and notices a client that went away. Holds one piece of the feed
// at most, so a slow reader costs a bounded amount of memory.
class EventChannel : public QObject
{
    Q_OBJECT
public:
    EventChannel(EventPump &pump, MHD_Connection *connection, std::shared_ptr<EventFeed> feed, int heartbeatMs);
    ~EventChannel() override;

    // For libmicrohttpd's content reader: bytes written, 0 after suspending, or one of its end marks.
    [[nodiscard]] ssize_t read(char *buffer, size_t room);
    // Ends the stream at the next read; the client reconnects.
    void close();

private:
    void refill();
    void suspend();
    void resume();
    void onHeartbeat();
    void onPeerReadable();

    EventPump &m_pump;
    MHD_Connection *m_connection; // outlives us
    std::shared_ptr<EventFeed> m_feed;
    QTimer m_heartbeat;
    QByteArray m_buffer;
    qsizetype m_sent = 0;
    int m_descriptor = -1;
    bool m_suspended = false;
    bool m_heartbeatDue = false;
    bool m_closing = false;
};

} // namespace desk::server
