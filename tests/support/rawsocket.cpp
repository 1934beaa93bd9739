#include "support/rawsocket.h"

#include <QSslSocket>
#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/ioctl.h>
#include <sys/socket.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/sockios.h>
#endif

namespace desk::test {

qint64 undelivered(const QTcpSocket &socket)
{
    qint64 bytes = socket.bytesToWrite();
    if (const auto *secure = qobject_cast<const QSslSocket *>(&socket))
        bytes += secure->encryptedBytesToWrite();
#ifdef Q_OS_LINUX
    int inKernel = 0; // over loopback, what was sent has arrived
    if (ioctl(static_cast<int>(socket.socketDescriptor()), SIOCOUTQNSD, &inKernel) == 0)
        bytes += inKernel;
#endif
    return bytes;
}

void resetConnection(QTcpSocket &socket)
{
    linger option{};
    option.l_onoff = 1; // and l_linger 0: close() sends RST
#ifdef Q_OS_WIN
    ::setsockopt(static_cast<SOCKET>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&option),
                 sizeof option);
#else
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &option, sizeof option);
#endif
    socket.abort();
}

} // namespace desk::test
