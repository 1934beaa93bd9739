#pragma once

#include "domain/result.h"

namespace desk::server {

struct ListenSocket {
    int descriptor = -1; // to be closed by whoever takes it
    quint16 port = 0;
};

// Bound to 127.0.0.1 and nothing else (LOC-01). port 0: any free one.
// Fails with Conflict when another program has the port, with Offline otherwise.
[[nodiscard]] Result<ListenSocket> listenOnLoopback(quint16 port);

} // namespace desk::server
