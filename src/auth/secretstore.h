#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace desk {

// How the place where secrets live stands (KEY-02). That an entry is missing is none of them: only that means that nobody is signed in.
enum class SecretState {
    Unknown,   // not asked yet
    Available, //
    Locked,    // it is there and waits for its password
    Denied,    // the person, or the system, said no
    Absent,    // there is no keychain on this computer, or none is running
    TimedOut,  // it did not answer in time
    Broken     // it answers nonsense, or an entry is damaged
};

[[nodiscard]] QLatin1StringView logName(SecretState state); // for logs, never translated

// Kind::Storage, with what a person can do about it. detail is for the log.
[[nodiscard]] Error secretError(SecretState why, const QString &detail = {});

// Where secrets live; nothing else of the program keeps one beyond memory. Asynchronous: a keychain may ask the user first. Handlers run
// in the GUI thread, never after context is gone, and never before the call returned.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    using ReadHandler = std::function<void(const Result<QByteArray> &)>; // a missing entry is an empty array, not an error (KEY-02)
    using WriteHandler = std::function<void(const Result<> &)>;

    virtual void read(const QString &key, QObject *context, ReadHandler handler) = 0;
    virtual void write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler) = 0;
    virtual void remove(const QString &key, QObject *context, WriteHandler handler) = 0;
};

// Entry names: "<kind>:<what it belongs to>", without host secrets or tokens (KEY-11).
[[nodiscard]] inline QString certificatePasswordKey(const QString &profileId)
{
    return QStringLiteral("certificate-password:") + profileId;
}
// Of a language model: by whom it is for, so that another address of the same name does not get it.
[[nodiscard]] inline QString providerSecretKey(const QString &provider, const QString &origin)
{
    return QStringLiteral("provider-key:%1 %2").arg(provider, origin);
}

} // namespace desk
