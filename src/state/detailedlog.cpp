#include "state/detailedlog.h"

#include "domain/log.h"
#include "state/settings.h"

#include <QDateTime>

#include <algorithm>

namespace desk {

namespace {

constexpr qint64 lookAgainMs = 60 * 60 * 1000; // timers do not count while the computer sleeps

} // namespace

DetailedLog::DetailedLog(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &DetailedLog::apply);
    apply();
}

bool DetailedLog::isOn() const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime until = m_settings.value(Settings::Key::DetailedLogUntil).toDateTime();
    // A clock that was set back must not make a day of a year.
    return until.isValid() && now < until && now.msecsTo(until) <= lastsMs;
}

void DetailedLog::setOn(bool on)
{
    m_settings.set(Settings::Key::DetailedLogUntil, on ? QDateTime::currentDateTimeUtc().addMSecs(lastsMs) : QDateTime());
    apply();
}

void DetailedLog::apply()
{
    const bool on = isOn();
    setDetailedLog(on);
    if (on) {
        const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(m_settings.value(Settings::Key::DetailedLogUntil).toDateTime());
        m_end.start(static_cast<int>(std::clamp<qint64>(left, 0, lookAgainMs)));
    } else {
        m_end.stop();
    }
    Q_EMIT changed();
}

} // namespace desk
