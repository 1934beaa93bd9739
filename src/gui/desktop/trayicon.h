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

// The program in the desktop's tray: how many answers are being written, what was not seen yet, and the shortest ways in. Shown only where
// there is a tray. The tip says the same in words: it is what a tray gives to a screen reader.
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

    void setUnseen(int answers, int questions);

    // With a number on it: of what was not seen, in a square; otherwise of what runs, in a circle.
    [[nodiscard]] static QIcon iconFor(int running, int unseen = 0);

Q_SIGNALS:
    void openRequested();
    void newChatRequested();
    void quickAskRequested();
    void conversationRequested(const desk::ConversationId &id);
    void quitRequested();

private:
    void update();
    void fillRunning();
    [[nodiscard]] QStringList unseenWords() const;

    ChatSessions &m_sessions;
    ConversationStore &m_conversations;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_icon;
    QAction *m_heading;
    QAction *m_unseen; // shown, with its separator, while there is something
    QAction *m_unseenEnd;
    QAction *m_end; // of the running answers
    QList<QAction *> m_running;
    int m_answers = 0; // not seen
    int m_questions = 0;
};

} // namespace desk
