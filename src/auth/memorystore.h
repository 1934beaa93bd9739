#pragma once

#include "auth/secretstore.h"

#include <QHash>

namespace desk {

// Secrets for this session only: for tests, and for the headless ask, which must not touch a keychain.
class MemoryStore : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    void read(const QString &key, QObject *context, ReadHandler handler) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler) override;
    void remove(const QString &key, QObject *context, WriteHandler handler) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace desk
