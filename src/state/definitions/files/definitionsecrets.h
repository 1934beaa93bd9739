#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

// A secret that was not written, and what stands in its place.
struct OmittedSecret {
    QString definition;  // its name
    QString path;        // "mcp_servers.0.env.API_KEY"
    QString placeholder; // "API_KEY": the file says ${API_KEY}

    bool operator==(const OmittedSecret &) const = default;
};

// The definition with ${NAME} for every value of `env` and `headers` of its MCP servers, or of the one of a tool (contract 3.1: there in
// clear text), for texts whose name says that they are secret, for arguments of such servers after an option that says so, and for what
// SecretScan finds in any other text. The same secret has the same name, two secrets never share one, and placeholders that are there
// already stay. Pure.
[[nodiscard]] QJsonObject withoutSecrets(const QJsonObject &definition, QList<OmittedSecret> &omitted);

// The names of ${NAME} in all texts, in order, each once: capitals, digits and underscores, as written above.
[[nodiscard]] QStringList placeholdersIn(const QJsonValue &value);

} // namespace desk
