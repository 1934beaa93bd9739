#pragma once

#include <QJsonObject>

namespace desk {

// What this computer keeps of a definition, as a version, a draft or a copy, has ${NAME} in place of every value of `env` and `headers` of
// its MCP servers (of a tool: of its own), which the contract (3.1) has in clear text: secrets are kept in the keychain or not at all.
// Pure; any thread.
[[nodiscard]] QJsonObject withoutServerSecrets(const QJsonObject &definition);

// Those values again, as the same servers have them in `now`, by the names of server and value. What is not there stays ${NAME}, to be
// entered anew.
[[nodiscard]] QJsonObject withServerSecrets(const QJsonObject &kept, const QJsonObject &now);

} // namespace desk
