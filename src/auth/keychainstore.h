#pragma once

#include "auth/secretstore.h"

#include <QHash>
#include <QPointer>
#include <QSet>

#include <functional>

class QTimer;

namespace desk {

class KeychainWorker;

// The keychain of the desktop (Secret Service, Windows Credential Manager, macOS Keychain) through QtKeychain, in a thread of its own.
// Never falls back to a file (KEY-05). Who does not get an answer in time gets an error, and the late answer is dropped (KEY-01). A
// secret of any length is kept in entries of 2 048 bytes (KEY-06). Lives in the GUI thread and never blocks it.
class KeychainStore : public SecretStore
{
    Q_OBJECT
public:
    struct Patience {
        int answerMs = 5'000;
        int promptMs = 30'000; // where a person may be asked first
    };

    explicit KeychainStore(QObject *parent = nullptr)
        : KeychainStore(Patience(), parent)
    {
    }
    explicit KeychainStore(const Patience &patience, QObject *parent = nullptr);
    ~KeychainStore() override; // does not wait for what is under way

    void read(const QString &key, QObject *context, ReadHandler handler) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler) override;
    void remove(const QString &key, QObject *context, WriteHandler handler) override;

    [[nodiscard]] SecretState state() const { return m_state; } // as the last call found it
    [[nodiscard]] const QString &detail() const { return m_detail; }
    [[nodiscard]] const QString &backend() const { return m_backend; } // which keychain it is; empty: not asked yet
    void probe();                                                      // finds out, by a round trip (KEY-04); also takes back a denial
    void unlock();                                                     // asks the person, and then probes

Q_SIGNALS:
    void stateChanged(desk::SecretState state);
    void probed(desk::SecretState state); // the answer to each probe() or unlock(), changed or not

private:
    using Answered = std::function<void(SecretState state, const QByteArray &secret, const QString &detail)>;
    using Ask = std::function<void(KeychainWorker &worker, quint64 call)>;
    struct Waiting {
        QPointer<QObject> context;
        Answered answered;
        QTimer *timer = nullptr;
        bool isProbe = false;
    };

    void ask(const Ask &question, int patienceMs, QObject *context, Answered answered);
    void onDone(quint64 call, SecretState state, const QByteArray &secret, const QString &detail);
    void setState(SecretState state, const QString &detail);

    Patience m_patience;
    KeychainWorker *m_worker; // in the keychain's thread
    QHash<quint64, Waiting> m_waiting;
    QSet<quint64> m_unlocks; // calls
    quint64 m_nextCall = 1;
    SecretState m_state = SecretState::Unknown;
    QString m_detail;
    QString m_backend;
    bool m_denied = false; // remembered, so that nobody is asked again and again (KEY-10)
};

} // namespace desk
