#include "auth/identity/identityapi.h"

#include "auth/identity/identityexchange.h"
#include "auth/identity/safeurl.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

std::unique_ptr<QNetworkAccessManager> plainNetwork(const QUrl &service)
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopbackLiteral(service))
        network->setProxy(QNetworkProxy::NoProxy);
    return network;
}

QString originOf(const QUrl &url)
{
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host(QUrl::FullyEncoded)).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

Error unsafeAddress(const QUrl &url)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.message = IdentityApi::tr("The sign-in address %1 is not safe to use.", "%1 web address without its path")
                        .arg(url.host().isEmpty() ? url.scheme() : originOf(url));
    error.nextStep = IdentityApi::tr("Ask your administrator for an address that begins with https.");
    return error;
}

} // namespace

IdentityApi::IdentityApi(const AuthServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    if (!m_services.network)
        m_services.network = plainNetwork;
}

IdentityApi::~IdentityApi()
{
    qDeleteAll(findChildren<IdentityExchange *>(Qt::FindDirectChildrenOnly)); // before the managers: their replies are its children
}

void IdentityApi::send(const IdentityRequest &request, QObject *context, Handler handler, int patienceMs)
{
    if (!isSafeForSignIn(request.url)) {
        QTimer::singleShot(0, context, [handler = std::move(handler), url = request.url] { handler(Unexpected{unsafeAddress(url)}); });
        return;
    }
    const int patience = patienceMs < 0 ? m_services.patience.answerMs : patienceMs;
    // Each connection to a pinned service has to be checked: see TlsRules::isPinned().
    auto own = m_services.tls->isPinned(request.url) ? m_services.network(request.url) : nullptr;
    auto *exchange = new IdentityExchange(own ? *own : networkFor(request.url), request, m_services, patience, this);
    if (own)
        own.release()->setParent(exchange);
    connect(exchange, &IdentityExchange::finished, this, [this, url = request.url](const Result<IdentityAnswer> &, bool isStuck) {
        if (isStuck)
            giveUp(url);
    });
    connect(exchange, &IdentityExchange::finished, context, [handler = std::move(handler)](const auto &outcome) { handler(outcome); });
    connect(context, &QObject::destroyed, exchange, [exchange] { delete exchange; });
}

QNetworkAccessManager &IdentityApi::networkFor(const QUrl &url)
{
    std::unique_ptr<QNetworkAccessManager> &network = m_networks[originOf(url)];
    if (!network)
        network = m_services.network(url);
    return *network;
}

// Qt lets later requests wait behind a connection that does not come about.
void IdentityApi::giveUp(const QUrl &url)
{
    const auto found = m_networks.find(originOf(url));
    if (found == m_networks.end())
        return;
    QNetworkAccessManager *old = found->second.release();
    m_networks.erase(found);
    const auto discard = [old] {
        const QList<QNetworkReply *> replies = old->findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly);
        if (std::all_of(replies.cbegin(), replies.cend(), [](const QNetworkReply *reply) { return reply->isFinished(); }))
            old->deleteLater();
    };
    old->setParent(this);
    connect(old, &QNetworkAccessManager::finished, old, discard);
    discard();
}

} // namespace desk
