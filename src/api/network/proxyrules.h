#pragma once

#include "domain/networksettings.h"

#include <QHash>
#include <QMutex>
#include <QNetworkProxy>
#include <QString>

#include <memory>

namespace desk {

// Which proxy a connection takes, and with what name and password: one answer for calls, streams and the sign-in service (HTTP-26).
// Loopback never takes one (HTTP-25). Asked from every thread that opens a connection.
class ProxyRules
{
public:
    void setSettings(const NetworkSettings &settings);
    // For one proxy, by "host:port"; empty forgets them. They go to that proxy alone, as the proxy asks for them.
    void setCredentials(const QString &proxy, const QString &user, const QString &password);
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
    mutable QMutex m_mutex; // settings are changed in the GUI thread, streams ask from theirs
    NetworkSettings m_settings;
    QHash<QString, Credentials> m_credentials;
};

} // namespace desk
