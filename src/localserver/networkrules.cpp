#include "localserver/networkrules.h"

#include "domain/log.h"

#include <QJsonObject>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QNetworkProxy proxyIn(const QJsonObject &network)
{
    if (network.value("proxy"_L1).toString() != "manual"_L1)
        return QNetworkProxy::NoProxy;
    const QString password = network.value("password"_L1).toString();
    registerSecret(password.toUtf8());
    return {network.value("socks"_L1).toBool() ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, network.value("host"_L1).toString(),
            static_cast<quint16>(network.value("port"_L1).toInt()), network.value("user"_L1).toString(), password};
}

} // namespace

void applyNetworkRules(const QJsonObject &network)
{
    static const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const bool asksSystem = network.value("proxy"_L1).toString() == "system"_L1;
    QNetworkProxyFactory::setUseSystemConfiguration(asksSystem);
    if (!asksSystem)
        QNetworkProxy::setApplicationProxy(proxyIn(network));
    QSslConfiguration tls = before;
    tls.setProtocol(QSsl::TlsV1_2OrLater); // TLS-03
    const QByteArray pem = network.value("certificates"_L1).toString().toLatin1();
    if (const QList<QSslCertificate> own = QSslCertificate::fromData(pem, QSsl::Pem); !own.isEmpty())
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + own);
    QSslConfiguration::setDefaultConfiguration(tls);
}

} // namespace desk::server
