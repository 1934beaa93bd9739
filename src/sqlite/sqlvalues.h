#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace desk {

// How times and JSON stand in the database.
[[nodiscard]] inline qint64 toMs(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}
[[nodiscard]] inline QDateTime fromMs(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}
[[nodiscard]] inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
// Any JSON value; undefined and null become SQL's NULL.
[[nodiscard]] QByteArray compact(const QJsonValue &value);

} // namespace desk
