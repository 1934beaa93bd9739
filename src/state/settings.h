#pragma once

#include "state/settings/settingsfile.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QVariant>

#include <utility>

namespace desk {

// Everything the user can choose and the window remembers. One JSON file with a version (see SettingsDocument), its path injected; no
// secrets, ever. A damaged one is replaced by its last good copy (see SettingsRepair); Key::Repaired then says so. A value of another type
// than its key has counts as its default, and stays in the file until it is set. GUI thread.
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
        LastConversation,   // QVariantMap: id by profile
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
        InsightsShown,      // bool: the insights of a conversation stand beside it
        CodeWraps,          // bool: long lines of code are wrapped; else they scroll
        CodeNumbers,        // bool: numbers beside the lines of code
        DetachedPanes,      // QVariantMap, see ChatPage: which panes stand in windows of their own, and where
        SavedSearches,      // QVariantMap by profile, see SavedSearches
        ModelProviders      // QVariantList of QVariantMap, see ProviderBook; the one in use is in the keys above, too
    };

    explicit Settings(const QString &path, QObject *parent = nullptr);

    [[nodiscard]] QVariant value(Key key) const;
    [[nodiscard]] QString text(Key key) const { return value(key).toString(); }
    // Written and flushed before it returns, so that a kill loses nothing; emits changed() only for a new value. Where it cannot be written
    // (full disk, read-only folder), the value lives in memory, and is written with the next set() and at the end if that goes by then.
    void set(Key key, const QVariant &value);
    void setAll(const QList<std::pair<Key, QVariant>> &values);           // as set() for each, written once
    [[nodiscard]] bool isWritable() const { return m_file.isWritable(); } // false: read-only folder, changes live for this session

Q_SIGNALS:
    void changed(desk::Settings::Key key); // set here; not for what another process wrote into the file

private:
    [[nodiscard]] bool put(Key key, const QVariant &value); // in memory; whether it is a new value

    SettingsFile m_file;
};

} // namespace desk
