#include "localserver/http/response.h"

#include "localserver/http/lateanswer.h"
#include "wire/problem.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QString titleOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 409:
        return u"Conflict"_s;
    case 410:
        return u"Gone"_s;
    case 412:
        return u"Precondition Failed"_s;
    case 413:
        return u"Content Too Large"_s;
    case 414:
        return u"URI Too Long"_s;
    case 415:
        return u"Unsupported Media Type"_s;
    case 422:
        return u"Unprocessable Content"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 431:
        return u"Request Header Fields Too Large"_s;
    case 503:
        return u"Service Unavailable"_s;
    case 507:
        return u"Insufficient Storage"_s;
    default:
        return u"Error"_s;
    }
}

} // namespace

QByteArray Response::etag() const
{
    return '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().left(32) + '"';
}

Response Response::json(const QJsonObject &object, int status)
{
    Response response;
    response.status = status;
    response.type = "application/json";
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

Response Response::json(const QJsonArray &array, int status)
{
    Response response;
    response.status = status;
    response.type = "application/json";
    response.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return response;
}

Response Response::noContent()
{
    Response response;
    response.status = 204;
    return response;
}

Response Response::problem(int status, const QString &detail, QLatin1StringView type, const QJsonObject &extra)
{
    Response response;
    response.status = status;
    response.type = "application/problem+json";
    response.body = wire::problemBody(status, titleOf(status), detail, QString(type), extra);
    return response;
}

Response Response::late(std::shared_ptr<LateAnswer> answer)
{
    Response response;
    response.type = "application/json";
    response.feed = std::move(answer);
    return response;
}

Response Response::events(std::shared_ptr<EventFeed> feed, const RunId &run)
{
    Response response;
    response.type = "text/event-stream; charset=utf-8";
    response.feed = std::move(feed);
    response.feedRun = run;
    response.with("X-Accel-Buffering", "no");
    return response;
}

} // namespace desk::server
