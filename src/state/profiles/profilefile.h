#pragma once

#include "domain/profile.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace desk {

// Profiles as a file that colleagues hand on, or an administrator puts on computers:
//
//   {"format": "agentdesk-profiles", "version": 1,
//    "profiles": [{"name": "Sales", "url": "https://agents.example.org/api", "identityUrl": "https://login.example.org",
//                  "dataUrl": "https://files.example.org/api/data",
//                  "signIn": "email" | "browser" | "device" | "token", "clientId": "agent-desk", "colour": "#1864ab",
//                  "production": true}]}
//
// Without "production" nobody has said whether it is such a server. In a policy also: "id" and "pins" (["sha256/…", …], two at least) of a
// profile, and "network" (see NetworkSetup). Members that nobody knows are skipped, unless they look like a secret: a file with one is
// refused whole, because it will be handed on.
struct ProfileFile {
    enum class From { Person, Policy };

    QList<Profile> profiles;
    QVariantMap network;

    static constexpr qsizetype maxBytes = 256 * 1024;
    static constexpr qsizetype maxProfiles = 100;

    // All or nothing; an error says in words for people which profile is wrong, and how. From a person's file no id is taken.
    [[nodiscard]] static Result<ProfileFile> parse(const QByteArray &bytes, From from);
    [[nodiscard]] static Result<ProfileFile> read(const QString &path, From from); // Kind::Storage where it cannot be read
    // Readable, in the same order each time, without ids, certificates and whatever else is of this computer.
    [[nodiscard]] static QByteArray write(const QList<Profile> &profiles);

    [[nodiscard]] static std::optional<SignInWay> wayFrom(const QString &text);
    [[nodiscard]] static QString textOf(SignInWay way); // "" for None
};

} // namespace desk
