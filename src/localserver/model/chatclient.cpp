#include "localserver/model/chatclient.h"
#include "domain/log.h"
#include "localserver/engine/textutil.h"
#include "localserver/model/onewaybody.h"
#include "wire/json/reader.h"
#include "wire/problem.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 readBuffer = 256 * 1024;
constexpr qsizetype maxErrorBody = 64 * 1024;
constexpr qsizetype maxJsonBody = 8 * 1024 * 1024;
} // namespace

ChatClient::ChatClient(QNetworkAccessManager &network, ModelEndpoint endpoint, ModelTimeouts timeouts, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_endpoint(std::move(endpoint))
    , m_timeouts(timeouts)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ChatClient::onTimeout);
}

ChatClient::~ChatClient()
{
    release();
}

bool ChatClient::isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QString ChatClient::where() const
{
    return m_endpoint.provider.baseUrl.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toDisplayString();
}

void ChatClient::send(QJsonObject body)
{
    QUrl url = m_endpoint.provider.baseUrl.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    url.setPath(url.path() + "/chat/completions"_L1);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)) {
        fail(u"model_unreachable"_s, Error::Kind::Invalid,
             tr("The address of the language model is not a web address: %1.").arg(shortLine(where(), 200)),
             tr("Correct it under Settings → Language model, for example http://127.0.0.1:11434/v1."));
        return;
    }
    if (isLoopback(url))
        m_network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    body.insert(u"model"_s, m_endpoint.model);
    body.insert(u"stream"_s, true);
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::ContentLengthHeader, bytes.size());
    request.setHeader(QNetworkRequest::UserAgentHeader, u"agentdesk-localserver"_s);
    request.setRawHeader("Accept", "text/event-stream, application/json");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (!m_endpoint.key.isEmpty()) {
        registerSecret(m_endpoint.key);
        request.setRawHeader("Authorization", "Bearer " + m_endpoint.key);
    }
    auto *device = new OneWayBody(bytes);
    m_http = m_network.post(request, device);
    device->setParent(m_http);
    m_http->setReadBufferSize(readBuffer);
    connect(m_http, &QNetworkReply::requestSent, this, [this] {
        m_phase = Phase::Waiting;
        m_deadline.start(m_timeouts.firstByteMs);
    });
    connect(m_http, &QNetworkReply::readyRead, this, &ChatClient::onReadable);
    connect(m_http, &QNetworkReply::finished, this, &ChatClient::onEnded);
    m_deadline.start(m_timeouts.connectMs);
}

void ChatClient::abort()
{
    m_done = true;
    release();
}

void ChatClient::release()
{
    m_deadline.stop();
    if (!m_http)
        return;
    QNetworkReply *http = std::exchange(m_http, nullptr);
    http->disconnect(this); // abort() re-enters otherwise
    http->abort();
    http->deleteLater();
}

void ChatClient::chooseMode()
{
    const int status = m_http->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString type = m_http->header(QNetworkRequest::ContentTypeHeader).toString().toLower();
    if (status < 200 || status > 299) {
        m_mode = Mode::ErrorBody;
    } else if (type.contains("event-stream"_L1)) {
        m_mode = Mode::Events;
    } else {
        const QByteArray start = m_http->peek(64).trimmed();
        m_mode = type.contains("json"_L1) || start.startsWith('{') ? Mode::Json : Mode::Events;
    }
}

void ChatClient::onReadable()
{
    if (m_done || !m_http)
        return;
    m_phase = Phase::Reading;
    m_deadline.start(m_timeouts.idleMs);
    if (m_mode == Mode::Undecided)
        chooseMode();
    const QByteArray chunk = m_http->readAll();
    m_bytes += chunk.size();
    if (m_mode != Mode::Events) {
        const qsizetype cap = m_mode == Mode::Json ? maxJsonBody : maxErrorBody;
        if (m_body.size() + chunk.size() > cap && m_mode == Mode::Json)
            return failProtocol(u"the JSON answer is larger than 8 MiB"_s);
        m_body.append(chunk.first(qMin(chunk.size(), cap - m_body.size())));
        return;
    }
    const QList<wire::ServerEvent> events = m_parser.feed(chunk);
    for (const wire::ServerEvent &event : events) {
        if (m_done)
            return;
        takeEvent(event);
    }
    if (m_done)
        return;
    if (m_parser.failed() || m_bytes > maxAnswerBytes || (m_events == 0 && m_bytes > maxNoiseBytes))
        failProtocol(m_events == 0 ? u"no server-sent event in the answer"_s : u"the answer is too large"_s);
}

void ChatClient::takeEvent(const wire::ServerEvent &event)
{
    ++m_events;
    const QByteArray data = event.data.trimmed();
    if (data.isEmpty())
        return;
    if (data == "[DONE]")
        return endStream();
    const QJsonDocument document = QJsonDocument::fromJson(data);
    if (!document.isObject())
        return failProtocol(u"an event is not a JSON object: "_s + shortLine(QString::fromUtf8(data.left(200)), 120));
    const QJsonObject object = document.object();
    if (object.contains("error"_L1) && !object.value("error"_L1).isNull()) {
        const wire::Problem problem = wire::parseProblem(data, "application/json");
        return fail(u"model_error"_s, Error::Kind::Server,
                    tr("The language model stopped with an error: %1").arg(shortLine(problem.detail, 300)),
                    tr("Ask again, or choose another model."));
    }
    if (!takeChoice(object, "delta"_L1))
        failProtocol(u"the answer is larger than allowed"_s);
}

bool ChatClient::takeChoice(const QJsonObject &object, QLatin1StringView key)
{
    m_answer.takeUsage(object.value("usage"_L1).toObject());
    const QJsonArray choices = object.value("choices"_L1).toArray();
    if (choices.isEmpty())
        return true; // a chunk that only counts tokens
    const QJsonObject choice = choices.first().toObject();
    const QJsonObject delta = choice.value(key).toObject();
    if (m_mode == Mode::Events && m_writing.isValid())
        m_answer.setWritingMs(m_writing.elapsed());
    else
        m_writing.start();
    if (!m_answer.take(delta))
        return false;
    const QString reason = choice.value("finish_reason"_L1).toString();
    if (!reason.isEmpty())
        m_answer.setFinishReason(reason);
    const QString thoughts = ModelReply::reasoningOf(delta);
    const wire::ThinkFilter::Parts parts = m_filter.feed(ModelReply::textOf(delta));
    if (!(thoughts + parts.thought).isEmpty())
        Q_EMIT reasoning(thoughts + parts.thought);
    if (!parts.answer.isEmpty() && !m_done)
        Q_EMIT text(parts.answer);
    return true;
}

void ChatClient::onEnded()
{
    if (m_done || !m_http)
        return;
    onReadable(); // what is still buffered
    if (m_done || !m_http)
        return;
    const int status = m_http->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return failNetwork();
    if (status < 200 || status > 299)
        return failStatus(status);
    const bool broken = m_http->error() != QNetworkReply::NoError;
    if (m_mode == Mode::Json && !broken)
        return takeWholeAnswer();
    if (m_mode == Mode::Events && m_events == 0)
        return failProtocol(u"no server-sent event in the answer"_s);
    if (m_answer.finishReason().isEmpty())
        return fail(u"model_protocol"_s, Error::Kind::Interrupted,
                    tr("The connection to the language model ended in the middle of the answer."),
                    tr("Ask again; if it happens often, look at the log of the model's server."), m_http->errorString());
    endStream();
}

void ChatClient::takeWholeAnswer()
{
    const QJsonDocument document = QJsonDocument::fromJson(m_body);
    const QJsonObject object = document.object();
    if (object.contains("error"_L1)) {
        const wire::Problem problem = wire::parseProblem(m_body, "application/json");
        return fail(u"model_error"_s, Error::Kind::Server,
                    tr("The language model stopped with an error: %1").arg(shortLine(problem.detail, 300)),
                    tr("Ask again, or choose another model."));
    }
    if (!object.value("choices"_L1).isArray() || !takeChoice(object, "message"_L1))
        return failProtocol(u"the JSON answer has no choices"_s);
    endStream();
}

void ChatClient::endStream()
{
    const wire::ThinkFilter::Parts rest = m_filter.finish();
    if (!rest.thought.isEmpty())
        Q_EMIT reasoning(rest.thought);
    if (!rest.answer.isEmpty() && !m_done)
        Q_EMIT text(rest.answer);
    if (!m_done)
        succeed();
}

void ChatClient::succeed()
{
    m_done = true;
    release();
    Q_EMIT finished(m_answer);
}

void ChatClient::onTimeout()
{
    const QString next = tr("Check that the model's server is running and not overloaded, then ask again.");
    if (m_phase == Phase::Connecting)
        return fail(u"timeout"_s, Error::Kind::Timeout,
                    tr("No connection to the language model at %1 within %n second(s).", nullptr, m_timeouts.connectMs / 1000).arg(where()),
                    next);
    if (m_phase == Phase::Waiting)
        return fail(u"timeout"_s, Error::Kind::Timeout,
                    tr("The language model did not begin to answer within %n second(s).", nullptr, m_timeouts.firstByteMs / 1000), next);
    fail(u"timeout"_s, Error::Kind::Timeout,
         tr("The language model stopped in the middle of its answer and sent nothing for %n second(s).", nullptr, m_timeouts.idleMs / 1000),
         next);
}

void ChatClient::failStatus(int status)
{
    const QByteArray type = m_http->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    const wire::Problem problem = wire::parseProblem(m_body, type);
    const QString said = shortLine(problem.detail, 300);
    const QString detail = u"HTTP %1: %2"_s.arg(status).arg(said);
    const QString settings = tr("Check it under Settings → Language model.");
    if (status == 401 || status == 403)
        return fail(u"model_refused"_s, status == 401 ? Error::Kind::Unauthorized : Error::Kind::Forbidden,
                    tr("The language model at %1 refused the key.").arg(where()), settings, detail);
    if (status == 404)
        return fail(u"model_unknown"_s, Error::Kind::NotFound,
                    tr("The endpoint %1 does not know the model “%2”.").arg(where(), shortLine(m_endpoint.model, 80)),
                    tr("Choose another model under Settings → Language model; with Ollama, load it first with “ollama pull”."), detail);
    if (status == 429)
        return fail(u"model_busy"_s, Error::Kind::RateLimited, tr("The language model accepts no more requests at the moment."),
                    tr("Wait a minute and ask again, or check your quota."), detail);
    if (status >= 300 && status < 400)
        return fail(u"model_error"_s, Error::Kind::Protocol,
                    tr("The endpoint %1 sends elsewhere, which is not followed because your key would go with it.").arg(where()),
                    tr("Enter the final address under Settings → Language model."), detail);
    if (status >= 500)
        return fail(u"model_error"_s, Error::Kind::Server,
                    tr("The server of the language model failed (HTTP %1): %2").arg(status).arg(said),
                    tr("Look at its log, then ask again."), detail);
    fail(u"model_error"_s, Error::Kind::Invalid, tr("The language model refused the request (HTTP %1): %2").arg(status).arg(said),
         tr("Choose another model or check the endpoint under Settings → Language model."), detail);
}

void ChatClient::failNetwork()
{
    const QString detail = m_http->errorString();
    const QString next =
        tr("Start the model's server, for example with “ollama serve”, or correct the address under Settings → Language model.");
    switch (m_http->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return fail(u"model_unreachable"_s, Error::Kind::Offline, tr("Nothing answers at %1: the connection was refused.").arg(where()),
                    next, detail);
    case QNetworkReply::HostNotFoundError:
        return fail(u"model_unreachable"_s, Error::Kind::Dns, tr("The host name of %1 is not known.").arg(where()), next, detail);
    case QNetworkReply::SslHandshakeFailedError:
        return fail(u"model_unreachable"_s, Error::Kind::Tls, tr("The certificate of %1 is not trusted.").arg(where()),
                    tr("Ask your administrator for the company's certificate authority."), detail);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return fail(u"model_unreachable"_s, Error::Kind::Offline,
                    tr("The server at %1 closed the connection without an answer.").arg(where()), tr("Look at its log, then ask again."),
                    detail);
    case QNetworkReply::ProtocolFailure:
        return failProtocol(detail);
    default:
        return fail(u"model_unreachable"_s, Error::Kind::Offline,
                    tr("The language model at %1 cannot be reached: %2.").arg(where(), shortLine(detail, 200)), next, detail);
    }
}

void ChatClient::failProtocol(const QString &detail)
{
    fail(u"model_protocol"_s, Error::Kind::Protocol, tr("%1 does not answer like an OpenAI-compatible endpoint.").arg(where()),
         tr("Check the address under Settings → Language model; it usually ends with /v1."), detail);
}

void ChatClient::fail(const QString &type, Error::Kind kind, const QString &message, const QString &next, const QString &detail)
{
    if (m_done)
        return;
    m_done = true;
    const int status = m_http ? m_http->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    release();
    ModelFailure failure;
    failure.type = type;
    failure.error.kind = kind;
    failure.error.httpStatus = status;
    failure.error.message = message;
    failure.error.nextStep = next;
    failure.error.detail = detail;
    failure.mayLackUsage = (status == 400 || status == 422) && detail.contains("stream_options"_L1, Qt::CaseInsensitive);
    failure.mayLackTools = status == 400 && detail.contains("tool"_L1, Qt::CaseInsensitive);
    qCInfo(logServer).noquote() << "language model:" << type << detail;
    Q_EMIT failed(failure);
}

} // namespace desk::server
