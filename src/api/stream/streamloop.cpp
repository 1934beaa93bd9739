#include "api/stream/streamloop.h"

#include "api/stream/sselink.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <utility>

namespace desk {

namespace {

constexpr qsizetype manyLinks = 8;

} // namespace

StreamLoop::StreamLoop()
{
    m_flush.setParent(this); // moves to the stream thread with us
    m_flush.setSingleShot(true);
    m_flush.setTimerType(Qt::PreciseTimer);
    m_flush.setInterval(parcelMs);
    connect(&m_flush, &QTimer::timeout, this, &StreamLoop::flush);
}

StreamLoop::~StreamLoop() = default;

void StreamLoop::begin()
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, &StreamLoop::breathe);
}

// Asking a hundred sockets whether they have something costs as much as reading from a few of them. Under load the thread waits a
// moment before it asks again, and then finds several ready; when nothing comes it sleeps in the kernel as ever.
void StreamLoop::breathe()
{
    if (std::exchange(m_busy, false))
        QThread::usleep(breathUs);
}

void StreamLoop::open(quint64 connection, const StreamRequest &request)
{
    auto *link = new SseLink(connection, request, this);
    m_links.insert(connection, link);
    connect(link, &StreamLink::delivered, this, &StreamLoop::take);
    if (!m_reading)
        link->setReading(false);
    link->open();
}

void StreamLoop::close(quint64 connection)
{
    if (StreamLink *link = m_links.take(connection))
        link->close();
}

void StreamLoop::take(const Delivery &delivery)
{
    m_undelivered += delivery.events.size();
    m_undeliveredBytes += delivery.bytes();
    m_busy = m_busy || (m_links.size() > manyLinks && !delivery.events.isEmpty());
    if (delivery.kind == Delivery::Kind::Closed) {
        if (StreamLink *link = m_links.take(delivery.connection))
            link->deleteLater();
    }
    m_waiting.append(delivery);
    if (!m_flush.isActive())
        m_flush.start();
    if (m_reading && (m_undelivered >= maxUndelivered || m_undeliveredBytes >= maxUndeliveredBytes))
        setReading(false);
}

void StreamLoop::flush()
{
    Q_EMIT parcel(std::exchange(m_waiting, {}));
}

void StreamLoop::acknowledge(qsizetype events, qsizetype bytes)
{
    m_undelivered -= events;
    m_undeliveredBytes -= bytes;
    if (!m_reading && m_undelivered <= maxUndelivered / 2 && m_undeliveredBytes <= maxUndeliveredBytes / 2)
        setReading(true);
}

void StreamLoop::setReading(bool reading)
{
    m_reading = reading;
    const QList<StreamLink *> links = m_links.values();
    for (StreamLink *link : links)
        link->setReading(m_reading); // reading may have filled the parcel again
}

} // namespace desk
