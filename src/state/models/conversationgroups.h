#pragma once

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QString>

namespace desk {

// The groups of the list by time, as seen on one day: what was changed today, yesterday, in the seven days before, then month by month,
// then year by year. A group is a number; they stand in the order of these numbers.
class ConversationGroups
{
    Q_DECLARE_TR_FUNCTIONS(desk::ConversationGroups)
public:
    static constexpr int pinned = 0;
    static constexpr int today = 1; // also what comes out of the future, which is another clock
    static constexpr int archived = 1'000'000;

    explicit ConversationGroups(const QDate &day);

    [[nodiscard]] const QDate &day() const { return m_day; }
    [[nodiscard]] int groupOf(qint64 ms) const; // since 1970; 0: unknown
    [[nodiscard]] QString title(int group) const;

private:
    QDate m_day;
    qint64 m_today; // where the days begin here
    qint64 m_yesterday;
    qint64 m_week;
};

} // namespace desk
