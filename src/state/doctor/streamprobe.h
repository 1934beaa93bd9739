#pragma once

#include "domain/ids.h"
#include "domain/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace desk {

class EventStream;
class Transport;

// Watches one event stream of the open server for a while, to see whether it arrives as it is sent: things in between may collect it, or
// cut connections that are quiet. It looks at a run that has not ended, where there is one: the first event comes at once and a heartbeat
// every 15 s (contract 4.1). Nothing is changed at the server. Once; GUI thread.
class StreamProbe : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        NoRun,    // there is nothing to watch
        Refused,  // error() says why
        HeldBack, // the connection stands, but nothing comes, or the heartbeats do not
        CutOff,   // the connection was closed in the middle
        Whole,    // a run that had ended came whole: says nothing about things that collect
        Flows     // event and heartbeat came as they were sent
    };
    Q_ENUM(Outcome)

    struct Patience {
        int firstMs = 8'000;   // for the first event: it is sent at once
        int silentMs = 20'000; // for the next byte: a heartbeat, and a margin
        int watchMs = 24'000;  // all in all
    };

    explicit StreamProbe(Transport &transport)
        : StreamProbe(transport, Patience())
    {
    }
    StreamProbe(Transport &transport, const Patience &patience);
    ~StreamProbe() override;

    void start();
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] qint64 afterMs() const { return m_afterMs; } // CutOff: how long the connection had stood

Q_SIGNALS:
    void finished(desk::StreamProbe::Outcome outcome); // once

private:
    void watch(const RunId &run, bool hasEnded);
    void onClosed(const Result<> &outcome);
    void end(Outcome outcome);

    Transport &m_transport;
    Patience m_patience;
    QPointer<EventStream> m_stream;
    QTimer m_timer;
    QElapsedTimer m_sinceOpened;
    Error m_error;
    qint64 m_afterMs = 0;
    bool m_runHasEnded = false;
    bool m_hasEvent = false;
    bool m_sawEnd = false; // a terminal event
    bool m_isDone = false;
};

} // namespace desk
