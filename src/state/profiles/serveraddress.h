#pragma once

#include "domain/result.h"

#include <QString>
#include <QUrl>

namespace desk {

// The rules for addresses that people type or files bring (HTTP-24). An error has text for people, without what was typed: it may hold a
// password.
class ServerAddress
{
public:
    // An agent server or a sign-in service: https, or http to this very computer. Path prefixes are kept, a slash at the end is not.
    [[nodiscard]] static Result<QUrl> check(const QString &text);
    // A language model: http may be used in a company's own network, without a key.
    [[nodiscard]] static Result<QUrl> checkModel(const QString &text);
    [[nodiscard]] static bool isUnencrypted(const QUrl &url); // and leaves this computer
};

} // namespace desk
