#include "localserver/model/modellistclient.h"

#include "domain/log.h"
#include "localserver/engine/textutil.h"
#include "localserver/model/chatclient.h"
#include "wire/json/jsonparser.h"
#include "wire/json/providerreportjson.h"
#include "wire/problem.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk::server {

ModelListClient::ModelListClient(QNetworkAccessManager &network, const QUrl &baseUrl, QByteArray key, int timeoutMs, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_baseUrl(baseUrl.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment))
    , m_key(std::move(key))
    , m_timeoutMs(timeoutMs)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fail(u"timeout"_s, tr("%1 did not answer within %n second(s).", nullptr, qMax(1, m_timeoutMs / 1000)).arg(where()),
             tr("Check that the model's server is running and not overloaded, then try again."));
    });
}

ModelListClient::~ModelListClient()
{
    if (!m_http)
        return;
    m_http->disconnect(this); // abort() re-enters otherwise
    m_http->abort();
    m_http->deleteLater();
}

QString ModelListClient::where() const
{
    return shortLine(m_baseUrl.toDisplayString(), 200);
}

void ModelListClient::start()
{
    QUrl url = m_baseUrl;
    url.setPath(url.path() + "/models"_L1);
    if (ChatClient::isLoopback(url))
        m_network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"agentdesk-localserver"_s);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (!m_key.isEmpty()) {
        registerSecret(m_key);
        request.setRawHeader("Authorization", "Bearer " + m_key);
    }
    m_clock.start();
    m_http = m_network.get(request);
    connect(m_http, &QNetworkReply::readyRead, this, &ModelListClient::onReadable);
    connect(m_http, &QNetworkReply::finished, this, &ModelListClient::onEnded);
    m_deadline.start(m_timeoutMs);
}

void ModelListClient::onReadable()
{
    if (m_done || !m_http)
        return;
    m_body += m_http->readAll();
    if (m_body.size() > maxAnswerBytes)
        failNoList(u"the answer is larger than 4 MiB"_s);
}

void ModelListClient::onEnded()
{
    onReadable(); // what is still buffered
    if (m_done || !m_http)
        return;
    const int status = m_http->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return failNetwork();
    if (status < 200 || status > 299)
        return failStatus(status);
    if (m_http->error() != QNetworkReply::NoError)
        return failNetwork(); // in the middle of it
    takeList();
}

void ModelListClient::takeList()
{
    const Result<QJsonValue> json = wire::parseJson(m_body);
    if (!json)
        return failNoList(json.error().detail);
    Result<QList<OfferedModel>> models = wire::offeredModelsFromJson(*json);
    if (!models)
        return failNoList(models.error().detail);
    ProviderReport report;
    report.isOk = true;
    report.models = *std::move(models);
    report.latencyMs = m_clock.elapsed();
    end(std::move(report));
}

void ModelListClient::failStatus(int status)
{
    const wire::Problem problem =
        wire::parseProblem(m_body.left(64 * 1024), m_http->header(QNetworkRequest::ContentTypeHeader).toByteArray());
    const QString said = shortLine(problem.detail, 300);
    const QString detail = u"HTTP %1: %2"_s.arg(status).arg(said);
    if (status == 401 || status == 403) {
        if (m_key.isEmpty())
            return fail(u"no_key"_s, tr("%1 asks for a key, and none was sent.").arg(where()), tr("Enter the key and try again."), detail);
        return fail(u"wrong_key"_s, tr("%1 refused the key.").arg(where()), tr("Check the key with whoever gave it to you."), detail);
    }
    if (status == 404 || status == 405 || status == 501)
        return failNoList(detail);
    if (status == 429)
        return fail(u"busy"_s, tr("%1 accepts no more requests at the moment.").arg(where()),
                    tr("Wait a minute and try again, or check your quota."), detail);
    if (status >= 300 && status < 400)
        return fail(u"redirected"_s, tr("%1 sends elsewhere, which is not followed because your key would go with it.").arg(where()),
                    tr("Enter the final address."), detail);
    if (status >= 500)
        return fail(u"server_error"_s, tr("The server at %1 failed (HTTP %2).").arg(where(), QString::number(status)),
                    tr("Look at its log, then try again."), detail);
    fail(u"server_error"_s, tr("The server at %1 refused the request (HTTP %2).").arg(where(), QString::number(status)),
         tr("Check the address."), detail);
}

void ModelListClient::failNetwork()
{
    const QString detail = shortLine(m_http->errorString(), 300);
    const QString next = tr("Start the model's server, for example with “ollama serve”, or correct the address.");
    switch (m_http->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return fail(u"refused"_s, tr("Nothing answers at %1: the connection was refused.").arg(where()), next, detail);
    case QNetworkReply::HostNotFoundError:
        return fail(u"name_not_found"_s, tr("The host name of %1 is not known.").arg(where()), tr("Correct the address."), detail);
    case QNetworkReply::SslHandshakeFailedError:
        return fail(u"tls"_s, tr("No secure connection to %1: its certificate is not trusted, or it does not speak TLS.").arg(where()),
                    tr("Check the address, or ask your administrator for the company's certificate authority."), detail);
    case QNetworkReply::ProtocolFailure:
        return failNoList(detail);
    default:
        return fail(u"unreachable"_s, tr("%1 cannot be reached: the connection ended without an answer.").arg(where()), next, detail);
    }
}

void ModelListClient::failNoList(const QString &detail)
{
    fail(u"no_models_list"_s, tr("%1 answers, but does not list its models like an OpenAI-compatible endpoint.").arg(where()),
         tr("Check the address; it usually ends with /v1. Where there is no list, enter the model's name by hand."),
         shortLine(detail, 300));
}

void ModelListClient::fail(const QString &problem, const QString &message, const QString &nextStep, const QString &detail)
{
    ProviderReport report;
    report.problem = problem;
    report.message = message;
    report.nextStep = nextStep;
    report.detail = detail;
    if (m_http && m_http->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0)
        report.latencyMs = m_clock.elapsed();
    end(std::move(report));
}

void ModelListClient::end(ProviderReport report)
{
    if (std::exchange(m_done, true))
        return;
    m_deadline.stop();
    if (m_http) {
        m_http->disconnect(this);
        m_http->abort();
        m_http->deleteLater();
    }
    qCInfo(logServer).noquote() << "models of an endpoint:" << (report.isOk ? u"listed"_s : report.problem + u' ' + report.detail);
    Q_EMIT finished(report);
}

} // namespace desk::server
