#pragma once

#include "domain/error.h"
#include "domain/profile.h"

#include <QList>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace desk {

// What an administrator has laid down for everybody at this computer: a ProfileFile in a place that only administrators write to.
struct AdminPolicy {
    QList<Profile> profiles;      // managed: their ids stay the same as long as name and address, or the id in the file, do
    QVariantMap network;          // see NetworkSetup; empty: nothing is laid down
    std::optional<Error> problem; // there is a file, but it cannot be used: nothing of it counts

    // No file, no policy: nothing is laid down then.
    [[nodiscard]] static AdminPolicy read(const QString &path);
    // /etc/agentdesk/policy.json; on Windows below ProgramData, on macOS below /Library/Application Support.
    [[nodiscard]] static QString systemFile();
};

} // namespace desk
