#include "auth/keychainstore.h"

#include "domain/log.h"

#include <qt6keychain/keychain.h>

#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString serviceName = u"agentdesk"_s;

Error keychainError(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = KeychainStore::tr("The system keychain cannot be used.");
    error.nextStep = KeychainStore::tr("Unlock or install a keychain (on Linux: GNOME Keyring or KWallet), then try again.");
    error.detail = detail;
    return error;
}

// Runs one QtKeychain job to exactly one call of `done`: its own end or the time-out, whichever comes first.
template <typename Job>
void run(Job *job, QObject *context, int timeoutMs, std::function<void(Job *, bool timedOut)> done)
{
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    auto *timer = new QTimer(job);
    timer->setSingleShot(true);
    auto open = std::make_shared<bool>(true);
    const auto once = [job, open, done = std::move(done)](bool timedOut) {
        if (std::exchange(*open, false))
            done(job, timedOut);
    };
    QObject::connect(timer, &QTimer::timeout, context, [once] { once(true); });
    QObject::connect(job, &QKeychain::Job::finished, context, [once] { once(false); });
    QObject::connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
    timer->start(timeoutMs);
    job->start();
}

} // namespace

KeychainStore::KeychainStore(QObject *parent, int timeoutMs)
    : SecretStore(parent)
    , m_timeoutMs(timeoutMs)
{
}

void KeychainStore::read(const QString &key, QObject *context, ReadHandler handler)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    job->setKey(key);
    run<QKeychain::ReadPasswordJob>(job, context, m_timeoutMs,
                                    [handler = std::move(handler)](QKeychain::ReadPasswordJob *j, bool timedOut) {
                                        if (timedOut)
                                            handler(Unexpected{keychainError(u"no answer in time"_s)});
                                        else if (j->error() == QKeychain::EntryNotFound)
                                            handler(QByteArray());
                                        else if (j->error() != QKeychain::NoError)
                                            handler(Unexpected{keychainError(j->errorString())});
                                        else
                                            handler(j->binaryData());
                                    });
}

void KeychainStore::write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setKey(key);
    job->setBinaryData(secret);
    run<QKeychain::WritePasswordJob>(job, context, m_timeoutMs,
                                     [handler = std::move(handler)](QKeychain::WritePasswordJob *j, bool timedOut) {
                                         if (timedOut || j->error() != QKeychain::NoError)
                                             handler(Unexpected{keychainError(timedOut ? u"no answer in time"_s : j->errorString())});
                                         else
                                             handler({});
                                     });
}

void KeychainStore::remove(const QString &key, QObject *context, WriteHandler handler)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName);
    job->setKey(key);
    run<QKeychain::DeletePasswordJob>(
        job, context, m_timeoutMs, [handler = std::move(handler)](QKeychain::DeletePasswordJob *j, bool timedOut) {
            const bool gone = !timedOut && (j->error() == QKeychain::NoError || j->error() == QKeychain::EntryNotFound);
            if (gone)
                handler({});
            else
                handler(Unexpected{keychainError(timedOut ? u"no answer in time"_s : j->errorString())});
        });
}

} // namespace desk
