#pragma once

#include "domain/capabilities.h"
#include "domain/provider.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Capabilities> capabilitiesFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Capabilities &capabilities);

// {"name","base_url","models":[…],"needs_key"}
[[nodiscard]] Result<ModelProvider> providerFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const ModelProvider &provider);

// The server's start line {"port","pid","nonce"} on standard output (contract "Start, trust, stop").
struct Handshake {
    quint16 port = 0;
    qint64 pid = 0;
    QString nonce;
};
[[nodiscard]] Result<Handshake> handshakeFromLine(const QByteArray &line);

} // namespace desk::wire
