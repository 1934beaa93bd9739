#include "api/transport.h"

#include "api/tokensource.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

Transport::Transport(TokenSource &tokens, QObject *parent)
    : QObject(parent)
    , m_tokens(tokens)
    , m_rest(makeManager())
{
}

Transport::~Transport() = default;

void Transport::setBaseUrl(const QUrl &url)
{
    if (m_base == url)
        return;
    m_base = url;
    // A fresh manager leaves no connection, cache or credential of the old server behind (AUTH-19). The old one goes when the last
    // of its calls has met its deadline: deleting it earlier would take their replies away without a signal.
    QNetworkAccessManager *old = m_rest.release();
    old->setParent(this);
    QTimer::singleShot(150'000, old, &QObject::deleteLater);
    m_rest = makeManager();
    m_streams.remove_if([](const Slot &slot) { return slot.open == 0; });
}

QNetworkRequest Transport::request(const QString &path, const QUrlQuery &query) const
{
    QUrl url(m_base);
    // Plain concatenation: QUrl::resolved() would drop a path prefix (contract 1.1).
    QString base = m_base.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path, QUrl::TolerantMode);
    url.setQuery(query);

    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      u"%1/%2"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion()));
    request.setRawHeader("X-Request-Id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    if (!m_language.isEmpty())
        request.setRawHeader("Accept-Language", m_language.toUtf8());
    if (const QByteArray bearer = m_tokens.bearer(); !bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer);
    return request;
}

QNetworkAccessManager &Transport::acquireStream()
{
    for (Slot &slot : m_streams) {
        if (slot.open < streamsPerManager) {
            ++slot.open;
            return *slot.manager;
        }
    }
    m_streams.push_back({makeManager(), 1});
    return *m_streams.back().manager;
}

void Transport::releaseStream(QNetworkAccessManager &manager)
{
    for (Slot &slot : m_streams) {
        if (slot.manager.get() == &manager)
            --slot.open;
    }
}

int Transport::openStreams() const
{
    int open = 0;
    for (const Slot &slot : m_streams)
        open += slot.open;
    return open;
}

std::unique_ptr<QNetworkAccessManager> Transport::makeManager() const
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopback(m_base.host()))
        manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}

} // namespace desk
