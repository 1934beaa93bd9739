#pragma once

#include "gui/services.h"
#include "gui/shell/conversationwindow.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QMenu;

namespace desk {

class ChatPage;

// The windows of single conversations beside the main window, one for each, and the Window menu (D-27). A draft has one place: while a
// conversation has its window it is written there, and the main window only shows it; opening and closing hand draft and files over.
//
// Another account closes them all: what they show is not its. Closing one ends no turn.
class ConversationWindows : public QObject
{
    Q_OBJECT
public:
    ConversationWindows(const Services &services, QWidget &main, ChatPage &mainChat); // child of the main window
    ~ConversationWindows() override;

    void setShared(const ConversationWindow::Shared &shared);    // for windows opened later
    void setQuitOnClose(std::function<bool()> quits);            // false: the program goes on in the tray without windows
    void setMayClose(std::function<bool(QWidget *closing)> may); // asked when somebody closes one

    [[nodiscard]] QString whyNot(const ConversationId &id) const;           // why it cannot have a window, for people; empty: it can
    ConversationWindow *open(const ConversationId &id);                     // or comes forward; null: it cannot
    [[nodiscard]] ConversationWindow *find(const ConversationId &id) const; // null: none
    [[nodiscard]] const QList<ConversationWindow *> &windows() const { return m_windows; }
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    void closeAll(); // the program ends: they stay remembered

Q_SIGNALS:
    void opened(desk::ConversationWindow *window); // before it is shown: it may be put somewhere
    void changed();                                // one was opened, closed, moved or renamed; not by closeAll() or another account
    void statusMessage(const QString &text);       // what became of something in a window that was closed
    void newChatRequested();
    void settingsRequested();
    void insightsRequested();

private:
    ConversationWindow *create(const ConversationId &id);
    bool handBack(ConversationWindow &window);
    void onAccountGone();
    void onRemoved(const ConversationId &id);
    void fillMenu();

    Services m_services;
    QWidget &m_main;
    ChatPage &m_mainChat;
    ConversationWindow::Shared m_shared;
    std::function<bool()> m_quits;
    std::function<bool(QWidget *)> m_mayClose;
    QMenu *m_menu;
    QList<ConversationWindow *> m_windows;       // in the order of their opening
    QList<QPointer<ConversationWindow>> m_alive; // these, and those that are closed and not gone yet
};

} // namespace desk
