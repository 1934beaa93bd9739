#pragma once

#include "auth/keychainstore.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QVariantMap>

namespace desk {

// Where the program keeps its secrets: the keychain, and while that cannot be used, or where the person wishes so, memory until the
// program ends. Never anywhere else (KEY-05). A secret that only memory took is handed to the keychain as soon as it can be used.
// GUI thread; nothing waits for the keychain at start.
class SecretKeeper : public SecretStore
{
    Q_OBJECT
public:
    struct Retries {
        int count = 3; // a keychain may start later than we do (KEY-09)
        int everyMs = 10'000;
    };

    // keychain outlives this.
    explicit SecretKeeper(KeychainStore &keychain, QObject *parent = nullptr)
        : SecretKeeper(keychain, Retries(), parent)
    {
    }
    SecretKeeper(KeychainStore &keychain, const Retries &retries, QObject *parent = nullptr);
    ~SecretKeeper() override; // overwrites what it kept (KEY-12)

    void start(); // looks for the keychain, in the background
    // What an earlier process was told to take out of the keychain and could not (AUTH-17): reads as missing, and is taken out as soon as
    // it can be. Names only, no secret. Before start().
    void setPendingRemovals(const QStringList &keys) { m_removals = QSet<QString>(keys.begin(), keys.end()); }

    // In which keychain each entry is, so that another one in its place does not look like one without entries (KEY-08). Names only. Before
    // start().
    void setKnownEntries(const QVariantMap &entries) { m_known = entries; }

    // What memory took is read from there. read: an error where the entry is in a keychain that is not in use now. write: an error where
    // the secret is kept in memory only; it can be used nevertheless. remove: an error where it stays in the keychain for now; nobody reads
    // it any more.
    void read(const QString &key, QObject *context, ReadHandler handler) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler) override;
    void remove(const QString &key, QObject *context, WriteHandler handler) override;

    [[nodiscard]] SecretState state() const { return m_keychain.state(); }
    [[nodiscard]] Error error() const;
    // Whether secrets end with the program: there is no usable keychain, it did not take one, or it is the person's wish. What the badge
    // shows.
    [[nodiscard]] bool isSessionOnly() const;
    [[nodiscard]] bool isSessionOnlyByChoice() const { return m_byChoice; }
    void setSessionOnlyByChoice(bool on); // what the keychain holds stays there, unread

    void retry();
    void unlock();

Q_SIGNALS:
    void stateChanged();                                  // state() or isSessionOnly()
    void becameAvailable();                               // reads that failed are worth another try
    void answered();                                      // to retry() or unlock(), changed or not
    void knownEntriesChanged(const QVariantMap &entries); // to be remembered beyond this process
    void pendingRemovalsChanged(const QStringList &keys); // to be remembered beyond this process

private:
    void onProbed(SecretState state);
    void onKeychainState(SecretState state);
    void retryLater();
    void handOver();
    void store(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler);
    void setPending(const QString &key, bool pending);
    void setKnown(const QString &key, const QString &backend); // empty: it is gone
    [[nodiscard]] static QString nameOf(const QString &backend);
    [[nodiscard]] Result<QByteArray> judged(const QString &key, const Result<QByteArray> &stored);
    void keep(const QString &key, const QByteArray &secret);
    void forget(const QString &key);
    void tellIfChanged();

    KeychainStore &m_keychain;
    QHash<QString, QByteArray> m_kept; // what the keychain does not have
    QSet<QString> m_refused;           // of these: those it was offered and did not take
    QSet<QString> m_removals;          // what it still has and must not
    QVariantMap m_known;               // keychain by key
    Retries m_retries;
    QTimer m_retry;
    int m_retriesLeft = 0;
    SecretState m_toldState = SecretState::Unknown;
    bool m_toldSessionOnly = false;
    bool m_byChoice = false;
};

} // namespace desk
