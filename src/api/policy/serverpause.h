#pragma once

#include <QElapsedTimer>
#include <QtGlobal>

#include <algorithm>

namespace desk {

// The pause a server asked for with 429: it holds for every call to that server, not only for the one that was refused (HTTP-19).
class ServerPause
{
public:
    ServerPause() { m_clock.start(); }

    void extendTo(qint64 ms) { m_until = std::max(m_until, m_clock.elapsed() + ms); }
    void forget() { m_until = 0; }
    [[nodiscard]] qint64 remainingMs() const { return std::max<qint64>(0, m_until - m_clock.elapsed()); }

private:
    QElapsedTimer m_clock; // monotonic: a wall clock that jumps must not stretch a pause
    qint64 m_until = 0;
};

} // namespace desk
