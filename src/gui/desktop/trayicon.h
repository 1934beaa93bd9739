#pragma once

#include "domain/ids.h"

#include <QIcon>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QAction;
class QMenu;

namespace desk {

class ChatSessions;
class ConversationStore;

// The program in the desktop's tray: how many answers are being written, and the shortest ways in. Shown only where there is a tray.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    TrayIcon(ChatSessions &sessions, ConversationStore &conversations, QObject *parent = nullptr);
    ~TrayIcon() override;

    void setShown(bool shown);
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] QMenu &menu() { return *m_menu; }
    [[nodiscard]] QSystemTrayIcon &icon() { return *m_icon; }

    [[nodiscard]] static QIcon iconFor(int running); // with the number on it

Q_SIGNALS:
    void openRequested();
    void newChatRequested();
    void quickAskRequested();
    void conversationRequested(const desk::ConversationId &id);
    void quitRequested();

private:
    void update();
    void fillRunning();

    ChatSessions &m_sessions;
    ConversationStore &m_conversations;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_icon;
    QAction *m_heading;
    QAction *m_end; // of the running answers
    QList<QAction *> m_running;
};

} // namespace desk
