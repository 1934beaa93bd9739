#pragma once

#include "auth/clock.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace desk {

// Notices that the computer, or this process, has slept, and that somebody set the clock (FI-14, FI-16): by a tick that comes late, and
// by the wall clock running ahead of the one that only measures (Linux stops that one in a suspend). GUI thread.
class WakeWatch : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        int tickMs = 5'000;
        qint64 gapMs = 30'000; // what is no hiccup any more
    };

    explicit WakeWatch(QObject *parent = nullptr)
        : WakeWatch(std::make_shared<Clock>(), Limits(), parent)
    {
    }
    WakeWatch(std::shared_ptr<const Clock> clock, const Limits &limits, QObject *parent = nullptr);

Q_SIGNALS:
    void woke();                   // what was connected is dead although nobody has said so; what was due is overdue
    void clockJumped(qint64 byMs); // forward or back, while nothing slept: nothing has happened but that the time is another

private:
    void look();
    void remember();

    std::shared_ptr<const Clock> m_clock;
    Limits m_limits;
    QTimer m_tick;
    qint64 m_wall = 0;
    qint64 m_monotonic = 0;
};

} // namespace desk
