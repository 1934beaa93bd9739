#include "auth/secretkeeper.h"

#include <QPointer>

#include <utility>

namespace desk {

SecretKeeper::SecretKeeper(KeychainStore &keychain, const Retries &retries, QObject *parent)
    : SecretStore(parent)
    , m_keychain(keychain)
    , m_retries(retries)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, &m_keychain, &KeychainStore::probe);
    connect(&m_keychain, &KeychainStore::probed, this, &SecretKeeper::onProbed);
    connect(&m_keychain, &KeychainStore::stateChanged, this, &SecretKeeper::onKeychainState);
}

SecretKeeper::~SecretKeeper()
{
    for (QByteArray &secret : m_kept)
        secret.fill('\0');
}

void SecretKeeper::start()
{
    m_retriesLeft = m_retries.count;
#ifdef Q_OS_LINUX // elsewhere the keychain is a part of the system, and asking it at start may ask the person (KEY-10)
    if (!m_byChoice)
        m_keychain.probe();
#endif
}

void SecretKeeper::onProbed(SecretState state)
{
    if (state == SecretState::Available) {
        m_retry.stop();
        handOver();
        Q_EMIT becameAvailable();
    } else if (state == SecretState::Absent || state == SecretState::TimedOut) {
        retryLater();
    }
    tellIfChanged();
    Q_EMIT answered();
}

// Found out by a call that somebody made: nobody has probed, but what waits need not wait any longer.
void SecretKeeper::onKeychainState(SecretState state)
{
    tellIfChanged();
    if (state != SecretState::Available || (m_kept.isEmpty() && m_removals.isEmpty()) || m_byChoice)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            handOver();
            Q_EMIT becameAvailable();
        },
        Qt::QueuedConnection);
}

void SecretKeeper::retryLater()
{
    if (m_retriesLeft <= 0 || m_byChoice || m_retry.isActive())
        return;
    --m_retriesLeft;
    m_retry.start(m_retries.everyMs);
}

void SecretKeeper::read(const QString &key, QObject *context, ReadHandler handler)
{
    if (!m_byChoice && !m_kept.contains(key) && !m_removals.contains(key))
        return m_keychain.read(key, context, [self = QPointer(this), key, handler = std::move(handler)](const Result<QByteArray> &stored) {
            handler(self ? self->judged(key, stored) : stored);
        });
    QTimer::singleShot(0, context, [secret = m_kept.value(key), handler = std::move(handler)] { handler(secret); });
}

void SecretKeeper::write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler)
{
    keep(key, secret); // at once: a keychain may take its time, and the secret is wanted meanwhile
    if (m_byChoice) {
        QTimer::singleShot(0, context, [handler = std::move(handler)] { handler({}); }); // as it was wished
        return;
    }
    m_retriesLeft = m_retries.count;
    store(key, secret, context, std::move(handler));
}

void SecretKeeper::store(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler)
{
    const QPointer<QObject> asker(context);
    m_keychain.write(key, secret, this, [this, key, secret, asker, handler = std::move(handler)](const Result<> &outcome) {
        if (m_kept.value(key) == secret) {
            if (outcome) {
                setPending(key, false);
                setKnown(key, m_keychain.backend());
                forget(key);
            } else {
                m_refused.insert(key); // an entry that it does not take is no less lost than a keychain that is not there
                retryLater();
            }
        }
        tellIfChanged();
        if (asker)
            handler(outcome);
    });
}

void SecretKeeper::remove(const QString &key, QObject *context, WriteHandler handler)
{
    forget(key);
    setPending(key, true);
    const QPointer<QObject> asker(context);
    // Also where the person wants no keychain: what was in it before would come back when they change their mind.
    m_keychain.remove(key, this, [this, key, asker, handler = std::move(handler)](const Result<> &outcome) {
        if (outcome && !m_kept.contains(key)) {
            setPending(key, false);
            setKnown(key, {});
        }
        tellIfChanged();
        if (asker)
            handler(m_byChoice || m_keychain.state() == SecretState::Absent ? Result<>() : outcome);
    });
}

void SecretKeeper::setPending(const QString &key, bool pending)
{
    if (m_removals.contains(key) == pending)
        return;
    if (pending)
        m_removals.insert(key);
    else
        m_removals.remove(key);
    Q_EMIT pendingRemovalsChanged(m_removals.values());
}

Result<QByteArray> SecretKeeper::judged(const QString &key, const Result<QByteArray> &stored)
{
    if (!stored)
        return stored;
    const QString before = m_known.value(key).toString();
    if (!stored->isEmpty()) {
        setKnown(key, m_keychain.backend());
        return stored;
    }
    if (before.isEmpty() || before == m_keychain.backend())
        return stored; // somebody has removed it
    Error error = secretError(SecretState::Absent, before + QLatin1StringView(" was in use before"));
    error.message = tr("What you keep in the keychain is in another one (%1), which is not in use now.", "%1 its name").arg(nameOf(before));
    error.nextStep = tr("Start that keychain and try again, or sign in anew.");
    return Unexpected{error};
}

QString SecretKeeper::nameOf(const QString &backend)
{
    return backend == QLatin1StringView("kwallet") ? QStringLiteral("KWallet") : QStringLiteral("Secret Service");
}

void SecretKeeper::setKnown(const QString &key, const QString &backend)
{
    if (m_known.value(key).toString() == backend)
        return;
    if (backend.isEmpty())
        m_known.remove(key);
    else
        m_known.insert(key, backend);
    Q_EMIT knownEntriesChanged(m_known);
}

Error SecretKeeper::error() const
{
    const bool tookOneNot = state() == SecretState::Available && !m_refused.isEmpty();
    return secretError(tookOneNot ? SecretState::Broken : state(), m_keychain.detail());
}

bool SecretKeeper::isSessionOnly() const
{
    return m_byChoice || !m_refused.isEmpty() || (state() != SecretState::Available && state() != SecretState::Unknown);
}

void SecretKeeper::setSessionOnlyByChoice(bool on)
{
    if (std::exchange(m_byChoice, on) == on)
        return;
    if (on)
        m_retry.stop();
    else
        retry();
    tellIfChanged();
}

void SecretKeeper::retry()
{
    m_retriesLeft = 0; // somebody is there and sees what comes of it
    m_retry.stop();
    m_keychain.probe();
}

void SecretKeeper::unlock()
{
    m_retriesLeft = 0;
    m_retry.stop();
    m_keychain.unlock();
}

void SecretKeeper::handOver()
{
    const auto removals = m_removals;
    for (const QString &key : removals) {
        if (!m_kept.contains(key))
            remove(key, this, [](const Result<> &) {});
    }
    if (m_byChoice)
        return;
    const auto kept = m_kept;
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        store(it.key(), it.value(), this, [](const Result<> &) {});
}

void SecretKeeper::keep(const QString &key, const QByteArray &secret)
{
    forget(key);
    m_kept.insert(key, secret);
}

void SecretKeeper::forget(const QString &key)
{
    m_refused.remove(key);
    const auto kept = m_kept.find(key);
    if (kept == m_kept.end())
        return;
    kept->fill('\0');
    m_kept.erase(kept);
}

void SecretKeeper::tellIfChanged()
{
    const bool changed = m_toldState != state() || m_toldSessionOnly != isSessionOnly();
    m_toldState = state();
    m_toldSessionOnly = isSessionOnly();
    if (changed)
        Q_EMIT stateChanged();
}

} // namespace desk
