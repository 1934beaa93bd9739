#pragma once

#include "api/stream/delivery.h"
#include "api/stream/livestream.h"
#include "api/stream/streamrequest.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>

namespace desk {

class EventStream;
class StreamLoop;
class Transport;

// All event streams of one client: the thread their sockets live in, the streams that several watchers share, and the limit on how
// many are open at once. Streams have sockets of their own, so they never take a connection from the calls. GUI thread.
class StreamHub : public QObject
{
    Q_OBJECT
public:
    static constexpr int defaultLimit = 100;

    explicit StreamHub(Transport &transport);
    ~StreamHub() override; // closes every connection

    // How many live streams may be connected at once; the others wait as State::ServerLimit and are polled meanwhile. Chat turns and
    // other single answers (EventStream) are not counted: a person waits for them.
    void setLimit(int limit) { m_limit = limit; }
    [[nodiscard]] int openConnections() const { return static_cast<int>(m_connections.size()); }
    [[nodiscard]] int openLiveStreams() const { return m_slotsTaken; }
    [[nodiscard]] int watchedPaths() const { return static_cast<int>(m_live.size()); }

    // The stream at `path`, shared by everybody who watches it; it is closed, and its place given to another, when the last of them
    // lets go. Options count for the first.
    [[nodiscard]] std::shared_ptr<LiveStream> watch(const QString &path, const LiveStream::Options &options);

    void reconnectNow(); // after a sleep or a change of network: whoever is backing off tries at once (HTTP-35)
    void abortAll();     // another server: every stream ends

    // For EventStream.
    [[nodiscard]] quint64 connectStream(EventStream &stream, const StreamRequest &request);
    void disconnectStream(quint64 connection);
    // For LiveStream. False: no place; its placeFreed() is called when there is one.
    [[nodiscard]] bool takePlace(LiveStream &stream);
    void givePlaceBack(LiveStream &stream);

private:
    void deliver(const QList<Delivery> &deliveries);

    Transport &m_transport;
    QThread m_thread;
    StreamLoop *m_loop; // lives in m_thread
    QHash<quint64, QPointer<EventStream>> m_connections;
    QHash<QString, std::weak_ptr<LiveStream>> m_live;
    QList<QPointer<LiveStream>> m_queue;
    quint64 m_nextConnection = 1;
    int m_limit = defaultLimit;
    int m_slotsTaken = 0;
};

} // namespace desk
