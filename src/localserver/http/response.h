#pragma once

#include "domain/ids.h"
#include "localserver/http/eventfeed.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

#include <memory>

namespace desk::server {

class LateAnswer;

// What a route answers: bytes, a file, or an endless stream of events.
struct Response {
    int status = 200;
    QByteArray type;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    QString file;                    // path to send instead of body
    std::shared_ptr<EventFeed> feed; // events, or a late answer, instead of body
    RunId feedRun;                   // whose events they are

    Response &with(const QByteArray &name, const QByteArray &value)
    {
        headers.append({name, value});
        return *this;
    }

    // Of the body: the same bytes have the same tag at every address.
    [[nodiscard]] QByteArray etag() const;

    [[nodiscard]] static Response json(const QJsonObject &object, int status = 200);
    [[nodiscard]] static Response json(const QJsonArray &array, int status = 200);
    [[nodiscard]] static Response noContent();
    // application/problem+json; detail is for people, type a machine word.
    [[nodiscard]] static Response problem(int status, const QString &detail, QLatin1StringView type = {}, const QJsonObject &extra = {});
    [[nodiscard]] static Response late(std::shared_ptr<LateAnswer> answer); // 200, JSON
    [[nodiscard]] static Response events(std::shared_ptr<EventFeed> feed, const RunId &run);
};

} // namespace desk::server
