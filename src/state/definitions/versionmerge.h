#pragma once

#include "domain/definition.h"

#include <QList>

namespace desk {

// One version among those of a definition: kept on this computer, on the server, or both.
struct VersionRow {
    DefinitionVersion version; // without its JSON where this computer keeps it; whole where only the server does
    bool isOnServer = false;

    [[nodiscard]] bool isHere() const { return version.seq > 0; }
    // Among the rows of one definition: above 0 on this computer, below it on the server alone.
    [[nodiscard]] qint64 id() const { return isHere() ? version.seq : -static_cast<qint64>(version.serverVersion); }
};

// Both halves as one list, newest first. `local` is in the order of DefinitionHistory::list(), `server` in any. A version of the server and
// one kept here with the same number and the same digest are one row, which has the time of the server where it says one. Where numbers say
// which of two is newer they count, else the times do; the order of `local` always stays. Pure.
[[nodiscard]] QList<VersionRow> mergedVersions(const QList<DefinitionVersion> &local, const QList<DefinitionVersion> &server);

} // namespace desk
