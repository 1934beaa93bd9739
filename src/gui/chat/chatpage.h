#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "state/chat/chatsession.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QVariantMap>
#include <QWidget>

#include <functional>
#include <optional>

class QHBoxLayout;
class QMimeData;
class QSplitter;
class QStackedWidget;

namespace desk {

class AgentStore;
class ApprovalCard;
class ApprovalControl;
class AttachmentQueue;
class ChatOptionsControl;
class ChatSessions;
class Composer;
struct ComposeServices;
class ConversationHead;
class ConversationListModel;
class ConversationPanel;
class ConversationStore;
class DeletionBar;
class ConversationTools;
class Dialogs;
class DraftStore;
class DropOverlay;
class ElsewhereBar;
class EmptyState;
class ErrorBanner;
class FolderBar;
class FollowUpCard;
class ImageFetcher;
class InputHistory;
class InsightDock;
class InsightStore;
class LinkOpener;
class PastedFiles;
class GuardBar;
class PromptBar;
class PromptControl;
class SendGuard;
class SavedNote;
class Settings;
class RatingsExport;
class RatingStore;
class SidePane;
class SidePanels;
class SourceFiles;
class SourcePanel;
class ToolRun;
class TranscriptView;
class TurnActions;
class WaitingSendBar;
class AgentWelcome;
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
        bool alone = false;           // one conversation in a window of its own: no list, and no new chats here
        std::function<InsightStore *(QObject *parent)> newInsights = {}; // empty: none stand beside the chat
        const InsightStore *insights = nullptr;                          // says whether the server keeps any
        RatingStore *ratings = nullptr;                                  // null: answers cannot be rated
        ConversationTools *tools = nullptr;                              // null: see ConversationPanel::Extras
        SourceFiles *sources = nullptr;                                  // null: originals of sources cannot be saved
        ImageFetcher *images = nullptr;                                  // null: pictures of answers are never shown
        const ComposeServices *compose = nullptr;                        // null: the composer has no more than a text needs
        // One for each call that is looked into; empty: tools cannot be run again.
        std::function<ToolRun *(const QString &tool, QObject *parent)> newToolRun = {};
    };

    explicit ChatPage(const Services &services, QWidget *parent = nullptr);
    ~ChatPage() override;

    void newChat();
    void newChatWith(const QString &agentName); // as chosen on the agents page (CA-20)
    void openConversation(const ConversationId &id);
    // Of the conversation that is open: scrolls to it, loading what is missing, and marks the words. An empty id: nothing.
    void showMessage(const MessageId &id, const QString &needle);
    void focusComposer();
    void stop();
    void attachFiles();
    [[nodiscard]] QString attachProblem() const; // why files cannot be attached, for people; empty when they can
    void openOptions();                          // of the conversation that is shown
    void openPrompts();                          // the library
    void exportConversation();                   // asks what and where; loads what is not loaded first
    [[nodiscard]] bool canExport() const;
    [[nodiscard]] RatingsExport &ratings() const { return *m_ratingsExport; }
    [[nodiscard]] ConversationPanel &conversations() { return *m_panel; }
    [[nodiscard]] bool hasOptions() const { return m_options != nullptr; }
    [[nodiscard]] bool hasPrompts() const { return m_prompts != nullptr; }
    [[nodiscard]] ConversationId conversationId() const;
    [[nodiscard]] ChatSession *session() const { return m_session; }
    [[nodiscard]] TranscriptView *transcript() const { return m_transcript; }
    // A conversation that is written in a window of its own is only read here, as long as that window is open: so a draft has one place.
    using Elsewhere = std::function<bool(const ConversationId &id)>;
    void setElsewhere(Elsewhere isWrittenElsewhere);
    void updateElsewhere(); // after its answer changed; keeps or shows the draft
    [[nodiscard]] bool isElsewhere() const { return m_elsewhere; }
    // A message that goes by itself when the files of its conversation are uploaded (CH-83, BUG-33), whichever is shown then. One that
    // cannot go then stays a draft, and statusMessage() says so. Taken, it is whoever's took it: of a conversation that is shown with the
    // text that stands there now.
    struct PromisedSend {
        QString text;       // was looked at (D-51)
        QStringList agents; // to be asked
    };
    [[nodiscard]] std::optional<PromisedSend> takePromise(const ConversationId &conversation);
    void promise(const ConversationId &conversation, const PromisedSend &send);
    void addText(const QString &text);                                  // behind what is written
    void takeFiles(const QStringList &paths);                           // as when they are dropped here
    [[nodiscard]] static QStringList localFiles(const QMimeData &data); // that can be dropped
    void toggleInsights();
    [[nodiscard]] bool hasInsights() const; // there is a server that keeps some
    [[nodiscard]] TurnActions *turnActions() const { return m_turns; }
    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);
    [[nodiscard]] QVariantMap paneStates() const; // which stand in windows of their own, see SidePane
    void restorePanes(const QVariantMap &states);

Q_SIGNALS:
    void settingsRequested();                               // to connect a language model
    void statusMessage(const QString &text);                // short-lived, for the window's status line
    void conversationShown(const desk::ConversationId &id); // empty: a new one
    void canExportChanged();
    void newChatRequested();                                                 // only from a page that stands alone
    void windowRequested(const desk::ConversationId &id);                    // show it in a window of its own
    void textRequested(const desk::ConversationId &id, const QString &text); // to be written where the conversation is written
    void layoutChanged();                                                    // the splitter was moved, or a pane
    void insightsRequested();                                                // the page with all
    void searchRequested(const QString &text);                               // in all messages

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectServices();
    void connectDrafts();
    void closeMessageWindows(); // that show what the account that was open said or was told
    void followSettings();
    void connectComposer();
    void connectElsewhere();
    void connectPanes();
    void showWhoWrites();
    void connectTranscript();
    void connectCompose();
    void showSession(ChatSession *session);
    void onSessionState();
    void connectAgent();
    void beginWithAgent();
    void leaveAgent();
    [[nodiscard]] bool showAgentWelcome(); // false: the new chat is no single agent's
    void updatePane();
    void updateSendState();
    void updateElapsed();
    void submit();
    void sendNow(const QString &text);
    [[nodiscard]] bool isPromised() const; // what is written here
    void cancelPromise();
    void onEscape(); // the answer that is written, then the message that waits
    void updatePromise();
    void showPromise();
    void keepPromises();
    void keepPromise();
    void keepPromiseOf(const ConversationId &conversation);
    [[nodiscard]] bool isAskedAbout(const QString &text) const; // before it is sent
    void answerPrompt(const QString &text);
    void onQuestion();
    void connectApproval();
    void showQuestion();
    void showDoubt(const PendingQuestion &question);
    void onAgentChosen(const QString &agent);
    void keepAnswer();
    void onDeleted(const ConversationId &id);
    void showError(const Error &error);
    void askWithFile(const QString &title, const QString &question);
    void connectTurnParts();
    [[nodiscard]] std::optional<StoredFile> attachedFile(int row, int index) const;
    void showCitation(int row, int index);
    void showLinkedSource(const QList<Citation> &citations, const QString &href);
    void showSources(const QList<Citation> &citations, int index);
    void closeSource();
    void walkPanes(int step);
    void showRouting(int row, const QPoint &at);
    void askInstead(int questionRow, const QString &agent);
    void askVersion(ChatSession &session, const QString &questionKey, const QString &agent);
    void updateAgentNames();
    [[nodiscard]] int lastQuestion(int before) const; // the newest question above that row; -1: none
    void showReader(int row);
    void onListRemoved(const QList<ConversationId> &ids);
    void exportSelected(const QList<ConversationId> &ids);
    void openExport(const QPointer<ChatSession> &session);
    void keepDraft();
    void showDraft();
    void showDraftAgents(const QStringList &agents);
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
    QString m_questionShown; // PendingQuestion::key of what the card asks
    QHash<ConversationId, PromisedSend> m_promises;
    Elsewhere m_isElsewhere;
    bool m_elsewhere = false;
    QHash<QString, QString> m_agentNames; // for people, by id and by name
    QString m_begunWith;                  // the agent that the new chat is to begin with, while it is not known
    QString m_agentOfNewChat;             // it has begun with this one, and nothing was asked yet
    std::optional<Error> m_agentsError;   // why they are not known

    QSplitter *m_splitter;
    SidePanels *m_sides = nullptr;
    QHBoxLayout *m_head = nullptr; // title and what is beside it
    ConversationPanel *m_panel;
    QWidget *m_chat;
    ConversationHead *m_title;
    SavedNote *m_saved;
    ErrorBanner *m_banner;
    QStackedWidget *m_stack;
    TranscriptView *m_transcript;
    SourcePanel *m_source;
    SidePane *m_sourcePane = nullptr;
    SidePane *m_insightsPane = nullptr;
    WelcomePane *m_welcome;
    AgentWelcome *m_agentWelcome;
    EmptyState *m_loading;
    PromptBar *m_prompt;
    FollowUpCard *m_followUp;
    ApprovalCard *m_approval;
    ApprovalControl *m_approvalControl;
    ElsewhereBar *m_elsewhereBar;
    GuardBar *m_guardBar;
    WaitingSendBar *m_waitingBar;
    FolderBar *m_folders;
    Composer *m_composer;
    DropOverlay *m_overlay;
    LinkOpener *m_links;
    PastedFiles *m_pasted;
    InputHistory *m_history;
    InsightDock *m_insights = nullptr;
    DeletionBar *m_undo;
    TurnActions *m_turns;
    RatingsExport *m_ratingsExport;
    SendGuard *m_guard = nullptr;            // without settings nothing is looked for
    ChatOptionsControl *m_options = nullptr; // these two where there is a store for them
    PromptControl *m_prompts = nullptr;
};

} // namespace desk
