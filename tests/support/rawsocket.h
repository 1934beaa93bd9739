#pragma once

#include <QtGlobal>

class QTcpSocket;

namespace desk::test {

// Bytes that were written to the socket and that the other side's kernel does not have yet.
[[nodiscard]] qint64 undelivered(const QTcpSocket &socket);

// Ends the connection with RST instead of FIN. What is undelivered is lost.
void resetConnection(QTcpSocket &socket);

} // namespace desk::test
