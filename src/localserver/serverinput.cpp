#include "localserver/serverinput.h"

#include <QDeadlineTimer>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace desk::server {

namespace {
constexpr qsizetype maxBuffered = 1024 * 1024;
}

LineReader::LineReader(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
{
}

LineReader::~LineReader() = default;

QByteArray LineReader::waitForLine(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!m_buffer.contains('\n') && !m_atEnd && !deadline.hasExpired()) {
        pollfd request{m_descriptor, POLLIN, 0};
        if (::poll(&request, 1, static_cast<int>(deadline.remainingTime())) > 0)
            m_atEnd = !readSome();
    }
    return takeLine();
}

void LineReader::start()
{
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &LineReader::onReadable);
    QMetaObject::invokeMethod(this, &LineReader::onReadable, Qt::QueuedConnection); // what came with the first line
}

void LineReader::onReadable()
{
    if (m_notifier && !m_notifier->isEnabled())
        return;
    pollfd request{m_descriptor, POLLIN, 0};
    if (!m_atEnd && ::poll(&request, 1, 0) > 0)
        m_atEnd = !readSome();
    while (m_buffer.contains('\n'))
        Q_EMIT line(takeLine());
    if (!m_atEnd)
        return;
    m_notifier->setEnabled(false);
    Q_EMIT closed();
}

bool LineReader::readSome()
{
    std::array<char, 4096> piece{};
    const ssize_t count = ::read(m_descriptor, piece.data(), piece.size());
    if (count > 0)
        m_buffer.append(piece.data(), count);
    if (m_buffer.size() > maxBuffered)
        m_buffer.clear(); // no line of ours is that long
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

QByteArray LineReader::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n');
    const QByteArray text = m_buffer.left(end < 0 ? m_buffer.size() : end);
    m_buffer.remove(0, end < 0 ? m_buffer.size() : end + 1);
    return text;
}

} // namespace desk::server
