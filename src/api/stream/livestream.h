#pragma once

#include "domain/result.h"
#include "wire/sseparser.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace desk {

class EventStream;
class Transport;

// A stream that is kept open: it connects, reconnects with backoff, resumes where the server can, and says at any time how it stands.
// Shared by all who watch the same path; get one from StreamHub::watch() and keep the pointer as long as you watch. GUI thread.
//
//   Connecting → Connected ⇄ Stale;  lost → Backoff → Connecting;  five failures in a row, or nonsense → Polling, and a new
//   try each minute;
//   no place or 429 → ServerLimit;  401 → AuthRequired until there is another token;  204, 403, 404, 409, 410, 422 → Closed for good.
class LiveStream : public QObject
{
    Q_OBJECT
public:
    enum class State { Connecting, Connected, Backoff, Stale, Polling, AuthRequired, ServerLimit, Closed };
    Q_ENUM(State)

    struct Options {
        bool resume = false; // the server replays after Last-Event-ID (capability stream_resume)
        int silentMs = 30'000;
        int idleMs = 45'000;
    };

    static constexpr int maxFailures = 5; // then polling (contract 6.6)
    static constexpr int retryWhilePollingMs = 60'000;

    LiveStream(Transport &transport, QString path, const Options &options);
    ~LiveStream() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isConnected() const { return m_state == State::Connected; }
    [[nodiscard]] int attempt() const { return m_failures; }             // in Backoff: failures in a row
    [[nodiscard]] qint64 retryInMs() const;                              // in Backoff, ServerLimit and Polling; 0 elsewhere
    [[nodiscard]] const Error &lastError() const { return m_lastError; } // why it is not connected, or closed
    [[nodiscard]] QByteArray lastEventId() const { return m_lastEventId; }

    void reconnectNow(); // from Backoff and Polling
    void stop();         // Closed, without a signal
    // For StreamHub.
    void placeFreed();
    void supersede(); // another server: Closed, lastError() is Cancelled

Q_SIGNALS:
    void stateChanged();
    void received(const QList<desk::wire::ServerEvent> &events);
    // A connection is open that does not go on where the last one ended: events may come again, and some may be missing. Fetch the
    // truth. Also after the first one, since what happened before it is unknown.
    void opened();

private:
    void connectNow();
    void onOpened();
    void onReceived(const QList<wire::ServerEvent> &events);
    void onClosed(const Result<> &outcome);
    void backOff(const Error &error);
    void setState(State state);

    Transport &m_transport;
    QString m_path;
    Options m_options;
    QPointer<EventStream> m_stream;
    QTimer m_retry;
    QElapsedTimer m_sinceOpened;
    QByteArray m_lastEventId;
    QByteArray m_newestId; // the same, but a replay does not take it back
    Error m_lastError;
    State m_state = State::Connecting;
    int m_failures = 0;
    int m_retryMs = -1; // the server's
    bool m_hasPlace = false;
    bool m_wasOpened = false;
    bool m_progressed = false; // this connection brought something new
};

} // namespace desk
