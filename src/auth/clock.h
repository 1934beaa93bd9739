#pragma once

#include <QDateTime>
#include <QElapsedTimer>

namespace desk {

// What time it is; a test puts its own in the place of it. The wall clock may jump: what is measured, is measured with the other one.
class Clock
{
public:
    Clock() { m_since.start(); }
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    [[nodiscard]] virtual QDateTime now() const { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] virtual qint64 monotonicMs() const { return m_since.elapsed(); }

private:
    QElapsedTimer m_since;
};

} // namespace desk
