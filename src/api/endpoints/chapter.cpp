#include "api/endpoints/chapter.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString encoded(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

ApiCall<void> *Chapter::write(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    return new ApiCall<void>(m_transport, {.verb = verb, .path = path, .body = compact(body)});
}

ApiCall<void> *Chapter::remove(const QString &path)
{
    return new ApiCall<void>(m_transport, {.verb = "DELETE", .path = path});
}

QString Chapter::path(const QString &pattern, const QString &id)
{
    return pattern.arg(encoded(id));
}

QString Chapter::path(const QString &pattern, const QString &first, const QString &second)
{
    return pattern.arg(encoded(first), encoded(second)); // both at once: an id may hold "%1"
}

QByteArray Chapter::compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Query &Query::text(QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        m_query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return *this;
}

Query &Query::number(QLatin1StringView key, qint64 value)
{
    m_query.addQueryItem(key, QString::number(value));
    return *this;
}

Query &Query::page(qsizetype offset, qsizetype limit)
{
    return number("limit"_L1, limit).number("offset"_L1, offset);
}

} // namespace desk
