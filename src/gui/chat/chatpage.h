#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "state/chatsession.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace desk {

class AgentStore;
class AttachmentQueue;
class ChatSessions;
class Composer;
class ConversationListModel;
class ConversationPanel;
class ConversationStore;
class Dialogs;
class DraftStore;
class DropOverlay;
class EmptyState;
class ErrorBanner;
class InputHistory;
class LinkOpener;
class PastedFiles;
class PromptBar;
class SavedNote;
class Settings;
class TranscriptView;
class WelcomePane;

// The chat: conversations at the side, the open one with its composer. Shows sessions, owns none: a turn goes on while another
// conversation is shown. Everything it uses is given to it and outlives it.
class ChatPage : public QWidget
{
    Q_OBJECT
public:
    struct Services {
        ChatSessions &sessions;
        ConversationStore &conversations;
        ConversationListModel &conversationList;
        AgentStore &agents;
        AttachmentQueue &attachments;
        Workspace &workspace;
        Dialogs &dialogs;
        DraftStore *drafts = nullptr; // null: what is written and not sent ends with the page
        Settings *settings = nullptr; // null: Enter sends
        QString pastedDir = {};       // where pasted files are kept with their drafts; empty: until the page goes
    };

    explicit ChatPage(const Services &services, QWidget *parent = nullptr);
    ~ChatPage() override;

    void newChat();
    void newChatWith(const QString &agentName); // as chosen on the agents page
    void openConversation(const ConversationId &id);
    // Of the conversation that is open: scrolls to it, loading what is missing, and marks the words. An empty id: nothing.
    void showMessage(const MessageId &id, const QString &needle);
    void focusComposer();
    void stop();
    void attachFiles();
    [[nodiscard]] QString attachProblem() const; // why files cannot be attached, for people; empty when they can
    void exportConversation();                   // asks what and where; loads what is not loaded first
    [[nodiscard]] bool canExport() const;
    [[nodiscard]] ConversationId conversationId() const;
    [[nodiscard]] ChatSession *session() const { return m_session; }
    [[nodiscard]] TranscriptView *transcript() const { return m_transcript; }
    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

Q_SIGNALS:
    void settingsRequested();                               // to connect a language model
    void statusMessage(const QString &text);                // short-lived, for the window's status line
    void conversationShown(const desk::ConversationId &id); // empty: a new one
    void canExportChanged();
    void searchRequested(const QString &text); // in all messages

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectServices();
    void connectTranscript();
    void showSession(ChatSession *session);
    void onSessionState();
    void updatePane();
    void updateSendState();
    void updateElapsed();
    void submit();
    void sendNow(const QString &text);
    void tryPendingSend();
    void answerPrompt(const QString &text);
    void onPrompted(const Prompt &prompt);
    void onDeleted(const ConversationId &id);
    void showError(const Error &error);
    void askWithFile(const QString &title, const QString &question);
    void showCitation(int row, int index);
    void showReader(int row);
    void openExport(const QPointer<ChatSession> &session);
    void keepDraft();
    void showDraft();
    void forgetDraft();
    void onDraftsLoaded();
    void onConversationId(const ConversationId &id);
    void takeBackWaiting();
    [[nodiscard]] QStringList questions() const; // of this conversation, newest first
    [[nodiscard]] QString blockedReason() const; // why nothing can be written now; empty when it can
    [[nodiscard]] QString delayReason() const;   // why what is sent now goes later; empty when it goes at once
    [[nodiscard]] bool hasLanguageModel() const; // a team server has its own

    Services m_services;
    ChatSession *m_session = nullptr;
    QList<QMetaObject::Connection> m_sessionConnections;
    bool m_showingDraft = false;
    QTimer m_clock;
    bool m_sendWhenUploaded = false;

    QSplitter *m_splitter;
    ConversationPanel *m_panel;
    QWidget *m_chat;
    QLabel *m_title;
    SavedNote *m_saved;
    ErrorBanner *m_banner;
    QStackedWidget *m_stack;
    TranscriptView *m_transcript;
    WelcomePane *m_welcome;
    EmptyState *m_loading;
    PromptBar *m_prompt;
    Composer *m_composer;
    DropOverlay *m_overlay;
    LinkOpener *m_links;
    PastedFiles *m_pasted;
    InputHistory *m_history;
};

} // namespace desk
