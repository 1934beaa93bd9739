#include "support/rawclient.h"

#include "support/requestreader.h"

#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace desk::test {

RawClient::RawClient(quint16 port)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        m_ending = Ending::Other;
    ::fcntl(m_descriptor, F_SETFL, O_NONBLOCK);
    m_readable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &RawClient::read);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &RawClient::write);
}

RawClient::~RawClient()
{
    m_readable.reset();
    m_writable.reset();
    ::close(m_descriptor);
}

void RawClient::send(const QByteArray &bytes)
{
    m_unsent += bytes;
    write();
}

void RawClient::shutdown()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void RawClient::write()
{
    while (!m_unsent.isEmpty()) {
        const ssize_t size = ::send(m_descriptor, m_unsent.constData(), static_cast<size_t>(m_unsent.size()), MSG_NOSIGNAL);
        if (size <= 0)
            break;
        m_unsent.remove(0, size);
    }
    m_writable->setEnabled(!m_unsent.isEmpty() && (errno == EAGAIN || errno == EWOULDBLOCK));
}

void RawClient::read()
{
    static std::array<char, 256 * 1024> buffer;
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (size > 0) {
        m_receivedBytes += size;
        if (m_keeping) {
            m_received.append(buffer.data(), size);
            m_arrivals.append({monotonicMs(), size});
        }
        return;
    }
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_ending = size == 0 ? Ending::Fin : errno == ECONNRESET ? Ending::Reset : Ending::Other;
    m_readable->setEnabled(false);
}

} // namespace desk::test
