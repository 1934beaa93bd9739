#pragma once

#include <QJsonObject>
#include <QString>

namespace desk {

// What this computer keeps of a definition, as a version, a draft or a copy, has a mark in place of every value of `env` and `headers` of
// its MCP servers (of a tool: of its own), which the contract (3.1) has in clear text: secrets are kept in the keychain or not at all.
// Pure; any thread.
[[nodiscard]] QJsonObject withoutServerSecrets(const QJsonObject &definition);

// Those values again, as the same servers have them in `now`, by the names of server and value. What is not there stays
// marked, to be entered anew.
[[nodiscard]] QJsonObject withServerSecrets(const QJsonObject &kept, const QJsonObject &now);

[[nodiscard]] bool isKeptMark(const QString &value);
[[nodiscard]] bool hasKeptMarks(const QJsonObject &definition);

} // namespace desk
