#include "gui/approvals/waitingwords.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace desk {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

int upwards(qint64 ms, qint64 unit)
{
    return static_cast<int>(std::min<qint64>(std::max<qint64>(1, (ms + unit - 1) / unit), std::numeric_limits<int>::max()));
}

} // namespace

QString WaitingWords::span(qint64 ms)
{
    if (ms <= 2 * minute)
        return tr("%n second(s)", "time that is left", upwards(ms, second));
    if (ms <= 2 * hour)
        return tr("%n minute(s)", "time that is left", upwards(ms, minute));
    if (ms <= 2 * day)
        return tr("%n hour(s)", "time that is left", upwards(ms, hour));
    return tr("%n day(s)", "time that is left", upwards(ms, day));
}

QString WaitingWords::deadline(const WaitingApproval &row, const QDateTime &now)
{
    const QDateTime &end = row.step.prompt.expiresAt;
    if (!end.isValid())
        return {};
    const QString time = QLocale().toString(end.toLocalTime(), QLocale::ShortFormat);
    const qint64 left = now.msecsTo(end);
    if (row.state == WaitingApproval::State::Expired || left <= 0)
        return tr("The time was over at %1: the server decides what becomes of it.").arg(time);
    const QString word = row.step.onTimeout;
    if (word == QLatin1StringView("continue"))
        return tr("%1 left, until %2. Without an answer the workflow goes on without one.").arg(span(left), time);
    if (word == QLatin1StringView("fail"))
        return tr("%1 left, until %2. Without an answer the execution fails.").arg(span(left), time);
    if (word == QLatin1StringView("skip"))
        return tr("%1 left, until %2. Without an answer the step is skipped.").arg(span(left), time);
    return tr("%1 left, until %2.").arg(span(left), time);
}

QString WaitingWords::doubts(const WaitingApproval &row)
{
    if (!row.resumes)
        return tr("This server forgets the answer of a person: the execution will not go on. It can only be stopped.");
    if (!row.isTold)
        return tr("The server does not say what it asks. Question and answers are those of the workflow as it is now; it may have been "
                  "another when this began.");
    return {};
}

} // namespace desk
