#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QString>

class QWidget;

namespace desk {

class ChatPage;
class Settings;
class Workspace;

// What the main window remembers from one start to the next: where it stood, which page and which conversation were open. The
// conversation is remembered for each profile: another server, or account, does not know it.
class WindowMemory : public QObject
{
    Q_OBJECT
public:
    WindowMemory(Settings &settings, Workspace &workspace, QWidget &window, ChatPage &chat); // child of the window

    void restoreGeometry();
    void saveGeometry();
    void rememberPage(const QString &key);
    [[nodiscard]] QString page() const;

private:
    void rememberConversation(const ConversationId &id);
    void reopenConversation();
    [[nodiscard]] QString profileKey() const;

    Settings &m_settings;
    Workspace &m_workspace;
    QWidget &m_window;
    ChatPage &m_chat;
    QString m_reopenedFor; // profile
};

} // namespace desk
