#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "gui/desktop/quickaskbar.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

class ChatSession;
class ChatSessions;
class ComposerEdit;
class LinkOpener;
class Dialogs;
class DraftStore;
class MarkdownView;
class QuickAskDraft;
class QuickAskFiles;
class Settings;
class Workspace;

// A small window over all others for one question: the key that sends asks it in a conversation of its own, the answer grows below, Escape
// hides the window while the answer goes on. What is asked while an answer is shown follows it in the same conversation. Without a
// connection a question waits its turn, as in the main window, and the window says so. What is taken from the desktop is shown before it is
// sent.
class QuickAskWindow : public QWidget
{
    Q_OBJECT
public:
    QuickAskWindow(ChatSessions &sessions, Workspace &workspace, Dialogs &dialogs, QWidget *parent = nullptr);

    void followSettings(Settings &settings); // which key sends; else Enter does
    // Once, after followSettings(): what a question can be about besides its text, and who answers it. All outlive it. pastedDir: see
    // PastedFiles.
    void offer(const QuickAskBar::Parts &parts, const QString &pastedDir);
    void keepDrafts(DraftStore &drafts); // once, after offer(); without it what is written ends with the window. It outlives it.
    ~QuickAskWindow() override;

    void summon(); // shows it, ready to type; a new question unless one is being asked
    [[nodiscard]] const ConversationId &conversationId() const { return m_conversation; }

Q_SIGNALS:
    void conversationRequested(const desk::ConversationId &id); // to be opened in the main window

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void startOver();
    void onCleared();
    void ask();
    void send(const QString &text);
    void connectBar();
    void take(const QMimeData *source);
    void note(const QString &text);
    void comeBack();
    void onFilesChanged();
    [[nodiscard]] QString delayReason() const;
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
    QTimer m_refresh; // the answer is drawn a few times a second at most, a long one more seldom, and at once when it has ended
    QString m_activity;
    QString m_failure;
    Settings *m_settings = nullptr;
    QString m_accepted; // sent although something was found in it
    Dialogs &m_dialogs;
    QVBoxLayout *m_column;
    QuickAskBar *m_bar = nullptr;     // null: a question is its text alone
    QuickAskFiles *m_files = nullptr; // with it
    QuickAskDraft *m_draft = nullptr;
    QString m_promised; // asked as soon as the files are uploaded
};

} // namespace desk
