#include "wire/json/optionals.h"

namespace desk::wire {

std::optional<double> optionalNumber(const Reader &reader, QLatin1StringView key)
{
    const QJsonValue found = reader.value(key);
    return found.isDouble() ? std::optional(found.toDouble()) : std::nullopt;
}

std::optional<qint64> optionalBigInteger(const Reader &reader, QLatin1StringView key)
{
    const qint64 number = reader.bigInteger(key, 0);
    // The reader gives the fallback for what is no number or too large; two fallbacks tell it from a real value.
    return number != 0 || reader.bigInteger(key, 1) == 0 ? std::optional(number) : std::nullopt;
}

std::optional<int> optionalInteger(const Reader &reader, QLatin1StringView key)
{
    const int number = reader.integer(key, 0);
    return number != 0 || reader.integer(key, 1) == 0 ? std::optional(number) : std::nullopt;
}

std::optional<bool> optionalBoolean(const Reader &reader, QLatin1StringView key)
{
    const QJsonValue found = reader.value(key);
    return found.isBool() ? std::optional(found.toBool()) : std::nullopt;
}

std::optional<QStringList> optionalStrings(const Reader &reader, QLatin1StringView key)
{
    return reader.value(key).isArray() ? std::optional(reader.strings(key)) : std::nullopt;
}

QMap<QString, QString> textMap(const QJsonObject &object)
{
    QMap<QString, QString> out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isString())
            out.insert(it.key(), it.value().toString());
    }
    return out;
}

} // namespace desk::wire
