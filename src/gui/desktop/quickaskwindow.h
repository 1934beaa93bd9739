#pragma once

#include "domain/error.h"
#include "domain/ids.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

class ChatSession;
class ChatSessions;
class ComposerEdit;
class LinkOpener;
class Dialogs;
class MarkdownView;
class Settings;
class Workspace;

// A small window over all others for one question: the key that sends asks it in a conversation of its own, the answer grows below, Escape
// hides the window while the answer goes on. What is asked while an answer is shown follows it in the same conversation.
class QuickAskWindow : public QWidget
{
    Q_OBJECT
public:
    QuickAskWindow(ChatSessions &sessions, Workspace &workspace, Dialogs &dialogs, QWidget *parent = nullptr);

    void followSettings(Settings &settings); // which key sends; else Enter does
    ~QuickAskWindow() override;

    void summon(); // shows it, ready to type; a new question unless an answer is being written
    [[nodiscard]] const ConversationId &conversationId() const { return m_conversation; }

Q_SIGNALS:
    void conversationRequested(const desk::ConversationId &id); // to be opened in the main window

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void startOver();
    void ask();
    void attach(ChatSession *session);
    void updateAnswer();
    void updateState();
    void showFailure(const Error &error);
    [[nodiscard]] bool mayAsk(const QString &text);
    void place();
    [[nodiscard]] QString blockedReason() const;

    ChatSessions &m_sessions;
    Workspace &m_workspace;
    QPointer<ChatSession> m_session; // null: none yet, or it was let go while its answer is still shown
    ConversationId m_conversation;
    ComposerEdit *m_edit;
    QPushButton *m_send;
    QLabel *m_question;
    QLabel *m_note;
    MarkdownView *m_answer;
    QPushButton *m_stop;
    QPushButton *m_again;
    QPushButton *m_open;
    LinkOpener *m_links;
    QTimer m_refresh; // the answer is drawn a few times a second at most
    QString m_activity;
    QString m_failure;
    Settings *m_settings = nullptr;
    QString m_accepted; // sent although something was found in it
};

} // namespace desk
