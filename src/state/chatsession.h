#pragma once

#include "domain/chatevent.h"
#include "domain/conversation.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/models/transcriptmodel.h"
#include "wire/sseparser.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

namespace desk {

class ApiClient;
class ConversationStore;
class EventStream;
template <typename T>
struct Page;
class Workspace;

// One open conversation: its history, and at most one turn under way. A turn belongs to this object and not to a view: switching
// pages or conversations neither stops it nor lets its answer land elsewhere.
//
//   Idle → Sending → Streaming → Idle           a normal turn
//   Streaming → Reconnecting → Streaming        the connection broke, the server keeps the turn (chat_detach, stream_resume)
//   Streaming → Idle, row Interrupted/Stopped   the text so far stays
class ChatSession : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Loading, Sending, Streaming, Reconnecting };
    Q_ENUM(State)

    ChatSession(ApiClient &api, Workspace &workspace, ConversationStore &conversations, QObject *parent = nullptr);
    ~ChatSession() override;

    void open(const ConversationId &id); // loads the newest page; an empty id is a new conversation, created by the first send
    void loadOlder();                    // one page more at the top; nothing if all is there
    void send(const QString &text, const QList<StoredFile> &files, const QStringList &agents);
    void stop();         // ends the turn on the server; the partial text stays, marked
    void retry(int row); // a failed, stopped or interrupted answer once more

    [[nodiscard]] TranscriptModel &transcript() { return m_transcript; }
    [[nodiscard]] const ConversationId &conversationId() const { return m_conversationId; }
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_state != State::Idle && m_state != State::Loading; }
    [[nodiscard]] bool canLoadOlder() const { return m_transcript.rowCount() > 0 && m_transcript.rowCount() < m_totalMessages; }
    [[nodiscard]] qint64 elapsedMs() const; // of the running turn

Q_SIGNALS:
    void stateChanged(desk::ChatSession::State state);
    void conversationIdChanged(const desk::ConversationId &id); // a new conversation got its id
    void titleChanged(const QString &title);
    void eventReceived(const desk::wire::ServerEvent &event); // as it came, before it changes anything
    void activity(const QString &text);                       // what is going on, for the status line and screen readers
    void prompted(const desk::Prompt &prompt);                // the agent asks; the reply is a normal next message
    void turnEnded(bool success);
    void failed(const desk::Error &error);

private:
    struct Request { // kept for retry and for reconnecting
        QString text;
        QList<StoredFile> files;
        QStringList agents;
        QByteArray idempotencyKey;
    };

    void setState(State state);
    void startTurn();
    void attach(EventStream *stream);
    void attachToRun(const RunId &run, bool fromStart);
    void onServerEvents(const QList<wire::ServerEvent> &events);
    void onServerEvent(const wire::ServerEvent &event);
    void onStreamClosed(const Result<> &outcome);
    void waitAndReconnect();
    void startAgain();
    void restartStop();
    void failBeforeStart(const Error &error);
    void reloadAfterLoss(const Error &error);
    void resend(int row);
    void flushText();
    void finishTurn(MessageState state, const QString &errorText);
    void onHistory(const Page<Message> &page, bool first);
    void loadPage(int offset, bool first);
    void onServerRestarted();
    void closeStream();
    void resetAnswerRow();
    void touchConversation(bool running);
    [[nodiscard]] int answerRow() const { return m_transcript.rowOfKey(m_answerKey); }
    [[nodiscard]] int questionRow() const { return m_transcript.rowOfKey(m_questionKey); }

    void on(const RunCreated &event);
    void on(const ConversationCreated &event);
    void on(const TitleChanged &event);
    void on(const Thought &event);
    void on(const RoutingDecision &event);
    void on(const Plan &event);
    void on(const Progress &event);
    void on(const Interim &event);
    void on(const ToolStarted &event);
    void on(const ToolFinished &event);
    void on(const ContentDelta &event);
    void on(const Prompt &event);
    void on(const AgentFinished &event);
    void on(const Warning &event);
    void on(const TurnCompleted &event);
    void on(const TurnFailed &event);
    void on(const UnknownEvent &event);

    ApiClient &m_api;
    Workspace &m_workspace;
    ConversationStore &m_conversations;
    TranscriptModel m_transcript;
    ConversationId m_conversationId;
    QString m_title;
    State m_state = State::Idle;
    QPointer<EventStream> m_stream;
    Request m_request;
    RunId m_runId;
    QByteArray m_lastEventId;
    QString m_answerKey; // transcript keys of the turn under way
    QString m_questionKey;
    QString m_pendingText; // collected deltas, given to the model once per frame
    QTimer m_flushTimer;
    QTimer m_reconnectTimer;
    QTimer m_stopTimer;
    QElapsedTimer m_turnClock;
    int m_totalMessages = 0;  // on the server, as last told
    int m_attempt = 0;        // reconnect attempts in a row
    quint64 m_generation = 0; // answers for an earlier open() are dropped
    bool m_stopping = false;
    bool m_loadingOlder = false;
    bool m_provisional = false; // what is shown is a quick first reply that real content replaces
};

} // namespace desk
