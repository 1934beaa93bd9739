#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <QVariantMap>

class QWidget;

namespace desk {

class ChatPage;
class ConversationWindow;
class ConversationWindows;
class PlaceKeeper;
class Settings;
class Workspace;

// What the windows remember from one start to the next (D-27): where they stood, which page and which conversations were open, and where
// in them somebody read. Written shortly after each change, so that a kill loses the last moment at most. Conversations and their windows
// are remembered for each profile: another server, or account, does not know them.
//
// What is kept of a profile is {conversation, place, windows: [{conversation, geometry, place}]}; a place is {key, offset}.
class WindowMemory : public QObject
{
    Q_OBJECT
public:
    // Child of the window.
    WindowMemory(Settings &settings, Workspace &workspace, QWidget &window, ChatPage &chat, ConversationWindows &windows);
    ~WindowMemory() override; // writes

    void restoreGeometry();
    void reopen(); // the conversations of the open profile, once; by itself when its server has answered
    void write();  // now
    void finish(); // the same, for the last time: what is closed from now on is remembered as open
    void rememberPage(const QString &key);
    [[nodiscard]] QString page() const; // empty: the first one

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void schedule();
    void reopenWindow(const QVariantMap &entry);
    [[nodiscard]] QVariantMap openWindows() const;
    [[nodiscard]] QString profileKey() const;
    [[nodiscard]] bool restores() const;

    Settings &m_settings;
    Workspace &m_workspace;
    QWidget &m_window;
    ChatPage &m_chat;
    ConversationWindows &m_windows;
    PlaceKeeper *m_place;
    QTimer m_idle;   // since the last change
    QTimer m_latest; // since the first
    bool m_finished = false;
    QString m_reopenedFor;     // profile
    QByteArray m_nextGeometry; // of the window that is being reopened
};

} // namespace desk
