#pragma once

#include "domain/error.h"
#include "domain/page.h"
#include "domain/result.h"
#include "state/chat/runcanceller.h"
#include "state/store/turnrecord.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

namespace desk {

class ApiClient;
class EventStream;
struct Run;
class TurnJournal;
class Workspace;

// Brings one question to the server and its answer back, through cuts, restarts of either side and silence, and sends nothing twice:
//   a server with idempotency keys gets the same question with the same key until it has taken it (HTTP-06);
//   one with stream_resume is asked for the rest of the stream, after the last event that is on disk;
//   any other is looked at before anything is said about a turn whose fate is not known (contract 4.6).
// What comes is written to the journal before received() tells of it; it comes at most once a frame (SSE-24).
//
//   Idle → Sending → Streaming ⇄ Reconnecting → Idle, and Sending | Streaming → Looking → Idle
//
// Lives in the GUI thread; one turn at a time.
class TurnDelivery : public QObject
{
    Q_OBJECT
public:
    enum class Phase { Idle, Sending, Streaming, Reconnecting, Looking };
    Q_ENUM(Phase)

    // How it ended without a terminal event. state: Waiting (nothing was sent: try again when there is a connection), Failed (refused, or
    // the server has nothing of it), Interrupted (it broke off, or the server does not say), Stopped, or Complete with the stored answer.
    struct Ending {
        TurnState state = TurnState::Interrupted;
        Error error = {};
        std::optional<Message> stored = {};
        ConversationId conversation = {}; // where it is stored
        bool mayHaveArrived = false;      // of one that waits: not sent anew without knowing
        bool mayRun = false;              // of one that was stopped: the server may work on it, in a run that is not known
    };

    // A null journal keeps nothing.
    TurnDelivery(ApiClient &api, Workspace &workspace, TurnJournal *journal, QObject *parent = nullptr);
    ~TurnDelivery() override;

    void send(const TurnRecord &turn);  // for the first time
    void goOn(const TurnRecord &turn);  // one that a restart found open, or that somebody else runs (then without a request)
    void retry(const TurnRecord &turn); // its run once more, on the server
    void stop();                        // ended(Stopped) follows when the server has stopped, or after a grace
    void setRun(const RunId &run);      // the stream named it
    void setConversation(const ConversationId &conversation);
    void finish();          // its terminal event came: nothing more is told
    void serverRestarted(); // the local server died and came back
    void reconnectNow();    // from a wait before the next try
    void wake();            // there is a connection: goes on if it had been waiting for one

    // Conversations that cannot be the one a new chat has become: they were there before it was sent, or are another turn's. For a server
    // without idempotency keys, which may never get to name it; kept until the next send() or goOn().
    void setOthers(const QSet<ConversationId> &conversations) { m_others = conversations; }
    [[nodiscard]] RunCanceller &canceller() { return m_canceller; } // of what was stopped
    [[nodiscard]] bool isSettled() const { return m_phase == Phase::Idle && m_canceller.isDone(); }

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const RunId &run() const { return m_turn.run; }

Q_SIGNALS:
    void received(const QList<desk::wire::ServerEvent> &events); // in order, each once, on disk if the disk took it
    void startsOver();                                           // everything comes from the beginning
    void silenceChanged(bool silent);                            // nothing comes for StreamsApi::silentMs(), or it does again
    void phaseChanged(desk::TurnDelivery::Phase phase);
    void ended(const desk::TurnDelivery::Ending &ending);
    // The connection was taken away from under it (another profile, the end of the program): what became of the turn is not known, and
    // nothing may be said or written of it. goOn() finds out.
    void leftOpen();
    void notKept(const desk::Error &error); // the disk did not take what came; it is shown all the same

private:
    void begin(const TurnRecord &turn);
    void post();
    void attach(EventStream *stream);
    void attachToRun(bool fromStart);
    void closeStream();
    void setSilent(bool silent);
    void onEvents(const QList<wire::ServerEvent> &events);
    void keep();
    void onKept(const Result<> &outcome);
    void onClosed(const Result<> &outcome);
    void afterClose(const Result<> &outcome);
    void giveUp(const Error &error); // for now
    void waitAndReconnect();
    void reconnect();
    void onRetried(const Result<Run> &run);
    void lookForRetry();
    void onRuns(const QList<Run> &newest);
    void look(const Error &reason);
    void lookIn(const ConversationId &conversation);
    void lookForConversation();
    void onConversations(const QList<Conversation> &newest);
    void lookInNext();
    void onLooked(const Result<Page<Message>> &page);
    [[nodiscard]] bool addLookedAt(const QList<Message> &page);
    [[nodiscard]] std::optional<Message> storedAnswer(qsizetype from) const;
    void notAnswered(const Error &error);
    [[nodiscard]] std::optional<Message> answerSince(const QDateTime &time) const;
    [[nodiscard]] bool mayBeStored(bool isAllRead) const;
    [[nodiscard]] bool isNewChat() const;
    [[nodiscard]] bool isAnothers(const ConversationId &conversation) const;
    [[nodiscard]] QDateTime earliest() const;
    void onFound(const Message &answer);
    void lookAgain();
    void notFound();
    void endInDoubt(const QString &text);
    [[nodiscard]] int looks() const;
    void leaveOpen();
    void keepRest();
    void end(const Ending &ending);
    void endStopped();
    void setPhase(Phase phase);
    [[nodiscard]] bool mayPost() const;
    [[nodiscard]] bool isAtWork() const;
    [[nodiscard]] bool isRefusal(const Result<> &outcome) const;
    [[nodiscard]] bool can(QLatin1StringView feature) const;

    ApiClient &m_api;
    Workspace &m_workspace;
    TurnJournal *m_journal;
    TurnRecord m_turn;
    Phase m_phase = Phase::Idle;
    QPointer<EventStream> m_stream;
    QList<wire::ServerEvent> m_unkept; // came, not yet given to the journal
    QList<wire::ServerEvent> m_atDisk; // given, not yet told of
    std::optional<Result<>> m_closed;  // the stream's end, behind what it brought
    QByteArray m_lastEventId;
    RunCanceller m_canceller;
    RunId m_retried;                        // the run that was asked for once more, while it is not known whether it was
    std::shared_ptr<bool> m_isRetryStopped; // of a retry that is asked for: null where there is none
    QSet<ConversationId> m_others;
    QList<ConversationId> m_candidates; // still to be looked into: one of them may be this new chat
    std::optional<Ending> m_found;      // in one of those before
    ConversationId m_lookedAt;
    QList<Message> m_lookedAtMessages; // its newest, oldest first, as far as this look has read
    Error m_reason;                    // why the server is looked at
    QDateTime m_sentAt;                // by the server's clock; invalid where that, or the sending, is not known
    QTimer m_frame;
    QTimer m_again;
    QTimer m_stopGrace;
    quint64 m_generation = 0; // of the turn: what comes late for another is dropped
    int m_attempt = 0;        // reconnections in a row
    int m_looks = 0;
    bool m_keeping = false; // the journal has a batch
    bool m_asking = false;  // a request beside the stream is out: a look, or a run once more
    bool m_stopping = false;
    bool m_silent = false;
    bool m_sawEvent = false;
    bool m_mayHaveArrived = false; // the question: what is sent again may be asked twice
    bool m_isInDoubt = false;      // the look could not tell this turn from another of the same words
    bool m_startedOver = false;    // the server did not know our place: it may say so once
};

} // namespace desk
