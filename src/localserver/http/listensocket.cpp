#include "localserver/http/listensocket.h"

#include "localserver/texts.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace desk::server {

namespace {

Error listenError(quint16 port, int code)
{
    Error error;
    error.kind = code == EADDRINUSE ? Error::Kind::Conflict : Error::Kind::Offline;
    error.detail = QString::fromLocal8Bit(std::strerror(code));
    if (code == EADDRINUSE) {
        error.message = LocalServer::tr("The local server cannot start: port %1 is already taken by another program.").arg(port);
        error.nextStep = LocalServer::tr("Choose another port, or leave out --port to use any free one.");
    } else {
        error.message = LocalServer::tr("The local server cannot listen on 127.0.0.1: %1.").arg(error.detail);
        error.nextStep = LocalServer::tr("Check whether a firewall or sandbox forbids local connections, then start again.");
    }
    return error;
}

} // namespace

Result<ListenSocket> listenOnLoopback(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return Unexpected{listenError(port, errno)};
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(descriptor, generic, length) != 0 || ::listen(descriptor, 128) != 0 || ::getsockname(descriptor, generic, &length) != 0) {
        const Error error = listenError(port, errno);
        ::close(descriptor);
        return Unexpected{error};
    }
    return ListenSocket{descriptor, ntohs(address.sin_port)};
}

} // namespace desk::server
