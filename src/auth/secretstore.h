#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace desk {

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
[[nodiscard]] inline QString profileTokenKey(const QString &profile)
{
    return QStringLiteral("profile-token:") + profile;
}
[[nodiscard]] inline QString providerSecretKey(const QString &provider)
{
    return QStringLiteral("provider-key:") + provider;
}

} // namespace desk
