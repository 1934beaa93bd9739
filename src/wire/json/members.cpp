#include "wire/json/members.h"

namespace desk::wire {

namespace {

QJsonValue valueOrNull(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isUndefined() ? QJsonValue() : value;
}

} // namespace

QJsonObject changedMembers(const QJsonObject &before, const QJsonObject &after, std::span<const QLatin1StringView> keys)
{
    QJsonObject out;
    for (const QLatin1StringView key : keys) {
        const QJsonValue value = valueOrNull(after, key);
        if (value != valueOrNull(before, key))
            out.insert(key, value);
    }
    return out;
}

QJsonObject presentMembers(const QJsonObject &object, std::span<const QLatin1StringView> keys)
{
    QJsonObject out;
    for (const QLatin1StringView key : keys) {
        const QJsonValue value = valueOrNull(object, key);
        if (!value.isNull())
            out.insert(key, value);
    }
    return out;
}

} // namespace desk::wire
