#include "wire/json/overlay.h"

#include "wire/json/reader.h"

#include <utility>

namespace desk::wire {

Overlay::Overlay(QJsonObject base)
    : m_object(std::move(base))
{
}

void Overlay::string(QLatin1StringView key, const QString &value)
{
    const QJsonValue old = m_object.value(key);
    if (old.isUndefined() || old.toString() != value)
        m_object.insert(key, value);
}

void Overlay::optional(QLatin1StringView key, const QString &value)
{
    const QJsonValue old = m_object.value(key);
    if (old.isUndefined() || old.toString() != value)
        m_object.insert(key, value.isEmpty() ? QJsonValue() : QJsonValue(value));
}

void Overlay::known(QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty() || m_object.contains(key))
        optional(key, value);
}

void Overlay::id(QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        m_object.insert(key, value);
}

void Overlay::boolean(QLatin1StringView key, bool value)
{
    m_object.insert(key, value);
}

void Overlay::integer(QLatin1StringView key, qint64 value)
{
    m_object.insert(key, value);
}

void Overlay::time(QLatin1StringView key, const QDateTime &value)
{
    if (value.isValid() && parseTime(m_object.value(key).toString()) != value)
        m_object.insert(key, formatTime(value));
}

void Overlay::value(QLatin1StringView key, const QJsonValue &value)
{
    m_object.insert(key, value);
}

} // namespace desk::wire
