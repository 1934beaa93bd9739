#include "domain/run.h"

#include <array>
#include <utility>

namespace desk {

namespace {

constexpr std::array<std::pair<RunStatus::Value, QLatin1StringView>, 7> statusNames{{
    {RunStatus::Pending, QLatin1StringView("pending")},
    {RunStatus::Running, QLatin1StringView("running")},
    {RunStatus::Succeeded, QLatin1StringView("succeeded")},
    {RunStatus::Completed, QLatin1StringView("completed")},
    {RunStatus::Failed, QLatin1StringView("failed")},
    {RunStatus::Timeout, QLatin1StringView("timeout")},
    {RunStatus::Cancelled, QLatin1StringView("cancelled")},
}};

} // namespace

RunStatus RunStatus::fromWire(const QString &text)
{
    for (const auto &[value, name] : statusNames) {
        if (text == name)
            return value;
    }
    RunStatus unknown(Unknown);
    unknown.m_raw = text;
    return unknown;
}

QString RunStatus::wire() const
{
    for (const auto &[value, name] : statusNames) {
        if (value == m_value)
            return QString(name);
    }
    return m_raw;
}

bool RunStatus::isTerminal() const
{
    return m_value != Pending && m_value != Running && m_value != Unknown;
}

bool RunStatus::canBecome(const RunStatus &next) const
{
    if (isTerminal())
        return false;
    return !(m_value == Running && next.m_value == Pending);
}

std::optional<qint64> Run::durationMs() const
{
    if (!status.isTerminal() || !createdAt.isValid() || !updatedAt.isValid())
        return std::nullopt;
    return createdAt.msecsTo(updatedAt);
}

QString Run::outputText() const
{
    if (output.isString())
        return output.toString();
    const QJsonObject object = output.toObject();
    for (const auto key :
         {QLatin1StringView("result"), QLatin1StringView("response"), QLatin1StringView("data"), QLatin1StringView("content")}) {
        const QJsonValue value = object.value(key);
        if (value.isString())
            return value.toString();
        if (value.isObject() && value.toObject().value(QLatin1StringView("content")).isString())
            return value.toObject().value(QLatin1StringView("content")).toString();
    }
    return {};
}

} // namespace desk
