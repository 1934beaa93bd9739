#pragma once

#include "auth/keychainstore.h"
#include "auth/session.h"
#include "domain/profile.h"
#include "state/profiles/profilestore.h"
#include "state/settings.h"

#include <QTemporaryDir>
#include <QTest>

namespace desk::test {

// As a person did it the last time the program ran: the profile is the one that was opened last, and its session is in the keychain, which
// is to be cleaned afterwards. profile becomes the one that was saved.
[[nodiscard]] inline bool signedIn(const QTemporaryDir &home, KeychainStore &keychain, Profile &profile, const Session &given)
{
    Settings settings(home.filePath(QStringLiteral("settings.json")));
    ProfileStore profiles(settings);
    profile.signIn = given.way;
    profile = profiles.save(profile);
    profiles.noteOpened(profile);
    Session session = given;
    session.baseUrl = profile.baseUrl;
    bool written = false;
    keychain.write(sessionKey(profile), toStored(session), qApp, [&written](const Result<> &outcome) { written = outcome.has_value(); });
    return QTest::qWaitFor([&written] { return written; }, 10'000);
}

[[nodiscard]] inline Session tokenSession(const QByteArray &token)
{
    Session session;
    session.way = SignInWay::Token;
    session.access = token;
    return session;
}

} // namespace desk::test
