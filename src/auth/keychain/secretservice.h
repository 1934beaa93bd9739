#pragma once

#include "auth/secretstore.h"

#include <QObject>

#include <functional>
#include <memory>

class QDBusConnection;
class QDBusServiceWatcher;
class QTimer;

namespace desk {

// What QtKeychain 0.13 does not tell of the Secret Service (freedesktop.org): whether there is one, and whether its default collection is
// locked, which QtKeychain reports as a missing entry. Blocks for up to answerMs a question: lives in the keychain's own thread.
// On other systems, and where QtKeychain would use KWallet, it says Available and leaves the rest to the job itself.
class SecretService : public QObject
{
    Q_OBJECT
public:
    explicit SecretService(QObject *parent = nullptr);
    ~SecretService() override;

    [[nodiscard]] SecretState state(QString *detail = nullptr);
    // Which keychain QtKeychain takes: "secret-service", "kwallet", or "system" elsewhere.
    [[nodiscard]] QString backend();
    // Asks the person for the password where one is needed; done once, with the state after it.
    void unlock(std::function<void(SecretState state, const QString &detail)> done);

    static constexpr int answerMs = 3000;
    static constexpr int promptMs = 120'000; // for a person to type a password; then whoever waits behind it goes on

private Q_SLOTS:
    void onPromptCompleted(bool dismissed);

private:
    void giveUpPrompt();
    void endPrompt();
    [[nodiscard]] bool isUsed();
    [[nodiscard]] static QString walletName();
    [[nodiscard]] SecretState stateOfWallet(QString *detail);
    [[nodiscard]] bool connectToBus();
    [[nodiscard]] QString defaultCollection(SecretState *state, QString *detail);

    std::unique_ptr<QDBusConnection> m_bus;
    std::function<void(SecretState, const QString &)> m_unlocked;
    QString m_prompt; // the object, while the person is asked
#ifdef Q_OS_LINUX
    std::unique_ptr<QDBusServiceWatcher> m_watcher;
    std::unique_ptr<QTimer> m_promptTimer;
#endif
};

} // namespace desk
