#pragma once

class QJsonObject;

namespace desk::server {

// How this process reaches language models. The client says, as its person or administrator set it:
//
//   {"network": {"proxy": "system" | "none" | "manual", "host", "port", "socks", "user", "password", "certificates": PEM}}
//
// Counts for turns that begin from now on. Loopback never takes a proxy (HTTP-25); certificates are trusted besides the system's (TLS-02).
void applyNetworkRules(const QJsonObject &network);

} // namespace desk::server
