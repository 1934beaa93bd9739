#pragma once

#include "domain/profile.h"
#include "state/doctor/streamprobe.h"

#include <QList>
#include <QObject>
#include <QSslError>
#include <QString>

#include <memory>

class QNetworkAccessManager;
class QSslSocket;

namespace desk {

class NetworkSetup;

// Walks the way to a server hop by hop, each told apart from the next, and says for each that fails what to change. Needs nobody to be
// signed in, and sends no token but for the last: whether streams arrive as they are sent is seen only where somebody is. One examination
// at a time; nothing blocks; every hop has its deadline. GUI thread.
class ConnectionDoctor : public QObject
{
    Q_OBJECT
public:
    enum class Hop { Address, Proxy, Name, Connection, Certificate, Clock, Server, SignIn, Streaming };
    Q_ENUM(Hop)
    enum class Verdict { Waiting, Running, Good, Doubtful, Bad, Skipped };
    Q_ENUM(Verdict)

    struct Finding {
        Hop hop = Hop::Address;
        Verdict verdict = Verdict::Waiting;
        QString title;  // what is looked at
        QString text;   // what was found
        QString advice; // what to change; empty: nothing
    };

    struct Patience {
        int hopMs = 10'000;
    };

    // network outlives this.
    explicit ConnectionDoctor(NetworkSetup &network, QObject *parent = nullptr)
        : ConnectionDoctor(network, Patience(), parent)
    {
    }
    ConnectionDoctor(NetworkSetup &network, const Patience &patience, QObject *parent = nullptr);
    ~ConnectionDoctor() override;

    void examine(const Profile &profile); // a team profile; what was under way ends
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_round != nullptr; }
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    // The findings as text to send, redacted.
    [[nodiscard]] QString report() const;

Q_SIGNALS:
    void findingChanged(int index);
    void finished(); // also after cancel()

private:
    void begin(Hop hop);
    void conclude(Verdict verdict, const QString &text, const QString &advice = {});
    void next();
    void end();

    void checkAddress();
    void checkProxy();
    void judgeProxy();
    void checkName();
    void checkConnection();
    void judgeHandshake(const QString &reason);
    void judgeCertificate(const QSslSocket &socket, const QList<QSslError> &errors);
    void checkServer(Hop hop, const QUrl &url);
    void judgeClock(const QByteArray &date);
    void checkStreaming();
    void judgeStreaming(StreamProbe::Outcome outcome);

    NetworkSetup &m_network;
    Patience m_patience;
    Profile m_profile;
    QList<Finding> m_findings;
    int m_current = -1;
    QString m_proxy;
    QByteArray m_date;                // of the server's answer
    std::unique_ptr<QObject> m_round; // whoever belongs to this examination
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<StreamProbe> m_probe;
};

} // namespace desk
