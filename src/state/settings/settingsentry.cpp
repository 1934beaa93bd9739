#include "state/settings/settingsentry.h"

#include "domain/profile.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace desk {

// Order follows the enum, so that the key is the index.
const QList<SettingsEntry> &SettingsEntry::all()
{
    using Key = Settings::Key;
    static const QList<SettingsEntry> entries{
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
        {Key::LastConversation, "chat/lastConversation"_L1, QVariantMap()},
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
        {Key::CodeWraps, "chat/codeWraps"_L1, false},
        {Key::CodeNumbers, "chat/codeNumbers"_L1, false},
        {Key::DetachedPanes, "window/detachedPanes"_L1, QVariantMap()},
        {Key::SavedSearches, "search/saved"_L1, QVariantMap()},
        {Key::ModelProviders, "model/providers"_L1, QVariantList()},
    };
    return entries;
}

const SettingsEntry &SettingsEntry::of(Settings::Key key)
{
    const SettingsEntry &found = all().at(static_cast<qsizetype>(key));
    Q_ASSERT(found.key == key);
    return found;
}

} // namespace desk
