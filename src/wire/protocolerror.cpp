#include "wire/protocolerror.h"

#include <QCoreApplication>

namespace desk::wire {

Error protocolError(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.message = QCoreApplication::translate("desk::wire", "The server sent an answer this program does not understand.");
    error.nextStep = QCoreApplication::translate("desk::wire", "Check the server's address, or update the program.");
    error.detail = detail;
    return error;
}

} // namespace desk::wire
