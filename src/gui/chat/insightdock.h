#pragma once

#include "domain/ids.h"

#include <QWidget>

class QToolButton;

namespace desk {

class ChatSessions;
class Dialogs;
class InsightPanel;
class InsightStore;
class Settings;
class Workspace;

// The place beside a chat for what was learned from it (CH-22), and the button that shows how much that is. Neither is there while the
// server keeps no insights, or an administrator switched them off (IN-08). Whether it is open is one choice for all chats.
class InsightDock : public QWidget
{
    Q_OBJECT
public:
    struct Context {                // everything outlives it
        InsightStore &store;        // of this chat alone
        const InsightStore &server; // of the page with all: it knows first whether there are any
        Workspace &workspace;
        ChatSessions &sessions;
        Dialogs &dialogs;
        Settings *settings = nullptr; // null: closed at first
    };

    explicit InsightDock(const Context &context, QWidget *parent = nullptr);

    void setConversation(const ConversationId &id); // empty: a new one
    void toggle();
    void focusContent();
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] QToolButton *button() const { return m_button; } // for the head of the chat

Q_SIGNALS:
    void allRequested();

private:
    void update();
    void updateButton();

    Context m_context;
    InsightPanel *m_panel;
    QToolButton *m_button;
    ConversationId m_conversation;
    bool m_open = false;
};

} // namespace desk
