#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

namespace desk {

// One question to a sign-in service. Secrets go into form, json or bearer; into url only where the service offers nothing else.
struct IdentityRequest {
    QByteArray verb = "GET";
    QUrl url = {};
    QByteArray bearer = {};
    QByteArray contentType = {}; // of body
    QByteArray body = {};

    [[nodiscard]] static IdentityRequest get(const QUrl &url, const QByteArray &bearer = {});
    [[nodiscard]] static IdentityRequest remove(const QUrl &url, const QByteArray &bearer);
    [[nodiscard]] static IdentityRequest post(const QUrl &url, const QJsonObject &json);
    // application/x-www-form-urlencoded; empty values are left out (RFC 6749 3.2).
    [[nodiscard]] static IdentityRequest form(const QUrl &url, const QList<QPair<QByteArray, QByteArray>> &fields);
};

// An answer that the service meant: 2xx, or a refusal with a reason.
struct IdentityAnswer {
    int status = 0;
    QJsonValue json = {}; // undefined where the body was none
    QString code = {};    // of a refusal: "invalid_grant", "session_revoked" …; empty where it gave none
    QDateTime date = {};  // by the service's clock; invalid: not said

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    [[nodiscard]] QJsonObject object() const { return json.toObject(); }
};

} // namespace desk
