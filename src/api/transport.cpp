#include "api/transport.h"

#include "api/fetch.h"
#include "api/policy/tokengate.h"
#include "api/stream/eventstream.h"
#include "api/stream/streamhub.h"
#include "api/tokensource.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QString prefixOf(const QUrl &base)
{
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

bool meansOutOfReach(const Error &error)
{
    using Kind = Error::Kind;
    return error.kind == Kind::Offline || error.kind == Kind::Gateway || error.kind == Kind::Unavailable;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

Transport::Transport(TokenSource &tokens, QObject *parent)
    : QObject(parent)
    , m_tokens(tokens)
    , m_rest(makeManager())
    , m_gate(std::make_unique<TokenGate>(tokens))
    , m_hub(std::make_unique<StreamHub>(*this))
{
}

Transport::~Transport()
{
    qDeleteAll(findChildren<EventStream *>(Qt::FindDirectChildrenOnly)); // while the hub can still close their sockets
    m_hub.reset();
    qDeleteAll(std::exchange(m_underWay, {})); // before the manager: their replies are its children
}

void Transport::setBaseUrl(const QUrl &url)
{
    if (m_base == url)
        return;
    forgetSession();
    m_base = url;
    m_outOfReach = m_streamLost = false; // that was the other one
    m_rest.release()->deleteLater();     // we may be in a slot of one of its replies
    m_rest = makeManager();
    Q_EMIT baseUrlChanged();
}

void Transport::reconnectNow()
{
    if (m_underWay.isEmpty())
        m_rest = makeManager(); // what is under way ends by its own deadline
    m_hub->reconnectNow();
}

void Transport::forgetSession()
{
    abortAll();
    m_policy.forget();
    ++m_writes; // nobody joins a read of the old account
}

void Transport::abortAll()
{
    m_hub->abortAll();
    const QList<Fetch *> underWay = m_underWay;
    for (Fetch *fetch : underWay)
        fetch->abort(AbortReason::Superseded);
}

Fetch &Transport::fetch(RequestSpec spec)
{
    const bool isRead = spec.verb == "GET" && spec.downloadPath.isEmpty() && spec.firstBytes == 0;
    const QByteArray key = isRead ? shareKey(spec) : QByteArray();
    if (Fetch *shared = isRead ? m_shared.value(key).data() : nullptr; shared && !shared->isDone())
        return *shared;
    auto *fetch = new Fetch(*this, std::move(spec), this);
    m_underWay.append(fetch);
    if (isRead)
        m_shared.insert(key, fetch);
    else
        ++m_writes;
    connect(fetch, &Fetch::finished, this, [this, fetch, key, isRead](const Result<Answer> &outcome) {
        m_underWay.removeOne(fetch);
        noteOutcome(outcome);
        if (isRead)
            m_shared.remove(key);
        else
            ++m_writes;
    });
    return *fetch;
}

void Transport::noteOutcome(const Result<Answer> &outcome)
{
    if (!outcome) {
        noteFailure(outcome.error());
        if (outcome.error().kind == Error::Kind::Unauthorized)
            Q_EMIT unauthorized();
        return;
    }
    const bool back = std::exchange(m_outOfReach, false);
    const bool streamWasLost = std::exchange(m_streamLost, false);
    if (back)
        m_hub->reconnectNow();
    if (back || streamWasLost)
        Q_EMIT serverBack();
}

void Transport::noteFailure(const Error &error)
{
    m_outOfReach = m_outOfReach || meansOutOfReach(error);
}

// Streams keep their own time: an answer to a call does not end their backoff, else it would never grow where only streams fail.
void Transport::noteStreamLost(const Error &error)
{
    m_streamLost = m_streamLost || meansOutOfReach(error);
}

QByteArray Transport::shareKey(const RequestSpec &spec) const
{
    return QByteArray::number(m_tokens.generation()) + '\n' + m_tokens.account().toUtf8() + '\n' + QByteArray::number(m_writes) + '\n' +
           m_language.toUtf8() + '\n' + url(spec.path, spec.query).toEncoded();
}

QUrl Transport::url(const QString &path, const QUrlQuery &query) const
{
    QUrl url(m_base);
    // Plain concatenation: QUrl::resolved() would drop a path prefix (contract 1.1).
    url.setPath(prefixOf(m_base) + path, QUrl::TolerantMode);
    url.setQuery(query);
    return url;
}

bool Transport::isOwn(const QUrl &target) const
{
    return target.isValid() && target.scheme() == m_base.scheme() && target.host() == m_base.host() && portOf(target) == portOf(m_base) &&
           target.path(QUrl::FullyEncoded).startsWith(prefixOf(m_base) + u'/');
}

QNetworkRequest Transport::request(const RequestSpec &spec, const QByteArray &requestId, int attempt) const
{
    QNetworkRequest request(url(spec.path, spec.query));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (m_tls->needsConfiguration(m_base))
        request.setSslConfiguration(m_tls->configurationFor(m_base));
    const auto headers = this->headers(spec, requestId, attempt);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

QList<QPair<QByteArray, QByteArray>> Transport::headers(const RequestSpec &spec, const QByteArray &requestId, int attempt) const
{
    QList<QPair<QByteArray, QByteArray>> out{
        {"User-Agent", u"%1/%2"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion()).toUtf8()},
        {"Accept", spec.downloadPath.isEmpty() && spec.firstBytes == 0 ? "application/json" : "*/*"},
        {"X-Request-Id", requestId},
        {"X-Attempt", QByteArray::number(attempt)}};
    if (!m_language.isEmpty())
        out.append({"Accept-Language", m_language.toUtf8()});
    if (!spec.idempotencyKey.isEmpty())
        out.append({"Idempotency-Key", spec.idempotencyKey});
    if (!spec.ifMatch.isEmpty())
        out.append({"If-Match", spec.ifMatch});
    if (const QByteArray bearer = m_tokens.bearer(); !bearer.isEmpty())
        out.append({"Authorization", "Bearer " + bearer});
    return out;
}

bool Transport::hasFreeConnection() const
{
    const auto busy = std::count_if(m_underWay.cbegin(), m_underWay.cend(), [](const Fetch *fetch) { return fetch->isOnTheWire(); });
    return busy <= connectionsPerHost;
}

void Transport::giveUpConnections(const QNetworkAccessManager *stuck)
{
    if (stuck != m_rest.get())
        return; // done already, for another request
    auto *old = m_rest.release();
    old->setParent(this);
    m_rest = makeManager();
    const auto discard = [old] {
        const QList<QNetworkReply *> replies = old->findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly);
        if (std::all_of(replies.cbegin(), replies.cend(), [](const QNetworkReply *reply) { return reply->isFinished(); }))
            old->deleteLater();
    };
    connect(old, &QNetworkAccessManager::finished, old, discard);
    discard();
}

bool Transport::bypassesProxy() const
{
    return isLoopback(m_base.host());
}

std::unique_ptr<QNetworkAccessManager> Transport::makeManager() const
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (bypassesProxy())
        manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}

} // namespace desk
