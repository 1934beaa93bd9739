#include "api/apicall.h"

#include "api/oneshotbody.h"
#include "api/transport.h"
#include "domain/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QHttpMultiPart>
#include <QMimeDatabase>
#include <QNetworkReply>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int maxAttempts = 3;
constexpr qint64 readBufferBytes = 1024 * 1024; // without a limit an unread body fills the memory (M-8)

} // namespace

ApiCallBase::ApiCallBase(Transport &transport, Spec spec, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_spec(std::move(spec))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(AbortReason::Timeout); });
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &ApiCallBase::send);
    m_retryTimer.start(0);
    if (m_spec.totalTimeoutMs > 0)
        m_deadline.start(m_spec.totalTimeoutMs);
}

ApiCallBase::~ApiCallBase()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void ApiCallBase::abort()
{
    stop(AbortReason::User);
}

void ApiCallBase::stop(AbortReason reason)
{
    if (m_done || m_abortReason != AbortReason::None)
        return;
    m_abortReason = reason;
    if (m_reply) {
        m_reply->abort(); // emits finished synchronously
        return;
    }
    Error error;
    error.kind = reason == AbortReason::User ? Error::Kind::Cancelled : Error::Kind::Timeout;
    error.message = reason == AbortReason::User ? QCoreApplication::translate("desk::Errors", "Cancelled.")
                                                : QCoreApplication::translate("desk::Errors", "The server did not answer in time.");
    finish(Unexpected{error});
}

void ApiCallBase::send()
{
    ++m_attempt;
    m_answer.clear();
    m_spec.request.setTransferTimeout(m_spec.idleTimeoutMs);
    m_reply = startReply();
    if (!m_reply)
        return;
    m_reply->setReadBufferSize(readBufferBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &ApiCallBase::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &ApiCallBase::onReplyFinished);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &ApiCallBase::uploadProgress);
}

QNetworkReply *ApiCallBase::startReply()
{
    QNetworkAccessManager &manager = m_transport.rest();
    if (!m_spec.uploadPath.isEmpty()) {
        auto file = std::make_unique<QFile>(m_spec.uploadPath);
        if (!file->open(QIODevice::ReadOnly)) {
            Error error;
            error.kind = Error::Kind::Storage;
            error.message =
                QCoreApplication::translate("desk::Errors", "%1 cannot be read: %2.").arg(m_spec.uploadName, file->errorString());
            error.nextStep = QCoreApplication::translate("desk::Errors", "Check that the file exists and that you may read it.");
            finish(Unexpected{error});
            return nullptr;
        }
        auto *multiPart = new QHttpMultiPart(QHttpMultiPart::FormDataType);
        QHttpPart part;
        QString name = m_spec.uploadName;
        name.replace(u'\\', u'_').replace(u'"', u'_').replace(u'\r', u'_').replace(u'\n', u'_');
        part.setHeader(QNetworkRequest::ContentDispositionHeader, u"form-data; name=\"file\"; filename=\"%1\""_s.arg(name));
        part.setHeader(QNetworkRequest::ContentTypeHeader, QMimeDatabase().mimeTypeForFile(m_spec.uploadPath).name());
        part.setBodyDevice(file.get());
        file.release()->setParent(multiPart);
        multiPart->append(part);
        QNetworkReply *reply = manager.post(m_spec.request, multiPart);
        multiPart->setParent(reply);
        return reply;
    }
    if (m_spec.verb == "GET")
        return manager.get(m_spec.request);
    if (m_spec.verb == "DELETE")
        return manager.deleteResource(m_spec.request);
    auto *body = new OneShotBody(m_spec.body);
    QNetworkRequest request = m_spec.request;
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_spec.body.size());
    QNetworkReply *reply = manager.sendCustomRequest(request, m_spec.verb, body);
    body->setParent(reply);
    return reply;
}

void ApiCallBase::readBody()
{
    m_answer += m_reply->readAll();
    if (m_answer.size() > maxBodyBytes)
        stop(AbortReason::TooLarge);
}

void ApiCallBase::onReplyFinished()
{
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->deleteLater();
    if (m_abortReason == AbortReason::None)
        m_answer += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCDebug(logHttp) << m_spec.verb << reply->url().path() << status << "attempt" << m_attempt
                     << reply->request().rawHeader("X-Request-Id");
    if (replySucceeded(*reply, m_abortReason)) {
        finish(m_answer);
        return;
    }
    const Error error = errorFromReply(*reply, m_answer, m_abortReason);
    if (!mayRetry(error)) {
        finish(Unexpected{error});
        return;
    }
    const int backoff = QRandomGenerator::global()->bounded(400 << (m_attempt - 1)) + 50; // full jitter
    m_retryTimer.start(static_cast<int>(std::max<qint64>(backoff, error.retryAfterMs)));
}

bool ApiCallBase::mayRetry(const Error &error) const
{
    if (m_spec.verb != "GET" || m_attempt >= maxAttempts || m_abortReason != AbortReason::None || error.retryAfterMs > 10'000)
        return false;
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::RateLimited:
    case Error::Kind::Gateway:
    case Error::Kind::Unavailable:
        return true;
    default:
        return error.httpStatus == 500;
    }
}

void ApiCallBase::finish(Result<QByteArray> outcome)
{
    if (m_done)
        return;
    m_done = true;
    m_deadline.stop();
    m_retryTimer.stop();
    setOutcome(std::move(outcome));
    Q_EMIT finished(QPrivateSignal());
    deleteLater();
}

} // namespace desk
