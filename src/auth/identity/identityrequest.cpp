#include "auth/identity/identityrequest.h"

#include <QJsonDocument>

namespace desk {

IdentityRequest IdentityRequest::get(const QUrl &url, const QByteArray &bearer)
{
    return {.verb = "GET", .url = url, .bearer = bearer};
}

IdentityRequest IdentityRequest::remove(const QUrl &url, const QByteArray &bearer)
{
    return {.verb = "DELETE", .url = url, .bearer = bearer};
}

IdentityRequest IdentityRequest::post(const QUrl &url, const QJsonObject &json)
{
    return {.verb = "POST", .url = url, .contentType = "application/json", .body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

IdentityRequest IdentityRequest::form(const QUrl &url, const QList<QPair<QByteArray, QByteArray>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        if (value.isEmpty())
            continue;
        if (!body.isEmpty())
            body += '&';
        body += name + '=' + value.toPercentEncoding();
    }
    return {.verb = "POST", .url = url, .contentType = "application/x-www-form-urlencoded", .body = body};
}

} // namespace desk
