#pragma once

#include "auth/secretstore.h"

namespace desk {

// The keychain of the desktop (Secret Service, Windows Credential Manager, macOS Keychain) through QtKeychain. Never falls back to a file
// (KEY-05). A backend that does not answer within readTimeoutMs counts as failed; a late answer is dropped (KEY-01).
class KeychainStore : public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainStore(QObject *parent = nullptr, int timeoutMs = 30'000);

    void read(const QString &key, QObject *context, ReadHandler handler) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler) override;
    void remove(const QString &key, QObject *context, WriteHandler handler) override;

private:
    int m_timeoutMs;
};

} // namespace desk
