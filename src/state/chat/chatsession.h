#pragma once

#include "domain/conversation.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/chat/pendingquestion.h"
#include "state/chat/toolapproval.h"
#include "state/chat/turndelivery.h"
#include "state/chat/turnprojection.h"
#include "state/chat/turnsilence.h"
#include "state/chat/turntrace.h"
#include "state/models/transcriptmodel.h"
#include "state/store/branchrecord.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <optional>

namespace desk {

class ApiClient;
class BranchTree;
class ConversationStore;
struct MessageVersion;
class ConversationCache;
struct Run;
struct SavedMessages;
template <typename T>
struct Page;
class TurnJournal;
class Workspace;

// One open conversation: its history, the turn under way, and the messages that wait behind it. All of it belongs to this object and not
// to a view: switching pages or conversations neither stops a turn nor lets its answer land elsewhere.
//
// A conversation is a projection of the server's messages and this computer's journal: a question is on disk before it is sent, an event
// before it is shown, and whatever was open when the program ended goes on when it is opened again.
class ChatSession : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Loading, Sending, Streaming, Reconnecting };
    Q_ENUM(State)

    // A null journal keeps nothing on disk.
    ChatSession(ApiClient &api, Workspace &workspace, ConversationStore &conversations, TurnJournal *journal = nullptr,
                QObject *parent = nullptr);
    ~ChatSession() override;

    void setCache(ConversationCache *cache) { m_cache = cache; } // before open(); null: no copies are kept or shown

    // Loads the journal and the newest page, and goes on with what is open. An empty id is a new conversation: it gets a provisional one
    // with the first send, and the server's when that names it.
    // Whoever waits for pages of another one is told that it was Cancelled.
    void open(const ConversationId &id);
    void loadOlder(); // one page more at the top; nothing if all is there
    // Every page that is missing, then done(ok), or why not; never after context is gone.
    void loadWhole(QObject *context, std::function<void(const Result<> &outcome)> done);
    // Loads what is missing up to a message, out of the copies on this computer where they are whole, then done(its row), or why not. One
    // in a version that is not shown brings that version.
    void reach(const MessageId &id, QObject *context, std::function<void(const Result<int> &row)> done);
    // Nothing of what is shown was heard from the server since it was opened: copies of an earlier time (D-05).
    [[nodiscard]] bool isSavedCopy() const { return m_isSavedCopy; }
    [[nodiscard]] const QDateTime &savedAt() const { return m_savedAt; } // may be invalid
    // At once when nothing is under way and there is a connection; otherwise it waits its turn, visibly.
    void send(const QString &text, const QList<StoredFile> &files, const QStringList &agents, const ChatOptions &options = {});
    void stop(); // ends the turn on the server; the partial text stays, marked
    // A message that waits goes next: the answer under way is stopped for it, and what there is of it stays (CH-86). Empty: it can be done.
    [[nodiscard]] QString whyNotSendNow(int row) const;
    void interruptAndSend(int row);
    void retry(int row); // a failed, stopped or interrupted message once more
    // A message that waits, back to whoever wrote it; nothing when it is on its way already.
    [[nodiscard]] std::optional<TurnRequest> withdraw(int row);

    // Versions (D-42; what they are, and what a server makes of them: state/turns/branchtree.h). Each why… is for people, empty when it can
    // be done; the doing does nothing when it cannot.
    [[nodiscard]] QString whyNoNewVersion(int row) const;
    // The question of this row once more, to the same agents and model where none are named; what is there stays beside it.
    void regenerate(int row, const QStringList &agents = {}, const QString &model = {});
    void sendVersion(int row, const QString &text); // the same with another text
    [[nodiscard]] QString whyNoOtherVersion() const;
    void chooseVersion(int row, int number);                       // from 1
    void keepVersion(const QString &node);                         // the same, by MessageVersion::node
    [[nodiscard]] QList<MessageVersion> versionsOf(int row) const; // empty: there is one only
    [[nodiscard]] bool seesOtherVersions() const;                  // the server shows them to the model too

    // Deleting (CH-64). A question goes with its answer. It is gone at once here and in undoMs on the server; when the program ends before
    // that, the next start finishes it. What the server refuses comes back, and failed() says why.
    static constexpr int undoMs = 10'000;
    [[nodiscard]] QString whyNotRemove(int row) const;
    void removeMessage(int row);
    void undoRemove();
    void finishRemove();                                       // nobody will undo it
    [[nodiscard]] TurnSilence &silence() { return m_silence; } // of the running turn's server; activity() tells of it
    void setUndoTime(int ms) { m_undo.setInterval(ms); }
    [[nodiscard]] qsizetype undoableCount() const { return m_undoable; } // messages that can come back; 0: none
    [[nodiscard]] bool hasRemovals() const { return !m_removals.isEmpty(); }
    // Nothing is under way, waits, or is known to this object alone: it can be made anew from the disk and the server.
    [[nodiscard]] bool canBeLetGo() const;

    // What the server said in the turn of this answer, as far as this computer keeps it, also offline and after a restart; else what is
    // stored of the message. Read and looked through in other threads; done() is not called when context is gone.
    void loadTrace(int row, QObject *context, std::function<void(const TurnTrace &trace)> done);

    void reconnectNow(); // from a wait before the next try, of a question as of an answer

    [[nodiscard]] TranscriptModel &transcript() { return m_transcript; }
    [[nodiscard]] const ConversationId &conversationId() const { return m_conversationId; } // may be provisional
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_state != State::Idle && m_state != State::Loading; }
    [[nodiscard]] qsizetype waitingCount() const { return m_queue.size(); }
    [[nodiscard]] bool canLoadOlder() const
    {
        return m_isSavedCopy ? m_savedOlder > 0 : !m_server.isEmpty() && m_server.size() < m_totalMessages;
    }
    // Messages before those that are shown, as the server last counted them.
    [[nodiscard]] qsizetype olderCount() const
    {
        const qsizetype older = m_isSavedCopy ? m_savedOlder : m_totalMessages - m_server.size() - std::max<qsizetype>(0, m_newer);
        return canLoadOlder() ? std::max<qsizetype>(0, older) : 0;
    }
    [[nodiscard]] qint64 elapsedMs() const;                              // of the running turn
    [[nodiscard]] const QString &lastActivity() const { return m_said; } // as activity() told it

    // What the server would like to know about the person (IN-09), as it came and untrusted; empty: nothing. Kept with the session.
    [[nodiscard]] const QString &followUp() const { return m_followUp; }
    void closeFollowUp(); // answered or put away: the same question is not shown again
    // What the agent waits for (CH-51, CH-52, BUG-44): kept while other conversations are shown, and read again out of the journal.
    [[nodiscard]] const PendingQuestion &pendingQuestion() const { return m_question; }
    // What tools of the turn under way wait for (APPR-01); asked again when its stream or its journal is read again (DATA-06).
    [[nodiscard]] ToolApproval &approval() { return m_approval; }
    void closeDoubt(); // of a PendingQuestion that is one: settled for good, also after a restart

Q_SIGNALS:
    void stateChanged(desk::ChatSession::State state);
    void waitingChanged(qsizetype count);
    void conversationIdChanged(const desk::ConversationId &id, const desk::ConversationId &before);
    void titleChanged(const QString &title);
    void undoableChanged(qsizetype messages);
    void eventReceived(const desk::wire::ServerEvent &event); // as it came, before it changes anything
    void activity(const QString &text);                       // what is going on, for the status line and screen readers
    void prompted(const desk::Prompt &prompt);                // the agent asks; the reply is a normal next message, or approval()'s
    void questionChanged();                                   // pendingQuestion()
    void followUpChanged();
    void agentAsked(const desk::RoutingDecision &routing); // which agent is to answer; the choice is the same question once more
    void turnEnded(bool success);
    void failed(const desk::Error &error);
    void savedCopyChanged();
    void notKept(const desk::Error &error); // the disk does not take what is shown; once for each turn

private:
    void setState(State state);
    void forgetAll();
    void readJournal();
    void readAgain();
    void mergeRead(const QList<TurnRecord> &turns);
    void onJournal(const QList<TurnRecord> &turns);
    void loadPage(qsizetype offset, bool first);
    void endLoading();
    void onPage(const Page<Message> &page, bool first);
    void goOnWaiting(const Result<> &outcome);
    void goOnLoadingWhole(const Result<> &outcome);
    void loadSaved(qsizetype count);
    void onSaved(const SavedMessages &saved);
    void leaveSaved();
    void takeWholeCopy(const SavedMessages &saved);
    void goOnReaching();
    bool tellReaches(bool all, const std::optional<Error> &error);
    void keepCopy(const Page<Message> &page, qsizetype offset);
    void keepCopy(const TurnRecord &turn);
    [[nodiscard]] Conversation record() const;
    void showRows();
    [[nodiscard]] QList<TranscriptModel::Entry> allEntries() const; // shown or not
    [[nodiscard]] QSet<QString> goneKeys(const QList<TranscriptModel::Entry> &entries) const;
    [[nodiscard]] BranchTree tree() const;
    void updateQuestion(); // after every change of the last rows
    void showVersions();   // of the rows that are there
    void addVersion(int row, const QString &text, const QStringList &agents = {}, const QString &model = {});
    [[nodiscard]] Result<int> rowToReach(const MessageId &message);
    void unlink(const QString &node); // a turn that will never be
    void place(TurnRecord &turn, const QList<BranchRecord> &records);
    [[nodiscard]] QList<BranchRecord> recordsFor(const TurnRecord &turn, const QString &replaces, const std::optional<QString> &parent);
    [[nodiscard]] BranchRecord *findBranch(const QString &node);
    [[nodiscard]] qint64 nextPick() const;
    [[nodiscard]] TurnRecord newTurn(const TurnRequest &request) const;
    void setUndoable(qsizetype messages);
    void onUndoOver();
    void finishRemovals();
    void lookForIds(const RemovalRecord &removal);
    void onIdsKnown(RemovalRecord removal, const QList<Message> &newest);
    void removeNext(const RemovalRecord &removal, const QList<RemovalRecord::Row> &done);
    void endRemoval(const RemovalRecord &removal, const QList<RemovalRecord::Row> &done);
    void forgetRows(const RemovalRecord &removal, const QList<RemovalRecord::Row> &rows);
    void lookForActiveRun();
    void onActiveRun(const RunId &run);
    void watchRun(const RunId &run);
    void lookForStopped();
    [[nodiscard]] bool hasNamelessStop() const;
    void lookForStoppedLater(const Error &error);
    [[nodiscard]] bool cancelIfStopped(const Run &run);
    [[nodiscard]] bool isOfStopped(const Run &run, const TurnRecord &stopped) const;
    void onReady();
    // row: -1 is where the queue has it.
    void enqueue(const TurnRequest &request, int row, qsizetype at, const ConversationId &draftOf, const QString &replaces = {},
                 const std::optional<QString> &parent = {});
    void numberFrom(qsizetype at); // in the queue
    void writeBeginning(const TurnRecord &turn, const ConversationId &draftOf, const QString &replaces,
                        const QList<BranchRecord> &branches = {}, const QStringList &behind = {});
    void beginOnDisk(const TurnRecord &turn, const QList<BranchRecord> &branches, const QStringList &behind);
    void onBegun(const QString &turn, const Result<> &outcome);
    void forgetBeginning(const QString &turn);
    void writeMissing();
    void writeAgainLater();
    void onLeftOpen();
    void onSilence(bool silent);
    [[nodiscard]] bool knowsItsPlace();
    void startNext();
    void makeCurrent(const TurnRecord &turn);
    void addAnswerRow();
    void say(const QString &text);
    void sayPhase();
    void deliver();
    void handOver(const TurnRecord &turn, bool isNew);
    void findOthers(bool isNew, std::function<void()> then);
    void resend(int row);
    void onEvents(const QList<wire::ServerEvent> &events);
    void onStartsOver();
    void onRunCreated(const RunCreated &event);
    void onNamed(const ConversationId &id, const QString &title);
    void onFollowUp(const QString &question);
    void onApprovalAsked(const Prompt &prompt);
    void onCompleted(const TurnCompleted &event);
    void onFailed(const TurnFailed &event);
    void onEnded(const TurnDelivery::Ending &ending);
    void onPhase(TurnDelivery::Phase phase);
    void backToWaiting(const Error &error, bool mayHaveArrived = false);
    void waitForNextTry();
    void finishTurn(TurnState state, const QString &errorText);
    void keep(TurnRecord &turn, std::function<void(const Result<> &outcome)> then = {});
    void tellNotKept(const Error &error);
    void touchConversation(bool running);
    void adopt(const ConversationId &id);
    [[nodiscard]] MessageId lastServerId() const;
    [[nodiscard]] QString turnOfAnswer(int row) const; // empty: not of this computer

    ApiClient &m_api;
    Workspace &m_workspace;
    ConversationStore &m_conversations;
    TurnJournal *m_journal;
    ConversationCache *m_cache = nullptr;
    TranscriptModel m_transcript;
    TurnProjection m_projection;
    PendingQuestion m_question;
    QString m_said; // as activity() said it last
    QString m_followUp;
    QString m_closedFollowUp;
    ToolApproval m_approval;
    TurnDelivery m_delivery;
    TurnSilence m_silence;
    ConversationId m_conversationId;
    QString m_title;
    State m_state = State::Idle;
    QList<Message> m_server;          // its messages, as far as they are loaded, oldest first
    QList<Message> m_saved;           // copies, while nothing of the server's is here
    QList<TurnRecord> m_ended;        // of the journal, and of this session
    std::optional<TurnRecord> m_turn; // under way
    QList<TurnRecord> m_queue;        // behind it, in order
    struct Beginning {
        ConversationId draftOf;
        QString replaces;
        bool hasFailed = false; // false: the journal has not answered yet
    };
    QHash<QString, Beginning> m_unwritten; // by turn: what goes with its first write, until the disk has taken it
    QSet<QString> m_unkept;                // turns of which the disk has refused what became of them
    QList<BranchRecord> m_branches;        // of turns that stand elsewhere than behind the one before
    QList<RemovalRecord> m_removals;       // not yet gone from the server
    struct TakenBack {
        TurnRequest request;
        qsizetype place = 0;
    };
    std::optional<TakenBack> m_takenBack; // a message that waited and was deleted
    QString m_undoableRemoval;
    qsizetype m_undoable = 0;
    QTimer m_undo;
    QList<std::function<void(const Result<> &)>> m_wholeWanted;
    QTimer m_offline; // until the next attempt
    QElapsedTimer m_turnClock;
    qsizetype m_totalMessages = 0; // on the server, as last told
    int m_offlineTries = 0;
    int m_writes = 0;          // of what became of turns, under way
    qint64 m_lastSeq = 0;      // TurnRecord::seq, counted on from the journal's
    quint64 m_generation = 0;  // answers for an earlier open() are dropped
    ConversationId m_promised; // named by a server that stores it only with its first answer (contract 4.6)
    qsizetype m_newer = 0;     // messages the server has got since the first page: pages are counted from the newest
    bool m_needsHistory = false;
    bool m_needsJournal = false; // what is under way is not known: to be read anew when there is a connection
    bool m_loadingPage = false;
    bool m_isDelivering = false; // the turn under way; false: it was found open, and there is no connection yet
    bool m_isHeld = false;       // one was refused: those behind it wait for the person
    bool m_toldNotKept = false;
    bool m_mayRun = false;     // one that was stopped, in a run that is not known
    bool m_needsOlder = false; // what is shown continues a turn that is not loaded
    bool m_isRemoving = false;
    struct Reach {
        MessageId message;
        std::function<void(const Result<int> &)> done;
    };
    QList<Reach> m_reaches;
    QDateTime m_savedAt;
    qsizetype m_savedOlder = 0; // copies before those that are shown
    bool m_hasPage = false;     // of the server
    bool m_isSavedCopy = false;
    bool m_isReaching = false; // copies or pages are being read for it
};

} // namespace desk
