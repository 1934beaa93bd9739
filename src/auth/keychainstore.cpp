#include "auth/keychainstore.h"

#include "auth/keychain/keychainworker.h"
#include "domain/log.h"

#include <QThread>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// QtKeychain and libsecret tie themselves to the thread that uses them first, and one that hangs cannot be waited for: there is one thread
// for all stores of the process, and it ends with the process.
QThread *keychainThread()
{
    static QThread *const thread = [] {
        auto *made = new QThread;
        made->setObjectName(u"desk-keychain"_s);
        made->start();
        return made;
    }();
    return thread;
}

} // namespace

KeychainStore::KeychainStore(const Patience &patience, QObject *parent)
    : SecretStore(parent)
    , m_patience(patience)
    , m_worker(new KeychainWorker)
{
    qRegisterMetaType<SecretState>();
    m_worker->moveToThread(keychainThread());
    connect(m_worker, &KeychainWorker::backendFound, this, [this](const QString &backend) { m_backend = backend; });
    connect(m_worker, &KeychainWorker::done, this, &KeychainStore::onDone);
}

KeychainStore::~KeychainStore()
{
    m_worker->deleteLater();
}

void KeychainStore::read(const QString &key, QObject *context, ReadHandler handler)
{
#if defined(Q_OS_LINUX)
    // A locked one is found out beforehand and not asked; but KWallet asks the person itself.
    const bool isKde = qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1, Qt::CaseInsensitive);
    const int patience = isKde ? m_patience.promptMs : m_patience.answerMs;
#else
    const int patience = m_patience.promptMs;
#endif
    ask([key](KeychainWorker &worker, quint64 call) { worker.read(call, key); }, patience, context,
        [handler = std::move(handler)](SecretState state, const QByteArray &secret, const QString &detail) {
            if (state == SecretState::Available)
                handler(secret);
            else
                handler(Unexpected{secretError(state, detail)});
        });
}

void KeychainStore::write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler)
{
    ask([key, secret](KeychainWorker &worker, quint64 call) { worker.write(call, key, secret); }, m_patience.answerMs, context,
        [handler = std::move(handler)](SecretState state, const QByteArray &, const QString &detail) {
            handler(state == SecretState::Available ? Result<>() : Unexpected{secretError(state, detail)});
        });
}

void KeychainStore::remove(const QString &key, QObject *context, WriteHandler handler)
{
    ask([key](KeychainWorker &worker, quint64 call) { worker.remove(call, key); }, m_patience.answerMs, context,
        [handler = std::move(handler)](SecretState state, const QByteArray &, const QString &detail) {
            handler(state == SecretState::Available ? Result<>() : Unexpected{secretError(state, detail)});
        });
}

void KeychainStore::probe()
{
    m_denied = false;
    ask([](KeychainWorker &worker, quint64 call) { worker.probe(call); }, m_patience.answerMs, this,
        [this](SecretState state, const QByteArray &, const QString &) { Q_EMIT probed(state); });
}

void KeychainStore::unlock()
{
    m_denied = false;
    m_unlocks.insert(m_nextCall);
    ask([](KeychainWorker &worker, quint64 call) { worker.unlock(call); }, m_patience.promptMs, this,
        [this](SecretState state, const QByteArray &, const QString &) {
            if (state == SecretState::Available)
                probe();
            else
                Q_EMIT probed(state);
        });
}

void KeychainStore::ask(const Ask &question, int patienceMs, QObject *context, Answered answered)
{
    const quint64 call = m_nextCall++;
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, call] { onDone(call, SecretState::TimedOut, {}, u"no answer in time"_s); });
    timer->start(patienceMs);
    m_waiting.insert(call, {context, std::move(answered), timer, context == this});
    if (m_denied) {
        QMetaObject::invokeMethod(
            this, [this, call] { onDone(call, SecretState::Denied, {}, u"denied before"_s); }, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, question, call] { question(*worker, call); }, Qt::QueuedConnection);
}

void KeychainStore::onDone(quint64 call, SecretState state, const QByteArray &secret, const QString &detail)
{
    if (!m_waiting.contains(call)) { // late
        if (m_unlocks.remove(call) && state == SecretState::Available)
            probe(); // the person took their time
        return;
    }
    const Waiting waiting = m_waiting.take(call);
    delete waiting.timer;
    m_denied = m_denied || state == SecretState::Denied;
    if (state != SecretState::Broken || waiting.isProbe)
        setState(state, detail); // one damaged entry is not a broken keychain
    if (waiting.context)
        waiting.answered(state, secret, detail);
}

void KeychainStore::setState(SecretState state, const QString &detail)
{
    m_detail = detail;
    if (std::exchange(m_state, state) == state)
        return;
    qCInfo(logAuth) << "keychain:" << logName(state) << detail;
    Q_EMIT stateChanged(state);
}

} // namespace desk
