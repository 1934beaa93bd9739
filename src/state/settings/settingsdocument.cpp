#include "state/settings/settingsdocument.h"

#include "state/settings/settingsrepair.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto versionName = "version"_L1;
constexpr auto settingsName = "settings"_L1;

std::pair<QLatin1StringView, QLatin1StringView> split(QLatin1StringView name)
{
    const qsizetype slash = name.indexOf('/'_L1);
    return {name.first(slash), name.sliced(slash + 1)};
}

} // namespace

SettingsDocument::SettingsDocument()
    : m_root{{versionName, version}, {settingsName, QJsonObject()}}
{
}

std::optional<SettingsDocument> SettingsDocument::parse(const QByteArray &bytes)
{
    if (bytes.size() > maxBytes || bytes.contains('\0')) // Qt reads around a zero
        return {};
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    if (root.value(versionName).toInteger() < 1 || !root.value(settingsName).isObject())
        return {};
    SettingsDocument document;
    document.m_root = root;
    return document;
}

bool SettingsDocument::isWhole(const QString &path)
{
    return parse(SettingsRepair::bytesOf(path)).has_value();
}

QByteArray SettingsDocument::compose() const
{
    return QJsonDocument(m_root).toJson();
}

QJsonValue SettingsDocument::value(QLatin1StringView name) const
{
    const auto [section, own] = split(name);
    return m_root.value(settingsName).toObject().value(section).toObject().value(own);
}

void SettingsDocument::set(QLatin1StringView name, const QJsonValue &value)
{
    const auto [section, own] = split(name);
    QJsonObject all = m_root.value(settingsName).toObject();
    QJsonObject values = all.value(section).toObject();
    values.insert(own, value);
    all.insert(section, values);
    m_root.insert(settingsName, all);
}

} // namespace desk
