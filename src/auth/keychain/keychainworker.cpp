#include "auth/keychain/keychainworker.h"

#include "auth/keychain/secretchunks.h"

#include <qt6keychain/keychain.h>

#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString serviceName = u"agentdesk"_s;

SecretState stateOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return SecretState::Available;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return SecretState::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretState::Absent;
    default:
        return SecretState::Broken;
    }
}

} // namespace

KeychainWorker::KeychainWorker()
{
    m_service.setParent(this); // moves to the thread with us
}

void KeychainWorker::read(quint64 call, const QString &key)
{
    enqueue(call, true, [this, key] {
        get(key, [this, key](const Got &got) {
            if (got.state != SecretState::Available || !SecretChunks::header(got.bytes))
                finish(got);
            else
                getChunks(key, got.bytes, {});
        });
    });
}

void KeychainWorker::write(quint64 call, const QString &key, const QByteArray &secret)
{
    enqueue(call, true, [this, key, secret] {
        // What is there now tells which chunks are to go afterwards.
        get(key, [this, key, secret](const Got &before) {
            if (before.state != SecretState::Available)
                finish(before);
            else
                putAll(key, secret, before.bytes);
        });
    });
}

void KeychainWorker::remove(quint64 call, const QString &key)
{
    enqueue(call, true, [this, key] {
        get(key, [this, key](const Got &before) {
            if (before.state != SecretState::Available || before.isMissing)
                return finish(before);
            drop(key, [this, key, before](const Got &dropped) {
                if (dropped.state != SecretState::Available)
                    return finish(dropped);
                dropChunks(key, before.bytes, 0, [this](const Got &rest) { finish(rest); });
            });
        });
    });
}

void KeychainWorker::probe(quint64 call)
{
    enqueue(call, true, [this] {
        const QString name = u"probe"_s;
        const QByteArray written = QByteArray::number(QRandomGenerator::system()->generate64());
        put(name, written, [this, name, written](const Got &put) {
            if (put.state != SecretState::Available)
                return finish(put);
            get(name, [this, name, written](const Got &got) {
                Got outcome = got;
                if (outcome.state == SecretState::Available && got.bytes != written)
                    outcome = {SecretState::Broken, false, {}, u"what was written does not come back"_s};
                drop(name, [this, outcome](const Got &) { finish({outcome.state, false, {}, outcome.detail}); });
            });
        });
    });
}

void KeychainWorker::unlock(quint64 call)
{
    enqueue(call, false, [this] {
        m_service.unlock([this](SecretState state, const QString &detail) { finish({state, false, {}, detail}); });
    });
}

void KeychainWorker::enqueue(quint64 call, bool needsKeychain, std::function<void()> work)
{
    m_calls.enqueue({call, needsKeychain, std::move(work)});
    if (!m_busy)
        next();
}

void KeychainWorker::next()
{
    if (m_calls.isEmpty())
        return;
    m_busy = true;
    const Call call = m_calls.dequeue();
    m_current = call.id;
    if (const QString backend = m_service.backend(); backend != m_backend) {
        m_backend = backend;
        Q_EMIT backendFound(backend);
    }
    QString detail;
    // A locked keychain says of every entry that it is missing, and asks the person whenever it is written to.
    const SecretState state = call.needsKeychain ? m_service.state(&detail) : SecretState::Available;
    if (state == SecretState::Available)
        call.work();
    else
        finish({state, false, {}, detail});
}

void KeychainWorker::finish(const Got &got)
{
    Q_EMIT done(m_current, got.state, got.bytes, got.detail);
    m_busy = false;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_busy)
                next();
        },
        Qt::QueuedConnection);
}

void KeychainWorker::get(const QString &name, Then then)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    job->setKey(name);
    run(job, std::move(then));
}

void KeychainWorker::put(const QString &name, const QByteArray &bytes, Then then)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setKey(name);
    job->setBinaryData(bytes); // as bytes: Windows would store text as UTF-16 (KEY-07)
    run(job, std::move(then));
}

void KeychainWorker::drop(const QString &name, Then then)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName);
    job->setKey(name);
    run(job, std::move(then));
}

void KeychainWorker::run(QKeychain::Job *job, Then then)
{
    job->setAutoDelete(false);
    job->setInsecureFallback(false); // KEY-05
    connect(job, &QKeychain::Job::finished, this, [job, then = std::move(then)] {
        Got got{stateOf(*job), job->error() == QKeychain::EntryNotFound, {}, job->errorString()};
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
            got.bytes = read->binaryData();
        job->deleteLater();
        then(got);
    });
    job->start();
}

void KeychainWorker::getChunks(const QString &key, const QByteArray &header, const QList<QByteArray> &gathered)
{
    const SecretChunks::Header wanted = *SecretChunks::header(header);
    if (gathered.size() == wanted.count) {
        const std::optional<QByteArray> secret = SecretChunks::joined(wanted, gathered);
        return finish(secret ? Got{SecretState::Available, false, *secret, {}}
                             : Got{SecretState::Broken, false, {}, u"the parts of an entry do not belong together"_s});
    }
    const QString name = SecretChunks::chunkName(key, wanted.generation, static_cast<int>(gathered.size()));
    get(name, [this, key, header, gathered](const Got &got) {
        if (got.state != SecretState::Available || got.isMissing)
            return finish({got.isMissing ? SecretState::Broken : got.state, false, {}, u"a part of an entry is missing"_s});
        QList<QByteArray> more = gathered;
        getChunks(key, header, more << got.bytes);
    });
}

void KeychainWorker::putAll(const QString &key, const QByteArray &secret, const QByteArray &before)
{
    const SecretChunks parts = SecretChunks::of(secret);
    putChunks(key, parts.generation, parts.chunks, 0, [this, key, parts, before](const Got &chunks) {
        if (chunks.state != SecretState::Available)
            return finish(chunks);
        put(key, parts.entry, [this, key, before](const Got &entry) {
            if (entry.state != SecretState::Available)
                return finish(entry);
            // The secret is safe; parts of the old one that stay are no reason to say it is not.
            dropChunks(key, before, 0, [this](const Got &) { finish({SecretState::Available, false, {}, {}}); });
        });
    });
}

void KeychainWorker::putChunks(const QString &key, const QString &generation, const QList<QByteArray> &chunks, int from, Then then)
{
    if (from >= chunks.size())
        return then({SecretState::Available, false, {}, {}});
    put(SecretChunks::chunkName(key, generation, from), chunks.at(from),
        [this, key, generation, chunks, from, then = std::move(then)](const Got &got) {
            if (got.state != SecretState::Available)
                then(got);
            else
                putChunks(key, generation, chunks, from + 1, then);
        });
}

void KeychainWorker::dropChunks(const QString &key, const QByteArray &header, int from, Then then)
{
    const std::optional<SecretChunks::Header> old = SecretChunks::header(header);
    if (!old || from >= old->count)
        return then({SecretState::Available, false, {}, {}});
    drop(SecretChunks::chunkName(key, old->generation, from), [this, key, header, from, then = std::move(then)](const Got &got) {
        if (got.state != SecretState::Available)
            then(got);
        else
            dropChunks(key, header, from + 1, then);
    });
}

} // namespace desk
