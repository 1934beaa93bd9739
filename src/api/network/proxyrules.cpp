#include "api/network/proxyrules.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Factory : public QNetworkProxyFactory
{
public:
    explicit Factory(std::shared_ptr<ProxyRules> rules)
        : m_rules(std::move(rules))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return m_rules->proxiesFor(query); }

private:
    std::shared_ptr<ProxyRules> m_rules;
};

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

void ProxyRules::setSettings(const NetworkSettings &settings)
{
    const QMutexLocker lock(&m_mutex);
    m_settings = settings;
}

void ProxyRules::setCredentials(const QString &proxy, const QString &user, const QString &password)
{
    const QMutexLocker lock(&m_mutex);
    if (user.isEmpty())
        m_credentials.remove(proxy);
    else
        m_credentials.insert(proxy, {user, password});
}

bool ProxyRules::hasCredentials(const QString &proxy) const
{
    const QMutexLocker lock(&m_mutex);
    return m_credentials.contains(proxy);
}

QString ProxyRules::nameOf(const QNetworkProxy &proxy)
{
    return u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
}

QList<QNetworkProxy> ProxyRules::proxiesFor(const QNetworkProxyQuery &query) const
{
    if (isLoopback(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    NetworkSettings settings;
    QHash<QString, Credentials> credentials;
    {
        const QMutexLocker lock(&m_mutex);
        settings = m_settings;
        credentials = m_credentials;
    }
    QList<QNetworkProxy> proxies{QNetworkProxy(QNetworkProxy::NoProxy)};
    if (settings.mode == NetworkSettings::ProxyMode::System)
        proxies = QNetworkProxyFactory::systemProxyForQuery(query);
    else if (settings.mode == NetworkSettings::ProxyMode::Manual && !settings.proxyHost.isEmpty())
        proxies = {QNetworkProxy(settings.socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, settings.proxyHost,
                                 static_cast<quint16>(settings.proxyPort))};
    for (QNetworkProxy &proxy : proxies) {
        const auto known = credentials.constFind(nameOf(proxy));
        if (known == credentials.constEnd())
            continue;
        proxy.setUser(known->user);
        proxy.setPassword(known->password);
    }
    return proxies;
}

void ProxyRules::install(const std::shared_ptr<ProxyRules> &rules)
{
    QNetworkProxyFactory::setApplicationProxyFactory(new Factory(rules)); // Qt owns it
}

} // namespace desk
