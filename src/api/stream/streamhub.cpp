#include "api/stream/streamhub.h"

#include "api/stream/eventstream.h"
#include "api/stream/streamloop.h"
#include "api/transport.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

StreamHub::StreamHub(Transport &transport)
    : m_transport(transport)
    , m_loop(new StreamLoop)
{
    m_thread.setObjectName(u"desk-streams"_s);
    m_loop->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_loop, &StreamLoop::begin);
    connect(&m_thread, &QThread::finished, m_loop, &QObject::deleteLater);
    connect(m_loop, &StreamLoop::parcel, this, &StreamHub::deliver);
    m_thread.start();
}

StreamHub::~StreamHub()
{
    m_thread.quit();
    m_thread.wait();
}

quint64 StreamHub::connectStream(EventStream &stream, const StreamRequest &request)
{
    const quint64 connection = m_nextConnection++;
    m_connections.insert(connection, &stream);
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, connection, request] { loop->open(connection, request); }, Qt::QueuedConnection);
    return connection;
}

void StreamHub::disconnectStream(quint64 connection)
{
    if (m_connections.remove(connection) > 0)
        QMetaObject::invokeMethod(
            m_loop, [loop = m_loop, connection] { loop->close(connection); }, Qt::QueuedConnection);
}

void StreamHub::deliver(const QList<Delivery> &deliveries)
{
    qsizetype events = 0;
    qsizetype bytes = 0;
    for (const Delivery &delivery : deliveries) {
        events += delivery.events.size();
        bytes += delivery.bytes();
        const QPointer<EventStream> stream = m_connections.value(delivery.connection);
        if (delivery.kind == Delivery::Kind::Closed)
            m_connections.remove(delivery.connection);
        if (stream)
            stream->take(delivery);
    }
    if (events > 0)
        QMetaObject::invokeMethod(
            m_loop, [loop = m_loop, events, bytes] { loop->acknowledge(events, bytes); }, Qt::QueuedConnection);
}

std::shared_ptr<LiveStream> StreamHub::watch(const QString &path, const LiveStream::Options &options)
{
    if (auto shared = m_live.value(path).lock(); shared && shared->state() != LiveStream::State::Closed)
        return shared;
    m_live.removeIf([](const auto &entry) { return entry.value().expired(); });
    // Let go of in one of its own signals as often as not: it must outlive the slot.
    std::shared_ptr<LiveStream> stream(new LiveStream(m_transport, path, options), [hub = QPointer(this), path](LiveStream *gone) {
        gone->stop();
        gone->deleteLater();
        if (hub && hub->m_live.value(path).expired())
            hub->m_live.remove(path);
    });
    m_live.insert(path, stream);
    return stream;
}

bool StreamHub::takePlace(LiveStream &stream)
{
    if (m_slotsTaken < m_limit) {
        ++m_slotsTaken;
        return true;
    }
    m_queue.append(&stream);
    return false;
}

void StreamHub::givePlaceBack(LiveStream &stream)
{
    --m_slotsTaken;
    m_queue.removeAll(&stream);
    while (!m_queue.isEmpty() && m_slotsTaken < m_limit) {
        if (const QPointer<LiveStream> next = m_queue.takeFirst())
            next->placeFreed();
    }
}

void StreamHub::reconnectNow()
{
    const auto live = m_live; // a slot may begin another watch
    for (const auto &weak : live) {
        if (const auto stream = weak.lock())
            stream->reconnectNow();
    }
}

void StreamHub::abortAll()
{
    const auto live = std::exchange(m_live, {});
    for (const auto &weak : live) {
        if (const auto stream = weak.lock())
            stream->supersede();
    }
    // Also those that wait for a token or have not begun.
    QList<QPointer<EventStream>> streams;
    for (EventStream *stream : m_transport.findChildren<EventStream *>(Qt::FindDirectChildrenOnly))
        streams.append(stream);
    for (const QPointer<EventStream> &stream : std::as_const(streams)) {
        if (stream)
            stream->supersede();
    }
}

} // namespace desk
