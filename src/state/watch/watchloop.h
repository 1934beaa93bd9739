#pragma once

#include "domain/error.h"
#include "domain/knowledge.h"
#include "state/watch/sequencefilter.h"
#include "wire/sseparser.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace desk {

class LiveStream;
class StreamHub;

// How often a WatchLoop asks, in milliseconds.
struct WatchPace {
    int soon = 150;       // after a hint that something changed
    int busySoon = 1000;  // a stream that ticks all the time need not be asked more often
    int youngPoll = 1000; // contract 4.2
    int youngFor = 30'000;
    int minPoll = 2000;
    int maxPoll = 5000;
    int staleAfter = 15'000; // without a word from the server
};

// Follows one thing on the server until it is over. The stream is the truth only where the server keeps the promises of numbered,
// resumable streams with heartbeats (capabilities stream_ids, stream_resume, heartbeat); elsewhere it shows one snapshot and then
// nothing (contract 4.2, 4.3), so there it only says "look again", and a GET is the truth. Subclasses know what to fetch and what the
// events mean. Ends of itself with the thing, when the server refuses it, and when the client turns to another server. GUI thread.
//
// Polling: every second in the first half minute, then every 2 to 5 s (contract 4.2); none while a truthful stream is connected.
class WatchLoop : public QObject
{
    Q_OBJECT
public:
    // For smart pointers: whoever hears of a change may let go of the watcher in the same moment, so it outlives its own signal. No
    // signal follows.
    struct LetGo {
        void operator()(WatchLoop *gone) const;
    };

    ~WatchLoop() override;

    void setPace(const WatchPace &pace) { m_pace = pace; }
    [[nodiscard]] bool isLive() const; // the shown state is what the stream said last
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] Knowledge knowledge() const;
    [[nodiscard]] const LiveStream *stream() const { return m_stream.get(); } // for how the connection stands; null when over

Q_SIGNALS:
    void livenessChanged();                // knowledge() or stream()->state()
    void failed(const desk::Error &error); // 403, 404, 410: the watch is over; 401: once; anything else goes on and is logged

protected:
    WatchLoop(StreamHub &hub, const QString &path, bool truthful, QObject *parent);

    // Asks the server; ends in truthArrived() or truthFailed(), never before it returns.
    virtual void fetchTruth() = 0;
    // Events of a truthful stream, each once, in order, none missing, and none before a truth that was asked for after the stream had
    // begun: what it repeats of the past comes in one piece with what is news. Anything not understood is answered by lookAgain().
    virtual void takeEvents(const QList<wire::ServerEvent> &events) = 0;
    // A truthful stream begins from its first event again.
    virtual void streamRestarted() {}

    void lookAgain(); // soon, and only once for a burst
    // Something is missing from the stream: only truths count until it begins again.
    void distrust();
    // The stream has told the end: a GET is to tell the rest, and is asked for until it knows of the end too.
    void endTold();
    void truthArrived(bool terminal);
    void truthFailed(const Error &error);

private:
    void onReceived(const QList<wire::ServerEvent> &events);
    void onOpened();
    void onStateChanged();
    [[nodiscard]] QList<wire::ServerEvent> inOrder(const QList<wire::ServerEvent> &events);
    void fetch();
    void schedulePoll();
    void noteLoss();
    void hear();
    void tellLiveness();
    void finish();

    std::shared_ptr<LiveStream> m_stream;
    WatchPace m_pace;
    SequenceFilter m_sequence;
    QList<wire::ServerEvent> m_held; // see takeEvents()
    QTimer m_poll;
    QTimer m_soon;
    QTimer m_stale; // tells that the truth has grown old
    QElapsedTimer m_age;
    QElapsedTimer m_sinceTruth; // invalid: none yet
    QElapsedTimer m_sinceHeard; // from the server, in whatever way
    bool m_truthful;
    bool m_joinedLate;      // somebody else's stream, in its middle: its events say that something changed, not what
    bool m_missing = false; // see distrust()
    bool m_settled = false; // a truth was asked for after the stream had begun
    bool m_wasLive = false;
    bool m_fetching = false;
    bool m_again = false;
    bool m_owed = false; // the last look failed
    bool m_endTold = false;
    int m_begun = 0;   // how often the stream has begun
    int m_askedIn = 0; // m_begun when the look under way began
    bool m_over = false;
    bool m_atEnd = false;   // over because the thing itself is
    bool m_refused = false; // 401, and told
    int m_failures = 0;     // GETs in a row without an answer
};

} // namespace desk
