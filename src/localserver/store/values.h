#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QUuid>

namespace desk::server {

// How times, JSON and ids stand in the database.
[[nodiscard]] inline qint64 toMs(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}
[[nodiscard]] inline QDateTime fromMs(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}
[[nodiscard]] inline qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}
[[nodiscard]] inline QDateTime now()
{
    return fromMs(nowMs());
}
[[nodiscard]] inline QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

[[nodiscard]] inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
// Any JSON value; undefined and null become SQL's NULL.
[[nodiscard]] QByteArray compact(const QJsonValue &value);

} // namespace desk::server
