#pragma once

#include "domain/networksettings.h"

#include <QHash>
#include <QList>
#include <QMutex>
#include <QNetworkProxy>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QObject;
class QThread;

namespace desk {

// Which proxy a connection takes, and with what name and password: one answer for calls, streams and the sign-in service (HTTP-26).
// Loopback never takes one (HTTP-25). Asked from every thread that opens a connection.
//
// The desktop's own settings may be a script on a server that does not answer. They are asked in threads of their own and the answers kept.
// In the GUI thread a server that nobody has prepared for costs a second at most; then it is reached without a proxy until the desktop has
// answered.
class ProxyRules : public std::enable_shared_from_this<ProxyRules>
{
public:
    using SystemProxies = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery &query)>; // may block; any thread

    explicit ProxyRules(SystemProxies system = {}); // none: Qt's

    // Finds out which proxies lead to a server, so that the next proxiesFor() need not wait. done comes at once where it is known, and
    // after maxWaitMs at the latest; not at all when context is gone.
    void prepare(const QUrl &server, QObject *context, std::function<void()> done, int maxWaitMs = 5'000);
    void forgetSystem(); // another network: the desktop may say something else now

    void setSettings(const NetworkSettings &settings);
    // For one proxy, by "host:port"; empty forgets them. They go to that proxy alone, as the proxy asks for them.
    void setCredentials(const QString &proxy, const QString &user, const QString &password);
    [[nodiscard]] std::pair<QString, QString> credentialsFor(const QString &proxy) const; // name and password; empty: none
    [[nodiscard]] bool hasCredentials(const QString &proxy) const;

    [[nodiscard]] QList<QNetworkProxy> proxiesFor(const QNetworkProxyQuery &query) const;
    [[nodiscard]] static QString nameOf(const QNetworkProxy &proxy); // "host:port", what credentials are kept under

    // From now on Qt asks these rules. Once a process; what was connected before stays as it is.
    static void install(const std::shared_ptr<ProxyRules> &rules);

private:
    struct Credentials {
        QString user;
        QString password;
    };
    [[nodiscard]] QList<QNetworkProxy> systemProxies(const QNetworkProxyQuery &query) const;
    QList<QNetworkProxy> askSystem(const QNetworkProxyQuery &query) const;
    [[nodiscard]] std::optional<QList<QNetworkProxy>> known(const QNetworkProxyQuery &query) const;
    [[nodiscard]] QThread *startAsking(const QNetworkProxyQuery &query) const; // deletes itself in the end

    SystemProxies m_system;
    mutable QMutex m_mutex;                               // settings are changed in the GUI thread, streams ask from theirs
    mutable QHash<QString, QList<QNetworkProxy>> m_known; // the desktop's answers, by scheme and host
    NetworkSettings m_settings;
    QHash<QString, Credentials> m_credentials;
};

} // namespace desk
