#pragma once

#include "domain/account.h"
#include "domain/profile.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>

namespace desk {

// One person's session at the server of one profile: what a way in ends with, and what AuthManager keeps. Holds secrets: never printed,
// never in a setting; wipe() before it is forgotten (KEY-12).
struct Session {
    SignInWay way = SignInWay::None;
    // What the tokens are bound to; they go nowhere else (AUTH-19).
    QUrl issuer = {};  // the sign-in service; empty for a pasted token
    QUrl baseUrl = {}; // the agent server
    Account account = {};

    // What another access token is got with: the refresh token (Browser, Device) or the session token (EmailCode). Empty: nothing can be
    // renewed (Token).
    QByteArray renewal = {};
    QByteArray access = {};     // what requests carry; only a pasted one is stored, every other is got anew (AUTH-16)
    qint64 accessLifeMs = -1;   // from when it was received; -1: unknown, then only the server's 401 tells (AUTH-11)
    QDateTime signedInAt = {};  // UTC, by our clock
    QDateTime sessionEnds = {}; // UTC, by our clock, a hint: when the renewal is expected to be refused; invalid: unknown

    void wipe();
};

// As it lies in the secret store; without the access token, except for a pasted one.
[[nodiscard]] QByteArray toStored(const Session &session);
// Nothing for what is damaged, of another version, or bound to another server than the profile's (AUTH-19).
[[nodiscard]] std::optional<Session> fromStored(const QByteArray &stored, const Profile &profile);
// Entry name in the secret store: no host, no person (KEY-11).
[[nodiscard]] QString sessionKey(const Profile &profile);

} // namespace desk
