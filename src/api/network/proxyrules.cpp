#include "api/network/proxyrules.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int longestWaitMs = 1'000; // in the GUI thread

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

QString keyOf(const QNetworkProxyQuery &query)
{
    return query.protocolTag() + u':' + query.peerHostName();
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

ProxyRules::ProxyRules(SystemProxies system)
    : m_system(system ? std::move(system) : SystemProxies(&QNetworkProxyFactory::systemProxyForQuery))
{
}

void ProxyRules::prepare(const QUrl &server, QObject *context, std::function<void()> done, int maxWaitMs)
{
    const QNetworkProxyQuery query(server);
    bool asksSystem = false;
    {
        const QMutexLocker lock(&m_mutex);
        asksSystem = m_settings.mode == NetworkSettings::ProxyMode::System;
    }
    if (!asksSystem || isLoopback(server.host()) || known(query))
        return done();
    auto *wait = new QTimer(context);
    wait->setSingleShot(true);
    QObject::connect(wait, &QTimer::timeout, context, [wait, done = std::move(done)] {
        wait->deleteLater();
        done();
    });
    QObject::connect(startAsking(query), &QThread::finished, wait, [wait] { wait->start(0); });
    wait->start(maxWaitMs);
}

void ProxyRules::forgetSystem()
{
    const QMutexLocker lock(&m_mutex);
    m_known.clear();
}

// Not one of a pool: a script that hangs would hold it for minutes.
QThread *ProxyRules::startAsking(const QNetworkProxyQuery &query) const
{
    QThread *thread = QThread::create([self = shared_from_this(), query] { self->askSystem(query); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return thread;
}

QList<QNetworkProxy> ProxyRules::askSystem(const QNetworkProxyQuery &query) const
{
    QList<QNetworkProxy> proxies = m_system(query);
    const QMutexLocker lock(&m_mutex);
    m_known.insert(keyOf(query), proxies);
    return proxies;
}

std::optional<QList<QNetworkProxy>> ProxyRules::known(const QNetworkProxyQuery &query) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_known.constFind(keyOf(query));
    return found == m_known.constEnd() ? std::nullopt : std::optional(*found);
}

QList<QNetworkProxy> ProxyRules::systemProxies(const QNetworkProxyQuery &query) const
{
    if (const auto proxies = known(query))
        return *proxies;
    const QCoreApplication *application = QCoreApplication::instance();
    if (!application || QThread::currentThread() != application->thread())
        return askSystem(query);
    startAsking(query)->wait(longestWaitMs);
    return known(query).value_or(QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::NoProxy)});
}

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

std::pair<QString, QString> ProxyRules::credentialsFor(const QString &proxy) const
{
    const QMutexLocker lock(&m_mutex);
    const Credentials known = m_credentials.value(proxy);
    return {known.user, known.password};
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
        proxies = systemProxies(query);
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
