#pragma once

#include "domain/result.h"
#include "wire/json/jsonparser.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace desk::wire {

// Typed access to one JSON object. The first missing or ill-typed required member is remembered with its path;
// everything else yields defaults, so that a tolerant decoder is a list of assignments and one error() at the end.
class Reader
{
public:
    explicit Reader(const QJsonValue &value, QString path = QStringLiteral("$"));

    [[nodiscard]] QString requiredString(QLatin1StringView key);
    [[nodiscard]] QString requiredId(QLatin1StringView key);        // as above, and not empty
    [[nodiscard]] QString string(QLatin1StringView key) const;      // null and missing → ""
    [[nodiscard]] QStringList strings(QLatin1StringView key) const; // skips what is no string
    [[nodiscard]] int integer(QLatin1StringView key, int fallback = 0) const;
    [[nodiscard]] qint64 bigInteger(QLatin1StringView key, qint64 fallback = 0) const;
    [[nodiscard]] double number(QLatin1StringView key, double fallback = 0) const;
    [[nodiscard]] bool boolean(QLatin1StringView key, bool fallback = false) const;
    [[nodiscard]] QJsonObject object(QLatin1StringView key) const;
    [[nodiscard]] QJsonArray array(QLatin1StringView key) const;
    [[nodiscard]] QJsonValue value(QLatin1StringView key) const;
    [[nodiscard]] QDateTime time(QLatin1StringView key) const; // see parseTime

    [[nodiscard]] const QJsonObject &json() const { return m_object; }
    [[nodiscard]] bool failed() const { return !m_failure.isEmpty(); }
    [[nodiscard]] Error error() const; // Kind::Protocol, detail = path and reason

private:
    void fail(QLatin1StringView key, const QString &reason);

    QJsonObject m_object;
    QString m_path;
    QString m_failure;
};

// Contract 1.5: no zone suffix means UTC. Returns UTC, or an invalid date.
[[nodiscard]] QDateTime parseTime(const QString &text);
[[nodiscard]] QString formatTime(const QDateTime &time); // ISO 8601 with milliseconds and Z

// Decodes a list of T with `decode`; the element index is in the path of a failure.
template <typename T, typename Decoder>
[[nodiscard]] Result<QList<T>> listFromJson(const QJsonArray &array, Decoder decode)
{
    QList<T> out;
    out.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        Result<T> item = decode(array.at(i));
        if (!item) {
            Error error = item.error();
            error.detail.prepend(QStringLiteral("[%1] ").arg(i));
            return Unexpected{error};
        }
        out.append(*std::move(item));
    }
    return out;
}

// The same for an answer that ought to be a list: anything else is a protocol error, not an empty list.
[[nodiscard]] Error notAList();
template <typename T, typename Decoder>
[[nodiscard]] Result<QList<T>> listFromJson(const QJsonValue &value, Decoder decode)
{
    if (!value.isArray())
        return Unexpected{notAList()};
    return listFromJson<T>(value.toArray(), decode);
}

} // namespace desk::wire
