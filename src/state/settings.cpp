#include "state/settings.h"

#include "domain/profile.h"

#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Entry {
    Settings::Key key;
    QLatin1StringView name;
    QVariant fallback;
};

// Order follows the enum, so that the key is the index.
const auto &table()
{
    using Key = Settings::Key;
    static const std::array<Entry, 28> entries{{
        {Key::Theme, "appearance/theme"_L1, u"system"_s},
        {Key::Language, "appearance/language"_L1, QString()},
        {Key::Profile, "workspace/profile"_L1, Profile::localName()},
        {Key::Profiles, "workspace/teams"_L1, QVariantList()},
        {Key::ProviderName, "model/name"_L1, QString()},
        {Key::ProviderUrl, "model/url"_L1, QString()},
        {Key::ProviderModels, "model/models"_L1, QStringList()},
        {Key::WindowGeometry, "window/geometry"_L1, QByteArray()},
        {Key::WindowPage, "window/page"_L1, u"chat"_s},
        {Key::ChatSplitter, "window/chatSplitter"_L1, QByteArray()},
        {Key::LastConversation, "chat/lastConversation"_L1, QString()},
        {Key::DetailedLogUntil, "log/detailedUntil"_L1, QDateTime()},
        {Key::Network, "network/settings"_L1, QVariantMap()},
        {Key::SecretsSessionOnly, "secrets/sessionOnly"_L1, false},
        {Key::SecretBackends, "secrets/backends"_L1, QVariantMap()},
        {Key::SecretRemovals, "secrets/removals"_L1, QStringList()},
        {Key::NotifyAnswers, "desktop/notifyAnswers"_L1, true},
        {Key::TrayIcon, "desktop/trayIcon"_L1, true},
        {Key::QuickAskBound, "desktop/quickAskBound"_L1, false},
        {Key::CloseToTray, "desktop/closeToTray"_L1, false},
        {Key::EnterSends, "chat/enterSends"_L1, true},
        {Key::SendGuard, "chat/sendGuard"_L1, QVariantMap()},
        {Key::SpellLanguage, "chat/spellLanguage"_L1, QString()},
        {Key::RestoreSession, "window/restoreSession"_L1, true},
        {Key::OpenWindows, "window/open"_L1, QVariantMap()},
        {Key::RecentCommands, "palette/recent"_L1, QStringList()},
        {Key::Repaired, "settings/repaired"_L1, QVariantMap()},
        {Key::InsightsShown, "chat/insightsShown"_L1, false},
    }};
    return entries;
}

const Entry &entry(Settings::Key key)
{
    const Entry &found = table().at(static_cast<size_t>(key));
    Q_ASSERT(found.key == key);
    return found;
}

} // namespace

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_repair(SettingsRepair::repair(path))
    , m_settings(path, QSettings::IniFormat)
{
    if (m_repair)
        set(Key::Repaired, QVariantMap{{u"file"_s, m_repair->badFile}, {u"hasCopy"_s, m_repair->hasCopy}});
    else
        SettingsRepair::keepCopy(path);
}

Settings::~Settings()
{
    m_settings.sync();
    SettingsRepair::keepCopy(m_path);
}

QVariant Settings::value(Key key) const
{
    const Entry &e = entry(key);
    return m_settings.value(QString(e.name), e.fallback);
}

void Settings::set(Key key, const QVariant &newValue)
{
    if (value(key) == newValue)
        return;
    m_settings.setValue(QString(entry(key).name), newValue);
    m_settings.sync();
    Q_EMIT changed(key);
}

bool Settings::isWritable() const
{
    return m_settings.isWritable();
}

} // namespace desk
