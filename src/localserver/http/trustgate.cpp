#include "localserver/http/trustgate.h"

#include "localserver/texts.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype maxUriBytes = 8 * 1024;
constexpr qsizetype maxHeaderBytes = 32 * 1024;
constexpr qsizetype maxHeaders = 100;
constexpr int maxFailuresPerSecond = 10;

Response refusal(int status, const QString &detail, QLatin1StringView type = {})
{
    return Response::problem(status, detail, type).with("Connection", "close");
}

bool isPublic(const Request &request)
{
    return (request.method == "GET" || request.method == "HEAD") && (request.path == "/capabilities"_L1 || request.path == "/health"_L1);
}

bool hasBody(const Request &request)
{
    return request.hasHeader("transfer-encoding") || request.header("content-length").toLongLong() > 0;
}

} // namespace

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const char other = b.isEmpty() ? '\0' : b.at(i % b.size());
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a.at(i)) ^ static_cast<unsigned char>(other));
    }
    return difference == 0;
}

TrustGate::TrustGate(QByteArray token, quint16 port)
    : m_token(std::move(token))
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    m_hosts = {"127.0.0.1" + suffix, "localhost" + suffix, "[::1]" + suffix};
}

std::optional<Response> TrustGate::refuse(const Request &request, qsizetype uriBytes, qsizetype headerBytes)
{
    if (auto response = refuseFraming(request, uriBytes, headerBytes))
        return response;
    if (auto response = refuseOrigin(request))
        return response;
    if (auto response = refuseBearer(request))
        return response;
    return refuseContentType(request);
}

std::optional<Response> TrustGate::refuseFraming(const Request &request, qsizetype uriBytes, qsizetype headerBytes) const
{
    if (uriBytes > maxUriBytes)
        return refusal(414, LocalServer::tr("The address of the request is too long."));
    if (headerBytes > maxHeaderBytes || request.headers.size() > maxHeaders)
        return refusal(431, LocalServer::tr("The request has too many headers."));
    if (!request.path.startsWith(u'/'))
        return refusal(400, LocalServer::tr("Only addresses that start with a slash are accepted."));
    const int lengths = request.headerCount("content-length");
    const int encodings = request.headerCount("transfer-encoding");
    if (lengths > 1 || encodings > 1 || (lengths > 0 && encodings > 0))
        return refusal(400, LocalServer::tr("The length of the request is ambiguous."));
    if (encodings == 1 && request.header("transfer-encoding").toLower() != "chunked")
        return refusal(400, LocalServer::tr("This transfer encoding is not supported."));
    if (request.headerCount("host") != 1)
        return refusal(400, LocalServer::tr("The request needs exactly one Host header."));
    return std::nullopt;
}

std::optional<Response> TrustGate::refuseOrigin(const Request &request) const
{
    if (!m_hosts.contains(request.header("host")))
        return refusal(403, LocalServer::tr("This server answers only under its own loopback address."), "host_refused"_L1);
    if (request.hasHeader("origin"))
        return refusal(403, LocalServer::tr("Requests from web pages are refused."), "origin_refused"_L1);
    if (request.hasHeader("sec-fetch-site") && request.header("sec-fetch-site") != "none")
        return refusal(403, LocalServer::tr("Requests from web pages are refused."), "origin_refused"_L1);
    if (request.method == "OPTIONS")
        return refusal(403, LocalServer::tr("Requests from web pages are refused."), "origin_refused"_L1);
    return std::nullopt;
}

std::optional<Response> TrustGate::refuseBearer(const Request &request)
{
    if (isPublic(request))
        return std::nullopt;
    static const QByteArray scheme = "Bearer ";
    const QByteArray header = request.headerCount("authorization") == 1 ? request.header("authorization") : QByteArray();
    if (header.startsWith(scheme) && equalInConstantTime(QByteArrayView(header).sliced(scheme.size()), m_token))
        return std::nullopt;
    if (tooManyFailures())
        return refusal(429, LocalServer::tr("Too many wrong tokens. Try again in a second.")).with("Retry-After", "1");
    return refusal(401, LocalServer::tr("The access token is missing or wrong."), "unauthorized"_L1).with("WWW-Authenticate", "Bearer");
}

std::optional<Response> TrustGate::refuseContentType(const Request &request) const
{
    if (!hasBody(request))
        return std::nullopt;
    const QByteArray type = request.header("content-type").toLower();
    const QByteArray essence = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed();
    const bool isUpload = request.method == "POST" && request.path == "/files"_L1;
    const QByteArray wanted = isUpload ? "multipart/form-data" : "application/json";
    if (essence == wanted && request.headerCount("content-type") == 1)
        return std::nullopt;
    return refusal(415, LocalServer::tr("The content type of this request must be %1.").arg(QString::fromLatin1(wanted)));
}

bool TrustGate::tooManyFailures()
{
    if (!m_window.isValid() || m_window.elapsed() >= 1000) {
        m_window.start();
        m_failures = 0;
    }
    return ++m_failures > maxFailuresPerSecond;
}

} // namespace desk::server
