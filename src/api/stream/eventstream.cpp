#include "api/stream/eventstream.h"

#include "api/fetch.h"
#include "api/policy/tokengate.h"
#include "api/replyerror.h"
#include "api/stream/streamhub.h"
#include "api/tokensource.h"
#include "api/transport.h"
#include "domain/log.h"

#include <QTimer>
#include <QUuid>

#include <utility>

namespace desk {

EventStream::EventStream(Transport &transport, Spec spec)
    : QObject(&transport)
    , m_transport(transport)
    , m_spec(std::move(spec))
    , m_requestId(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
    , m_url(transport.url(m_spec.request.path, m_spec.request.query))
    , m_lastEventId(m_spec.lastEventId)
{
    QTimer::singleShot(0, this, &EventStream::start);
}

EventStream::~EventStream()
{
    abort();
}

void EventStream::abort()
{
    if (std::exchange(m_done, true))
        return;
    if (m_connection != 0)
        m_transport.hub().disconnectStream(m_connection);
    deleteLater();
}

void EventStream::start()
{
    if (m_done)
        return;
    if (!m_transport.isOwn(m_url)) { // the server changed since: the token is not for this one (AUTH-19)
        close(Unexpected{errorForAbort(AbortReason::Superseded, m_url.host())});
        return;
    }
    const bool startsWork = m_spec.request.verb != "GET";
    if (startsWork && !std::exchange(m_askedForFresh, true)) {
        m_transport.gate().beforeLongWork(this, [this] { start(); });
        return;
    }
    if (startsWork)
        m_transport.noteWrite();
    StreamRequest request;
    request.verb = m_spec.request.verb;
    request.url = m_url;
    request.body = m_spec.request.body;
    request.headers = m_transport.headers(m_spec.request, m_requestId, ++m_attempt);
    request.headers.removeIf([](const auto &header) { return header.first == "Accept"; }); // the link's own
    request.lastEventId = m_spec.lastEventId;
    request.silentMs = m_spec.silentMs;
    request.idleMs = m_spec.idleMs;
    request.connectMs = m_spec.request.patience.connectMs;
    request.firstByteMs = m_spec.request.patience.firstByteMs;
    request.bypassProxy = m_transport.bypassesProxy();
    request.tls = m_transport.tlsRules();
    m_tokenGeneration = m_transport.tokens().generation();
    m_connection = m_transport.hub().connectStream(*this, request);
}

void EventStream::take(const Delivery &delivery)
{
    if (m_done)
        return;
    m_lastEventId = delivery.lastEventId.isEmpty() && delivery.events.isEmpty() ? m_lastEventId : delivery.lastEventId;
    m_retryMs = delivery.retryMs;
    switch (delivery.kind) {
    case Delivery::Kind::Opened:
        Q_EMIT opened();
        break;
    case Delivery::Kind::Events:
        Q_EMIT received(delivery.events);
        break;
    case Delivery::Kind::Silent:
    case Delivery::Kind::Alive:
        Q_EMIT silenceChanged(delivery.kind == Delivery::Kind::Silent);
        break;
    case Delivery::Kind::Closed:
        m_connection = 0;
        onClosed(delivery.end);
        break;
    }
}

void EventStream::onClosed(const StreamEnd &end)
{
    m_status = end.status;
    qCDebug(logSse) << "stream ended" << m_url.path() << end.status << (end.outcome ? QString() : end.outcome.error().detail)
                    << m_requestId;
    if (followRedirect(end)) {
        start();
        return;
    }
    if (end.status == 401 && !m_replayed) {
        m_replayed = true;
        m_transport.gate().wait(m_tokenGeneration, this, [this, outcome = end.outcome](bool gotToken) {
            if (gotToken)
                start();
            else if (const auto reason = m_transport.tokens().whyNoToken(); reason && !m_done)
                close(Unexpected{*reason});
            else if (!m_done)
                close(outcome);
        });
        return;
    }
    close(end.outcome);
}

bool EventStream::followRedirect(const StreamEnd &end)
{
    const bool keepsMethod = end.status == 307 || end.status == 308;
    if (end.location.isEmpty() || ((end.status < 301 || end.status > 303) && !keepsMethod))
        return false;
    const QUrl target = m_url.resolved(QUrl(QString::fromUtf8(end.location), QUrl::StrictMode));
    if ((m_spec.request.verb != "GET" && !keepsMethod) || !m_transport.isOwn(target) || ++m_redirects > Fetch::maxRedirects)
        return false;
    m_url = target;
    return true;
}

void EventStream::supersede()
{
    if (m_done)
        return;
    if (m_connection != 0)
        m_transport.hub().disconnectStream(std::exchange(m_connection, 0));
    close(Unexpected{errorForAbort(AbortReason::Superseded, m_url.host())});
}

void EventStream::close(const Result<> &outcome)
{
    m_done = true;
    if (m_spec.request.verb != "GET")
        m_transport.noteWrite(); // what is read from now on has seen its effect
    Q_EMIT closed(outcome);
    deleteLater();
}

} // namespace desk
