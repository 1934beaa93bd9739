#pragma once

#include "auth/keychain/secretservice.h"
#include "auth/secretstore.h"

#include <QObject>
#include <QQueue>

#include <functional>

namespace QKeychain {
class Job;
}

namespace desk {

// The keychain, asked in a thread of its own, because a backend that hangs hangs whoever asks (KEY-01): one call after the other, each a
// few QtKeychain jobs. Called through queued invocations only; done() comes once a call, however late.
class KeychainWorker : public QObject
{
    Q_OBJECT
public:
    KeychainWorker();

    void read(quint64 call, const QString &key);
    void write(quint64 call, const QString &key, const QByteArray &secret);
    void remove(quint64 call, const QString &key);
    void probe(quint64 call); // writes, reads and removes an entry: nothing less shows that there is a keychain (KEY-04)
    void unlock(quint64 call);

Q_SIGNALS:
    void backendFound(const QString &backend); // before the call that found it is done(); again when it is another
    void done(quint64 call, desk::SecretState state, const QByteArray &secret, const QString &detail);

private:
    struct Got {
        SecretState state = SecretState::Broken;
        bool isMissing = false;
        QByteArray bytes;
        QString detail;
    };
    using Then = std::function<void(const Got &)>;

    void enqueue(quint64 call, bool needsKeychain, std::function<void()> work);
    void next();
    void finish(const Got &got);

    void get(const QString &name, Then then);
    void put(const QString &name, const QByteArray &bytes, Then then);
    void drop(const QString &name, Then then);
    void run(QKeychain::Job *job, Then then);

    void getChunks(const QString &key, const QByteArray &header, const QList<QByteArray> &gathered);
    void putAll(const QString &key, const QByteArray &secret, const QByteArray &before);
    void putChunks(const QString &key, const QString &generation, const QList<QByteArray> &chunks, int from, Then then);
    void dropChunks(const QString &key, const QByteArray &header, int from, Then then);

    struct Call {
        quint64 id = 0;
        bool needsKeychain = true;
        std::function<void()> work;
    };
    SecretService m_service;
    QString m_backend;
    QQueue<Call> m_calls;
    quint64 m_current = 0;
    bool m_busy = false;
};

} // namespace desk
