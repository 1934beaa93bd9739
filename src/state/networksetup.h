#pragma once

#include "api/network/proxyrules.h"
#include "api/network/tlsrules.h"
#include "domain/error.h"
#include "domain/networksettings.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVariantMap>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

class SecretStore;
class StreamProbe;
class Settings;
struct Profile;
class Transport;

// How this computer reaches servers: the proxy and what it wants to know, and the company's own certificates. Kept in the settings, but
// for passwords, which are in the secret store. A change counts for every connection from then on. GUI thread.
class NetworkSetup : public QObject
{
    Q_OBJECT
public:
    // All outlive this.
    NetworkSetup(Settings &settings, SecretStore &secrets, Transport &transport, QObject *parent = nullptr);

    void alsoFor(Transport &transport); // another server of the same profiles; outlives this
    void start();                       // once, before the first connection
    void readSignIns(); // to proxies, from the secret store: those that are not known yet; again when it can be read at last
    // What an administrator has laid down, before start(): the person's own settings do not count then, and the file of certificates needs
    // nobody's confirmation. Empty: nothing.
    void setPolicy(const QVariantMap &policy) { m_policy = policy; }
    void pin(const QList<Profile> &managed); // see Profile::pins
    [[nodiscard]] bool isManaged() const { return !m_policy.isEmpty(); }
    [[nodiscard]] NetworkSettings settings() const;
    void change(const NetworkSettings &settings);
    [[nodiscard]] const std::optional<Error> &certificateProblem() const { return m_certificateProblem; }

    // "host:port" of the proxy on the way to this server; empty: none. See ProxyRules for what it may cost.
    [[nodiscard]] QString proxyFor(const QUrl &server) const;
    [[nodiscard]] QJsonObject forLocalServer() const; // the same for our own server, which reaches language models
    void forgetSystemProxies();                       // the computer may be in another network now
    // What the proxy asked for (HTTP-26). keep: also for the next start, in the secret store. An empty user forgets it.
    void signInToProxy(const QString &proxy, const QString &user, const QString &password, bool keep);
    [[nodiscard]] bool isSignedInTo(const QString &proxy) const { return m_rules->hasCredentials(proxy); }

    // What the servers of a profile are shown and must show (TLS-03, TLS-04), before anything is sent there. The certificate's password
    // comes from the secret store, and the desktop is asked for its proxies, so this may take some seconds. An error has text for
    // people; nothing should be sent then.
    void prepare(const Profile &profile, QObject *context, std::function<void(const Result<> &)> done);
    [[nodiscard]] const std::shared_ptr<TlsRules> &tlsRules() const { return m_tls; }

    // Of the server that is open; nullptr where it is another one, or nobody is signed in there.
    [[nodiscard]] std::unique_ptr<StreamProbe> makeStreamProbe(const QUrl &server) const;
    // See ProxyRules::prepare().
    void prepareProxy(const QUrl &server, QObject *context, std::function<void()> done) const;

Q_SIGNALS:
    void changed(); // connections are made anew: whatever failed is worth another try

private:
    void apply(const NetworkSettings &settings);
    void makeConnectionsAnew();
    void remember(const QString &proxy, bool known);
    void prepareNext(QList<QUrl> servers, const Profile &profile, QObject *context, std::function<void(const Result<> &)> done);
    void readCertificate(const Profile &profile, QObject *context, std::function<void(const Result<> &)> done);
    [[nodiscard]] Result<> use(const Profile &profile, const QString &password);

    Settings &m_settings;
    SecretStore &m_secrets;
    Transport &m_transport;
    QList<Transport *> m_others;
    std::shared_ptr<ProxyRules> m_rules;
    std::shared_ptr<TlsRules> m_tls;
    QVariantMap m_policy;
    std::optional<Error> m_certificateProblem;
};

} // namespace desk
