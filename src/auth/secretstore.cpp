#include "auth/secretstore.h"

#include <QCoreApplication>

namespace desk {

namespace {

class SecretText
{
    Q_DECLARE_TR_FUNCTIONS(desk::SecretStore)
};

QString whatIsWrong(SecretState why)
{
    switch (why) {
    case SecretState::Locked:
        return SecretText::tr("The keychain of this computer is locked.");
    case SecretState::Denied:
        return SecretText::tr("Access to the keychain of this computer was refused.");
    case SecretState::Absent:
        return SecretText::tr("There is no keychain on this computer, or it is not running.");
    case SecretState::TimedOut:
        return SecretText::tr("The keychain of this computer does not answer.");
    default:
        return SecretText::tr("The keychain of this computer cannot be used.");
    }
}

QString whatNext(SecretState why)
{
    switch (why) {
    case SecretState::Locked:
        return SecretText::tr("Unlock it in Settings, Passwords. Until then you may have to sign in again after a restart.");
    case SecretState::Denied:
        return SecretText::tr("Allow Agent Desk to use it in Settings, Passwords, or sign in again after each start.");
    case SecretState::Absent:
        return SecretText::tr("Install or start one (on Linux: GNOME Keyring or KWallet). Until then you sign in again after each start.");
    default:
        return SecretText::tr("Try again in Settings, Passwords. Until it works you sign in again after each start.");
    }
}

} // namespace

QLatin1StringView logName(SecretState state)
{
    switch (state) {
    case SecretState::Unknown:
        return QLatin1StringView("unknown");
    case SecretState::Available:
        return QLatin1StringView("available");
    case SecretState::Locked:
        return QLatin1StringView("locked");
    case SecretState::Denied:
        return QLatin1StringView("denied");
    case SecretState::Absent:
        return QLatin1StringView("absent");
    case SecretState::TimedOut:
        return QLatin1StringView("timed out");
    case SecretState::Broken:
        break;
    }
    return QLatin1StringView("broken");
}

Error secretError(SecretState why, const QString &detail)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = whatIsWrong(why);
    error.nextStep = whatNext(why);
    error.detail = detail;
    return error;
}

} // namespace desk
