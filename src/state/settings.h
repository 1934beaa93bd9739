#pragma once

#include "state/settingsrepair.h"

#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariant>

#include <optional>

namespace desk {

// Everything the user can choose and the window remembers. One INI file, its path injected; no secrets, ever. A damaged one is replaced by
// its last good copy (see SettingsRepair); Key::Repaired then says so.
class Settings : public QObject
{
    Q_OBJECT
public:
    enum class Key {
        Theme,        // "system", "light" or "dark"
        Language,     // "" = the system's
        Profile,      // name of the profile opened at start; "Local workspace" by default
        Profiles,     // QVariantList of QVariantMap {name, url}; the local one is not in it
        ProviderName, // the language model of the local workspace; empty = built-in engine only
        ProviderUrl,
        ProviderModels, // QStringList, first is the default
        WindowGeometry,
        WindowPage,
        ChatSplitter,
        LastConversation,
        DetailedLogUntil,   // QDateTime, UTC: until then the log is detailed (LOG-02)
        Network,            // QVariantMap, see NetworkSetup; no password
        SecretsSessionOnly, // bool: the person wants no keychain
        SecretBackends,     // QVariantMap: in which keychain each entry is, names only (KEY-08)
        SecretRemovals,     // QStringList: names of what is still to be taken out of the keychain (AUTH-17)
        NotifyAnswers,      // bool: the desktop tells when an answer has ended that nobody watches
        TrayIcon,           // bool: shown where there is a tray
        QuickAskBound,      // bool: the desktop gave the quick question a key
        CloseToTray,        // bool: closing the window leaves the program in the tray
        EnterSends,         // bool: Enter sends a message; else Ctrl+Enter does and Enter makes a new line
        SendGuard,          // QVariantMap by profile, see GuardPolicy
        SpellLanguage,      // "" = by the language of the program, "off", or the name of a dictionary
        RestoreSession,     // bool: the windows that were open are opened again at the next start
        OpenWindows,        // QVariantMap by profile, see WindowMemory
        RecentCommands,     // QStringList: what the palette ran, newest first
        Repaired,           // QVariantMap {file, hasCopy}: a damaged file was set aside and nobody was told yet
        InsightsShown       // bool: the insights of a conversation stand beside it
    };

    explicit Settings(const QString &path, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] QVariant value(Key key) const;
    [[nodiscard]] QString text(Key key) const { return value(key).toString(); }
    void set(Key key, const QVariant &value); // written at once; emits changed() only for a new value
    [[nodiscard]] bool isWritable() const;    // false: read-only folder, changes live for this session

Q_SIGNALS:
    void changed(desk::Settings::Key key);

private:
    QString m_path;
    std::optional<SettingsRepair> m_repair; // before the file is opened
    QSettings m_settings;
};

} // namespace desk
