#include "state/settings.h"

#include "state/settings/settingsentry.h"
#include "state/settings/settingsvalue.h"

using namespace Qt::StringLiterals;

namespace desk {

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
{
    if (const auto &repair = m_file.repair())
        set(Key::Repaired, QVariantMap{{u"file"_s, repair->badFile}, {u"hasCopy"_s, repair->hasCopy}});
}

QVariant Settings::value(Key key) const
{
    const SettingsEntry &entry = SettingsEntry::of(key);
    return SettingsValue::fromJson(m_file.value(entry.name), entry.type()).value_or(entry.fallback);
}

void Settings::set(Key key, const QVariant &newValue)
{
    setAll({{key, newValue}});
}

void Settings::setAll(const QList<std::pair<Key, QVariant>> &values)
{
    QList<Key> isNew;
    for (const auto &[key, newValue] : values) {
        if (put(key, newValue))
            isNew.append(key);
    }
    m_file.write();
    for (const Key key : std::as_const(isNew))
        Q_EMIT changed(key);
}

bool Settings::put(Key key, const QVariant &newValue)
{
    const SettingsEntry &entry = SettingsEntry::of(key);
    const QVariant before = value(key);
    const QJsonValue json = SettingsValue::toJson(newValue, entry.type());
    const QJsonValue stored = m_file.value(entry.name);
    if (json == (stored.isUndefined() ? SettingsValue::toJson(entry.fallback, entry.type()) : stored))
        return false;
    m_file.set(entry.name, json);
    return value(key) != before;
}

} // namespace desk
