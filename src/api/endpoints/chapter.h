#pragma once

#include "api/apicall.h"
#include "api/requestspec.h"
#include "domain/page.h"
#include "wire/json/reader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace desk {

class Transport;

// What the chapters of the API share: how one operation becomes a call. A chapter is a plain object that lives as long as its
// ApiClient; the calls it makes are children of the transport and delete themselves.
class Chapter
{
public:
    explicit Chapter(Transport &transport)
        : m_transport(transport)
    {
    }

protected:
    ~Chapter() = default;

    template <typename T>
    [[nodiscard]] ApiCall<T> *get(const QString &path, typename ApiCall<T>::Decoder decoder, const QUrlQuery &query = {})
    {
        return send<T>({.verb = "GET", .path = path, .query = query}, std::move(decoder));
    }
    template <typename T>
    [[nodiscard]] ApiCall<T> *write(const QByteArray &verb, const QString &path, const QJsonObject &body,
                                    typename ApiCall<T>::Decoder decoder)
    {
        return send<T>({.verb = verb, .path = path, .body = compact(body)}, std::move(decoder));
    }
    // For answers of which only success matters: 204, or a body nobody reads.
    [[nodiscard]] ApiCall<void> *write(const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    [[nodiscard]] ApiCall<void> *remove(const QString &path);

    template <typename T>
    [[nodiscard]] ApiCall<T> *send(RequestSpec spec, typename ApiCall<T>::Decoder decoder)
    {
        return new ApiCall<T>(m_transport, std::move(spec), std::move(decoder));
    }

    // u"/agents/%1/versions" with the id percent-encoded.
    [[nodiscard]] static QString path(const QString &pattern, const QString &id);
    [[nodiscard]] static QString path(const QString &pattern, const QString &first, const QString &second);
    [[nodiscard]] static QByteArray compact(const QJsonObject &object);

    Transport &m_transport;
};

// Query items, left out where they hold nothing.
class Query
{
public:
    Query &text(QLatin1StringView key, const QString &value);
    Query &number(QLatin1StringView key, qint64 value); // always present
    Query &page(qsizetype offset, qsizetype limit);     // limit and offset
    operator QUrlQuery() const { return m_query; }

private:
    QUrlQuery m_query;
};

// [T, …]: a bare array.
template <typename T>
[[nodiscard]] auto listOf(Result<T> (*decode)(const QJsonValue &))
{
    return [decode](const QJsonValue &value) { return wire::listFromJson<T>(value, decode); };
}

// A bare array with the offset and limit that were asked for.
template <typename T>
[[nodiscard]] auto pageOf(Result<T> (*decode)(const QJsonValue &), qsizetype offset, qsizetype limit)
{
    return [decode, offset, limit](const QJsonValue &value) -> Result<Page<T>> {
        Result<QList<T>> list = wire::listFromJson<T>(value, decode);
        if (!list)
            return Unexpected{list.error()};
        return Page<T>{*std::move(list), -1, offset, limit};
    };
}

// {"<key>": [T, …], "total"?: n}.
template <typename T>
[[nodiscard]] auto pageIn(QLatin1StringView key, Result<T> (*decode)(const QJsonValue &), qsizetype offset, qsizetype limit)
{
    return [key, decode, offset, limit](const QJsonValue &value) -> Result<Page<T>> {
        const wire::Reader reader(value);
        Result<QList<T>> list = wire::listFromJson<T>(reader.value(key), decode);
        if (!list)
            return Unexpected{list.error()};
        return Page<T>{*std::move(list), reader.integer(QLatin1StringView("total"), -1), offset, limit};
    };
}

} // namespace desk
