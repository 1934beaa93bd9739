#include "state/definitions/versionmerge.h"

#include <QMap>

#include <utility>

namespace desk {

namespace {

// By number, each once: a server may say anything.
QMap<int, DefinitionVersion> byNumber(const QList<DefinitionVersion> &server)
{
    QMap<int, DefinitionVersion> out;
    for (const DefinitionVersion &version : server) {
        if (version.serverVersion > 0 && !out.contains(version.serverVersion))
            out.insert(version.serverVersion, version);
    }
    return out;
}

bool isNewer(const DefinitionVersion &local, const DefinitionVersion &server)
{
    if (local.serverVersion > 0 && local.serverVersion != server.serverVersion)
        return local.serverVersion > server.serverVersion;
    return !server.at.isValid() || local.at >= server.at;
}

} // namespace

QList<VersionRow> mergedVersions(const QList<DefinitionVersion> &local, const QList<DefinitionVersion> &server)
{
    QMap<int, DefinitionVersion> onServer = byNumber(server);
    QList<VersionRow> here;
    for (const DefinitionVersion &version : local) {
        VersionRow row{version, false};
        const auto same = onServer.find(version.serverVersion);
        if (same != onServer.end() && same->digest == version.digest) {
            row.isOnServer = true;
            if (same->at.isValid())
                row.version.at = same->at;
            onServer.erase(same);
        }
        here.append(std::move(row));
    }
    QList<VersionRow> out;
    QList<DefinitionVersion> others = onServer.values(); // the newest last
    for (const VersionRow &row : std::as_const(here)) {
        while (!others.isEmpty() && !isNewer(row.version, others.constLast()))
            out.append({others.takeLast(), true});
        out.append(row);
    }
    while (!others.isEmpty())
        out.append({others.takeLast(), true});
    return out;
}

} // namespace desk
