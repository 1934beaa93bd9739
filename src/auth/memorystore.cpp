#include "auth/memorystore.h"

#include <QTimer>

namespace desk {

void MemoryStore::read(const QString &key, QObject *context, ReadHandler handler)
{
    QTimer::singleShot(0, context, [secret = m_secrets.value(key), h = std::move(handler)] { h(secret); });
}

void MemoryStore::write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler)
{
    m_secrets.insert(key, secret);
    QTimer::singleShot(0, context, [h = std::move(handler)] { h({}); });
}

void MemoryStore::remove(const QString &key, QObject *context, WriteHandler handler)
{
    m_secrets.remove(key);
    QTimer::singleShot(0, context, [h = std::move(handler)] { h({}); });
}

} // namespace desk
