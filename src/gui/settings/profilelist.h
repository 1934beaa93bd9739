#pragma once

#include "domain/profile.h"
#include "domain/result.h"

#include <QCoreApplication>

namespace desk {

// What profiles are called, and what may be their addresses.
class ProfileList
{
    Q_DECLARE_TR_FUNCTIONS(desk::ProfileList)
public:
    [[nodiscard]] static QString displayName(const Profile &profile); // the local one's is translated

    // Requirement HTTP-24: https, or http to a loopback address given as a number. No user, query or fragment. A path prefix is kept, a
    // trailing slash is not (contract 1.2). The error's message is for the person who typed it.
    [[nodiscard]] static Result<QUrl> checkServerUrl(const QString &text);
    // The same for a language model, where plain http within a local network is usual; see isUnencrypted.
    [[nodiscard]] static Result<QUrl> checkModelUrl(const QString &text);
    [[nodiscard]] static bool isUnencrypted(const QUrl &url); // http to another computer

private:
    [[nodiscard]] static Result<QUrl> parse(const QString &text);
};

} // namespace desk
