#pragma once

#include <QDeadlineTimer>

namespace desk::server {

// One TCP connection. The library times out silent connections; this deadline ends those that trickle.
struct Peer {
    int descriptor = -1;
    qsizetype uriBytes = 0;        // of the request being read
    QDeadlineTimer headerDeadline; // until when the headers must be complete; forever while a request is handled
};

} // namespace desk::server
