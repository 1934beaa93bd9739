#include "localserver/http/eventchannel.h"

#include "localserver/http/eventpump.h"

#include <algorithm>
#include <cstring>
#include <microhttpd.h>

namespace desk::server {

namespace {

int descriptorOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

} // namespace

EventChannel::EventChannel(EventPump &pump, MHD_Connection *connection, std::shared_ptr<EventFeed> feed, int heartbeatMs)
    : m_pump(pump)
    , m_connection(connection)
    , m_feed(std::move(feed))
    , m_buffer(m_feed->opening())
    , m_descriptor(descriptorOf(connection))
{
    m_heartbeat.setInterval(heartbeatMs);
    m_heartbeat.setSingleShot(true);
    connect(&m_heartbeat, &QTimer::timeout, this, &EventChannel::onHeartbeat);
    connect(m_feed.get(), &EventFeed::ready, this, &EventChannel::resume);
}

EventChannel::~EventChannel()
{
    if (m_suspended)
        m_pump.unwatchIdle(m_descriptor);
}

ssize_t EventChannel::read(char *buffer, size_t room)
{
    if (m_closing)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (m_sent >= m_buffer.size())
        refill();
    if (m_buffer.isEmpty()) {
        if (m_feed->atEnd())
            return MHD_CONTENT_READER_END_OF_STREAM;
        suspend();
        return 0;
    }
    const qsizetype count = std::min(m_buffer.size() - m_sent, static_cast<qsizetype>(room));
    std::memcpy(buffer, m_buffer.constData() + m_sent, static_cast<size_t>(count));
    m_sent += count;
    m_heartbeat.start();
    return count;
}

void EventChannel::refill()
{
    m_sent = 0;
    m_buffer = m_feed->next();
    if (m_buffer.isEmpty() && m_heartbeatDue)
        m_buffer = m_feed->heartbeat();
    m_heartbeatDue = false;
}

void EventChannel::close()
{
    m_closing = true;
    resume();
}

void EventChannel::suspend()
{
    MHD_suspend_connection(m_connection);
    m_suspended = true;
    m_pump.watchIdle(m_descriptor, [this] { onPeerReadable(); });
}

void EventChannel::resume()
{
    if (!m_suspended)
        return;
    m_suspended = false;
    m_pump.unwatchIdle(m_descriptor);
    MHD_resume_connection(m_connection);
    m_pump.poke();
}

void EventChannel::onHeartbeat()
{
    m_heartbeatDue = true;
    resume();
}

// A client that waits for events has nothing to send: end of file, a reset and stray bytes all end the stream.
void EventChannel::onPeerReadable()
{
    close();
}

} // namespace desk::server
