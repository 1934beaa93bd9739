#include "api/eventstream.h"

#include "api/oneshotbody.h"
#include "api/transport.h"
#include "domain/log.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace desk {

namespace {

constexpr qsizetype maxErrorBody = 64 * 1024;
constexpr qint64 readBufferBytes = 1024 * 1024;

bool isEventStreamType(const QByteArray &contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return contentType.left(end).trimmed().toLower() == "text/event-stream";
}

} // namespace

EventStream::EventStream(Transport &transport, Spec spec, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_spec(std::move(spec))
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_abortReason = AbortReason::Timeout;
        m_reply->abort();
    });
    QTimer::singleShot(0, this, &EventStream::start);
}

EventStream::~EventStream()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    if (m_manager)
        m_transport.releaseStream(*m_manager);
}

void EventStream::abort()
{
    if (m_done)
        return;
    m_done = true;
    m_idle.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    deleteLater();
}

void EventStream::start()
{
    if (m_done)
        return;
    m_manager = &m_transport.acquireStream();
    QNetworkRequest request = m_spec.request;
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Cache-Control", "no-cache");
    if (m_spec.verb == "GET") {
        m_reply = m_manager->get(request);
    } else {
        auto *body = new OneShotBody(m_spec.body);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_spec.body.size());
        m_reply = m_manager->sendCustomRequest(request, m_spec.verb, body);
        body->setParent(m_reply);
    }
    m_reply->setReadBufferSize(readBufferBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventStream::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::onFinished);
    if (m_spec.idleTimeoutMs > 0)
        m_idle.start(m_spec.idleTimeoutMs);
}

void EventStream::onHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_isEventStream || status != 200 || !isEventStreamType(m_reply->rawHeader("Content-Type")))
        return;
    m_isEventStream = true;
    Q_EMIT opened();
}

void EventStream::onReadyRead()
{
    if (m_spec.idleTimeoutMs > 0)
        m_idle.start(m_spec.idleTimeoutMs);
    const QByteArray bytes = m_reply->readAll();
    if (!m_isEventStream) {
        m_errorBody += bytes.left(maxErrorBody - m_errorBody.size());
        return;
    }
    const QList<wire::ServerEvent> events = m_parser.feed(bytes);
    for (const wire::ServerEvent &event : events) {
        if (m_done) // a receiver may have aborted us
            return;
        Q_EMIT received(event);
    }
    if (m_parser.failed() && !m_done) {
        m_abortReason = AbortReason::TooLarge;
        m_reply->abort();
    }
}

void EventStream::onFinished()
{
    if (m_abortReason == AbortReason::None && m_reply->bytesAvailable() > 0)
        onReadyRead();
    if (m_done)
        return;
    QNetworkReply *reply = m_reply;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCDebug(logSse) << "stream ended" << reply->url().path() << status << reply->error();
    if (replySucceeded(*reply, m_abortReason) && m_isEventStream) {
        close({});
    } else if (replySucceeded(*reply, m_abortReason)) {
        Error error;
        error.kind = Error::Kind::Protocol;
        error.httpStatus = status;
        error.message = QCoreApplication::translate("desk::Errors", "The server answered with something other than an event stream.");
        error.nextStep =
            QCoreApplication::translate("desk::Errors", "Check the server address in Settings; a network sign-in page may be in the way.");
        error.detail = QString::fromUtf8(m_errorBody.left(4096));
        close(Unexpected{error});
    } else {
        close(Unexpected{errorFromReply(*reply, m_errorBody, m_abortReason)});
    }
}

void EventStream::close(const Result<> &outcome)
{
    m_done = true;
    m_idle.stop();
    if (m_reply) {
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    Q_EMIT closed(outcome);
    deleteLater();
}

} // namespace desk
