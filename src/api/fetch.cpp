#include "api/fetch.h"

#include "api/downloadsink.h"
#include "api/formupload.h"
#include "api/oneshotbody.h"
#include "api/policy/retrypolicy.h"
#include "api/policy/tokengate.h"
#include "api/tokensource.h"
#include "api/transport.h"
#include "domain/log.h"
#include "wire/httpdate.h"

#include <QNetworkReply>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 readBufferBytes = 1024 * 1024; // without a limit an unread body fills the memory (M-8)
constexpr qint64 worthACountdownMs = 1000;

QByteArray newId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

void arm(QTimer &timer, int ms)
{
    if (ms > 0)
        timer.start(ms);
    else
        timer.stop();
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

Fetch::Fetch(Transport &transport, RequestSpec spec, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_spec(std::move(spec))
    , m_requestId(newId())
{
    if ((m_spec.verb == "POST" || m_spec.verb == "PATCH") && m_spec.idempotencyKey.isEmpty())
        m_spec.idempotencyKey = newId();
    if (isWrite() && m_spec.verb != "DELETE" && m_spec.body.isEmpty())
        m_spec.body = "{}"; // only what has a body can be kept from being sent twice; see startReply()
    for (QTimer *timer : {&m_wait, &m_phase, &m_deadline})
        timer->setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &Fetch::send);
    connect(&m_phase, &QTimer::timeout, this, [this] { abort(m_sent ? AbortReason::Timeout : AbortReason::ConnectTimeout); });
    connect(&m_deadline, &QTimer::timeout, this, [this] { abort(AbortReason::Timeout); });
    m_wait.start(0);
}

Fetch::~Fetch()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void Fetch::leave()
{
    if (--m_waiters <= 0)
        abort(AbortReason::User);
}

void Fetch::abort(AbortReason reason)
{
    if (m_done || m_abortReason != AbortReason::None)
        return;
    m_abortReason = reason;
    if (m_reply)
        m_reply->abort(); // emits finished synchronously
    else
        finish(Unexpected{errorForAbort(reason, m_transport.baseUrl().host())});
}

void Fetch::send()
{
    if (const qint64 pause = m_transport.policy().pause.remainingMs(); pause > 0) {
        sendIn(pause);
        return;
    }
    const bool startsWork = isWrite() && !m_spec.mayRepeat; // runs, tests, tasks
    if (startsWork && !std::exchange(m_askedForFresh, true)) {
        m_transport.gate().beforeLongWork(this, [this] {
            if (!m_done)
                send();
        });
        return;
    }
    if (m_attempt++ == 0) {
        m_sinceFirst.start();
        m_transport.policy().budget.noteCall(m_transport.policy().monotonic.elapsed());
    }
    m_body.clear();
    m_sent = false;
    m_refusal.reset();
    m_abortReason = AbortReason::None;
    m_tokenGeneration = m_transport.tokens().generation();
    QNetworkRequest request = m_transport.request(m_spec, m_requestId, m_attempt);
    if (!m_redirected.isEmpty())
        request.setUrl(m_redirected);
    m_cacheKey = cacheKey();
    m_cached = m_spec.verb == "GET" && m_spec.firstBytes == 0 ? m_transport.policy().cache.find(m_cacheKey) : std::nullopt;
    if (m_cached)
        request.setRawHeader("If-None-Match", m_cached->etag);
    if (!openSink())
        return;
    m_reply = startReply(request);
    if (m_reply)
        watch();
}

void Fetch::sendIn(qint64 ms)
{
    m_wait.start(static_cast<int>(ms));
    if (ms >= worthACountdownMs)
        Q_EMIT waiting(ms);
}

bool Fetch::openSink()
{
    if (m_spec.downloadPath.isEmpty())
        return true;
    m_sink = std::make_unique<DownloadSink>(m_spec.downloadPath);
    if (m_sink->open())
        return true;
    finish(Unexpected{storageError(m_spec.downloadPath, m_sink->errorString())});
    return false;
}

// The connections of everybody, or, where each has to be checked, one of our own (see TlsRules::isPinned()).
QNetworkAccessManager &Fetch::manager()
{
    if (!m_transport.tlsRules()->isPinned(m_transport.baseUrl()))
        return m_transport.rest();
    if (m_own)
        m_own->deleteLater(); // of the attempt before
    m_own = m_transport.makeManager().release();
    m_own->setParent(this);
    return *m_own;
}

QNetworkReply *Fetch::startReply(const QNetworkRequest &request)
{
    QNetworkAccessManager &manager = this->manager();
    if (!m_spec.uploadPath.isEmpty())
        return startUpload(request);
    if (m_spec.verb == "GET")
        return manager.get(request);
    if (m_spec.body.isEmpty())
        return manager.deleteResource(request);
    // A body that cannot be rewound: Qt would send it a second time by itself when the connection breaks (M-2, M-3; HTTP-07).
    auto *body = new OneShotBody(m_spec.body);
    QNetworkRequest once = request;
    once.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    once.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    once.setHeader(QNetworkRequest::ContentLengthHeader, m_spec.body.size());
    QNetworkReply *reply = manager.sendCustomRequest(once, m_spec.verb, body);
    body->setParent(reply);
    return reply;
}

QNetworkReply *Fetch::startUpload(const QNetworkRequest &request)
{
    auto body = std::make_unique<FormUpload>(m_spec.uploadPath, m_spec.uploadName, m_spec.uploadHash);
    if (!body->start()) {
        finish(Unexpected{unreadableError(m_spec.uploadName, body->fileError())});
        return nullptr;
    }
    QNetworkRequest once = request;
    once.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    once.setHeader(QNetworkRequest::ContentTypeHeader, body->contentType());
    once.setHeader(QNetworkRequest::ContentLengthHeader, body->length());
    QNetworkReply *reply = manager().sendCustomRequest(once, m_spec.verb, body.get());
    body.release()->setParent(reply);
    return reply;
}

void Fetch::watch()
{
    m_reply->setReadBufferSize(readBufferBytes);
    arm(m_deadline, m_spec.patience.totalMs);
    // A request behind six others has not begun to connect; its own signal starts the clock then.
    if (m_transport.hasFreeConnection())
        arm(m_phase, m_spec.patience.connectMs);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { arm(m_phase, m_spec.patience.connectMs); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        if (m_sent && m_spec.verb == "DELETE" && m_spec.body.isEmpty()) // Qt sends it again by itself; it has nothing to rewind
            m_mayHaveHappened = true;
        m_sent = true;
        arm(m_phase, m_spec.patience.firstByteMs);
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { arm(m_phase, m_spec.patience.idleMs); });
    connect(m_reply, &QNetworkReply::readyRead, this, &Fetch::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Fetch::onReplyFinished);
    connect(m_reply, &QNetworkReply::downloadProgress, this, &Fetch::downloadProgress);
    connect(m_reply, &QNetworkReply::encrypted, this, &Fetch::checkServer);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        if (total <= 0)
            return;
        m_sent = true;
        arm(m_phase, sent < total ? m_spec.patience.idleMs : m_spec.patience.firstByteMs);
        Q_EMIT uploadProgress(sent, total);
    });
}

// Qt has sent nothing yet, and waits for us.
void Fetch::checkServer()
{
    m_refusal = m_transport.tlsRules()->refusal(m_reply->url(), m_reply->sslConfiguration().peerCertificate());
    if (m_refusal)
        abort(AbortReason::Untrusted);
}

void Fetch::readBody()
{
    arm(m_phase, m_spec.patience.idleMs);
    if (const AbortReason reason = take(m_reply->readAll(), statusOf(*m_reply)); reason != AbortReason::None)
        abort(reason);
}

AbortReason Fetch::take(const QByteArray &bytes, int status)
{
    if (status >= 300) {
        m_body += bytes.left(maxErrorBytes - m_body.size());
        return m_body.size() < maxErrorBytes ? AbortReason::None : AbortReason::EnoughRead;
    }
    if (m_sink)
        return m_sink->write(bytes) ? AbortReason::None : AbortReason::DiskFailed;
    if (m_spec.firstBytes > 0) {
        m_body += bytes.left(m_spec.firstBytes - m_body.size());
        return m_body.size() < m_spec.firstBytes ? AbortReason::None : AbortReason::EnoughRead;
    }
    m_body += bytes;
    return m_body.size() <= maxBodyBytes ? AbortReason::None : AbortReason::TooLarge;
}

void Fetch::onReplyFinished()
{
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->deleteLater();
    m_phase.stop();
    m_deadline.stop();
    const int status = statusOf(*reply);
    if (m_abortReason == AbortReason::None)
        m_abortReason = take(reply->readAll(), status);
    qCDebug(logHttp) << m_spec.verb << reply->url().path() << status << "attempt" << m_attempt << m_requestId;
    noteClock(*reply);
    if (status == 304 && m_cached)
        finish(Answer{200, m_cached->body, m_cached->etag});
    else if (replySucceeded(*reply, m_abortReason) || (m_abortReason == AbortReason::EnoughRead && status >= 200 && status < 300))
        succeed(*reply);
    else
        fail(*reply);
}

void Fetch::succeed(const QNetworkReply &reply)
{
    const QByteArray type = reply.rawHeader("Content-Type").toLower();
    const bool isRaw = m_sink || m_spec.firstBytes > 0;
    if (!isRaw && type.startsWith("text/html")) { // a sign-in page of the network in place of the answer (FI-33)
        finish(Unexpected{captivePortalError({.status = statusOf(reply),
                                              .body = m_body,
                                              .contentType = type,
                                              .retryAfter = {},
                                              .date = {},
                                              .host = reply.url().host(),
                                              .requestId = m_requestId,
                                              .redirectedTo = {}})});
        return;
    }
    if (m_sink && !m_sink->commit()) {
        finish(Unexpected{storageError(m_sink->path(), m_sink->errorString())});
        return;
    }
    const QByteArray etag = reply.rawHeader("ETag");
    if (m_spec.verb == "GET" && !isRaw)
        m_transport.policy().cache.store(m_cacheKey, etag, reply.rawHeader("Cache-Control"), m_body);
    finish(Answer{statusOf(reply), m_body, etag});
}

void Fetch::fail(const QNetworkReply &reply)
{
    const int status = statusOf(reply);
    m_sink.reset();
    const Error error = m_refusal ? *m_refusal : errorFromReply(reply, m_body, m_abortReason, m_tlsErrors);
    const bool ours = m_abortReason != AbortReason::None && m_abortReason != AbortReason::EnoughRead;
    m_transport.noteFailure(error);
    if (m_abortReason == AbortReason::ConnectTimeout || (m_abortReason == AbortReason::Timeout && status == 0))
        m_transport.giveUpConnections(reply.manager());
    const bool cutShort = status >= 200 && status < 300; // the server did it, but did not get to say so
    const bool answerLost = m_sent && (status == 0 || ours || cutShort || status == 502 || status == 504);
    if (isWrite() && status == 404 && m_spec.verb == "DELETE" && m_mayHaveHappened) {
        finish(Answer{status, {}, {}}); // the first try did it; only its answer was lost
        return;
    }
    m_mayHaveHappened = m_mayHaveHappened || (isWrite() && answerLost);
    if (!ours && followRedirect(reply))
        return;
    if (!ours && status == 401 && !m_replayed) {
        waitForToken(error);
        return;
    }
    if (!retry(error))
        finish(Unexpected{error});
}

bool Fetch::followRedirect(const QNetworkReply &reply)
{
    const int status = statusOf(reply);
    const bool keepsMethod = status == 307 || status == 308;
    if ((status < 301 || status > 303) && !keepsMethod)
        return false;
    if (isWrite() && !keepsMethod) // HTTP-21: it would become a GET
        return false;
    const QByteArray location = reply.rawHeader("Location");
    const QUrl target = reply.url().resolved(QUrl(QString::fromUtf8(location), QUrl::StrictMode));
    if (location.isEmpty() || !m_transport.isOwn(target) || ++m_redirects > maxRedirects)
        return false;
    m_abortReason = AbortReason::None;
    m_redirected = target;
    --m_attempt; // not a retry
    m_wait.start(0);
    return true;
}

void Fetch::waitForToken(const Error &error)
{
    m_replayed = true;
    m_abortReason = AbortReason::None; // an abort while we wait must be heard
    m_transport.gate().wait(m_tokenGeneration, this, [this, error](bool gotToken) {
        if (m_done)
            return;
        if (gotToken)
            send();
        else
            finish(Unexpected{m_transport.tokens().whyNoToken().value_or(error)});
    });
}

bool Fetch::retry(const Error &error)
{
    Policy &policy = m_transport.policy();
    const qint64 delay = retry::delayMs(m_attempt, policy.dice.generateDouble(), error.retryAfterMs);
    const bool tolerable = error.retryAfterMs <= retry::longestSilentWaitMs;
    if (error.kind == Error::Kind::RateLimited && tolerable)
        policy.pause.extendTo(delay); // for every call to this server (HTTP-19)
    if (!tolerable || m_attempt >= retry::maxAttempts || !retry::isTransient(error) ||
        !retry::isRepeatable(m_spec, policy.serverRemembersKeys))
        return false;
    if (error.retryAfterMs < 0 && m_sinceFirst.elapsed() + delay > retry::maxTotalMs)
        return false;
    if (!policy.budget.takeRetry(policy.monotonic.elapsed())) {
        qCInfo(logHttp) << "no further attempt: too many of late" << m_requestId;
        return false;
    }
    m_abortReason = AbortReason::None;
    sendIn(delay);
    return true;
}

void Fetch::noteClock(const QNetworkReply &reply)
{
    ServerClock &clock = m_transport.policy().clock;
    if (const auto date = wire::parseHttpDate(reply.rawHeader("Date"))) {
        clock.note(*date, QDateTime::currentDateTimeUtc());
        Q_EMIT m_transport.clockChecked(clock.skewMs(), clock.isSuspicious());
    }
}

QByteArray Fetch::cacheKey() const
{
    const QUrl url = m_redirected.isEmpty() ? m_transport.url(m_spec.path, m_spec.query) : m_redirected;
    return m_transport.tokens().account().toUtf8() + '\n' + m_transport.language().toUtf8() + '\n' + url.toEncoded();
}

void Fetch::finish(Result<Answer> outcome)
{
    if (m_done)
        return;
    m_done = true;
    if (!outcome && m_mayHaveHappened) {
        Error error = outcome.error();
        error.outcomeUnknown = true;
        outcome = Unexpected{error};
    }
    for (QTimer *timer : {&m_wait, &m_phase, &m_deadline})
        timer->stop();
    Q_EMIT finished(outcome, QPrivateSignal());
    deleteLater();
}

} // namespace desk
