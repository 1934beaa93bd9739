#include "state/wakewatch.h"

#include "domain/log.h"

namespace desk {

WakeWatch::WakeWatch(std::shared_ptr<const Clock> clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_limits(limits)
{
    remember();
    connect(&m_tick, &QTimer::timeout, this, &WakeWatch::look);
    m_tick.start(m_limits.tickMs);
}

void WakeWatch::remember()
{
    m_wall = m_clock->now().toMSecsSinceEpoch();
    m_monotonic = m_clock->monotonicMs();
}

void WakeWatch::look()
{
    const qint64 wall = m_clock->now().toMSecsSinceEpoch() - m_wall;
    const qint64 measured = m_clock->monotonicMs() - m_monotonic;
    remember();
    const qint64 apart = wall - measured;
    if (measured > m_limits.tickMs + m_limits.gapMs) { // the tick itself was late: stopped, or asleep with a clock that went on
        qCInfo(logState) << "nothing ran for" << measured / 1000 << "s";
        Q_EMIT woke();
    } else if (apart > m_limits.gapMs || apart < -m_limits.gapMs) {
        qCInfo(logState) << "the wall clock moved by" << apart / 1000 << "s";
        Q_EMIT clockJumped(apart);
        if (apart > 0)
            Q_EMIT woke(); // a suspend looks the same; to connect anew does no harm
    }
}

} // namespace desk
