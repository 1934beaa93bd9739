#pragma once

#include "api/network/tlsrules.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <memory>

namespace desk {

// One connection to open for a stream. Milliseconds; 0 switches a limit off.
struct StreamRequest {
    QByteArray verb = "GET";
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray lastEventId; // sent as Last-Event-ID where it is not empty
    int connectMs = 10'000;
    int firstByteMs = 30'000;
    int silentMs = 30'000; // two missed heartbeats: worth telling
    int idleMs = 45'000;   // three: the connection is dead (SSE-23); 0 where silence is legal (contract 4.1)
    bool bypassProxy = false;
    std::shared_ptr<const TlsRules> tls = std::make_shared<TlsRules>();
};

} // namespace desk
