#include "state/models/conversationgroups.h"

#include <QLocale>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int yesterday = 2;
constexpr int week = 3;
constexpr int months = 10;
constexpr int years = 100;
constexpr int unknown = 900'000;

qint64 startOf(const QDate &day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

} // namespace

ConversationGroups::ConversationGroups(const QDate &day)
    : m_day(day)
    , m_today(startOf(day))
    , m_yesterday(startOf(day.addDays(-1)))
    , m_week(startOf(day.addDays(-7)))
{
}

int ConversationGroups::groupOf(qint64 ms) const
{
    if (ms <= 0)
        return unknown;
    if (ms >= m_today)
        return today;
    if (ms >= m_yesterday)
        return yesterday;
    if (ms >= m_week)
        return week;
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date();
    const int monthsAgo = (m_day.year() - day.year()) * 12 + m_day.month() - day.month();
    return monthsAgo < 12 ? months + monthsAgo : years + m_day.year() - day.year();
}

QString ConversationGroups::title(int group) const
{
    switch (group) {
    case pinned:
        return tr("Pinned");
    case today:
        return tr("Today");
    case yesterday:
        return tr("Yesterday");
    case week:
        return tr("Previous 7 days");
    case archived:
        return tr("Archived");
    case unknown:
        return tr("Earlier");
    default:
        break;
    }
    if (group >= years)
        return QString::number(m_day.year() - (group - years));
    const QDate month = QDate(m_day.year(), m_day.month(), 1).addMonths(months - group);
    return QLocale().toString(month, tr("MMMM yyyy", "a month and its year, as QDate::toString wants it"));
}

} // namespace desk
