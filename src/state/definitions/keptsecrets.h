#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace desk {

// What this computer keeps of a definition, as a version, a draft or a copy, has a mark in place of every value of `env` and `headers` of
// its MCP servers (of a tool: of its own), which the contract (3.1) has in clear text, and of what SecretScan finds in their `url` and
// `args`: secrets are kept in the keychain or not at all. Pure; any thread.
[[nodiscard]] QJsonObject withoutServerSecrets(const QJsonObject &definition);

// The same of a definition that is being written over `base`. What `base` does not have in the same place has another mark, which
// withServerSecrets() leaves: nobody knows it any more, and the old one must not come back in its stead.
[[nodiscard]] QJsonObject withoutServerSecrets(const QJsonObject &mine, const QJsonObject &base);

// Those values again, as the same servers have them in `now`. A server is the same with its name, address, program and arguments: a secret
// never goes to another place than it is for. What is not there stays marked, to be entered anew.
[[nodiscard]] QJsonObject withServerSecrets(const QJsonObject &kept, const QJsonObject &now);

// Without the values that are still marked; `names` gets theirs.
[[nodiscard]] QJsonObject withoutKeptMarks(const QJsonObject &definition, QStringList &names);

[[nodiscard]] bool isKeptMark(const QString &value); // either of them
[[nodiscard]] bool hasKeptMarks(const QJsonObject &definition);

} // namespace desk
