#include "wire/httpdate.h"

#include <algorithm>
#include <array>

namespace desk::wire {

namespace {

constexpr qint64 maxWaitMs = 86'400'000; // a longer pause is nothing to wait for

constexpr std::array<const char *, 7> shortDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char *, 7> longDays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<const char *, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Takes one piece of the grammar after the other off the text; the first that does not fit fails all.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_rest(text)
    {
    }

    void literal(QByteArrayView expected)
    {
        if (m_rest.startsWith(expected))
            m_rest = m_rest.sliced(expected.size());
        else
            m_failed = true;
    }

    int number(qsizetype digits)
    {
        int out = 0;
        if (m_rest.size() < digits || !std::all_of(m_rest.begin(), m_rest.begin() + digits, isDigit)) {
            m_failed = true;
            return 0;
        }
        for (const char c : m_rest.first(digits))
            out = out * 10 + (c - '0');
        m_rest = m_rest.sliced(digits);
        return out;
    }

    // The place of a name in its list, from 1.
    template <std::size_t n>
    int name(const std::array<const char *, n> &names)
    {
        for (std::size_t i = 0; i < n; ++i) {
            if (const QByteArrayView candidate(names.at(i)); m_rest.startsWith(candidate)) {
                m_rest = m_rest.sliced(candidate.size());
                return static_cast<int>(i) + 1;
            }
        }
        m_failed = true;
        return 0;
    }

    QTime timeOfDay()
    {
        const int hour = number(2);
        literal(":");
        const int minute = number(2);
        literal(":");
        const int second = number(2);
        // A leap second is legal, and QTime knows none.
        return {hour, minute, hour == 23 && minute == 59 && second == 60 ? 59 : second};
    }

    [[nodiscard]] bool startsWith(char c) const { return m_rest.startsWith(c); }
    [[nodiscard]] bool finished() const { return !m_failed && m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_failed = false;
};

struct Parts {
    int weekday = 0;
    int year = 0;
    int month = 0;
    int day = 0;
    QTime time;
};

// Of the years that end in these two digits, the latest that is no more than 50 years away.
int yearOfTwoDigits(const Parts &parts, const QDateTime &now)
{
    const QDate today = now.date();
    const int ahead = ((parts.year - today.year()) % 100 + 100) % 100;
    const int dayOfYear = parts.month * 100 + parts.day;
    const int todayOfYear = today.month() * 100 + today.day();
    const bool later = dayOfYear != todayOfYear ? dayOfYear > todayOfYear : parts.time > now.time();
    return today.year() + ahead - (ahead > 50 || (ahead == 50 && later) ? 100 : 0);
}

// "Sun, 06 Nov 1994 08:49:37 GMT"
bool readImf(QByteArrayView text, Parts &out)
{
    Scanner scan(text);
    out.weekday = scan.name(shortDays);
    scan.literal(", ");
    out.day = scan.number(2);
    scan.literal(" ");
    out.month = scan.name(months);
    scan.literal(" ");
    out.year = scan.number(4);
    scan.literal(" ");
    out.time = scan.timeOfDay();
    scan.literal(" GMT");
    return scan.finished();
}

// "Sunday, 06-Nov-94 08:49:37 GMT"
bool readRfc850(QByteArrayView text, const QDateTime &now, Parts &out)
{
    Scanner scan(text);
    out.weekday = scan.name(longDays);
    scan.literal(", ");
    out.day = scan.number(2);
    scan.literal("-");
    out.month = scan.name(months);
    scan.literal("-");
    out.year = scan.number(2);
    scan.literal(" ");
    out.time = scan.timeOfDay();
    scan.literal(" GMT");
    out.year = yearOfTwoDigits(out, now);
    return scan.finished();
}

// "Sun Nov  6 08:49:37 1994"
bool readAsctime(QByteArrayView text, Parts &out)
{
    Scanner scan(text);
    out.weekday = scan.name(shortDays);
    scan.literal(" ");
    out.month = scan.name(months);
    scan.literal(" ");
    const bool padded = scan.startsWith(' ');
    if (padded)
        scan.literal(" ");
    out.day = scan.number(padded ? 1 : 2);
    scan.literal(" ");
    out.time = scan.timeOfDay();
    scan.literal(" ");
    out.year = scan.number(4);
    return scan.finished();
}

} // namespace

std::optional<QDateTime> parseHttpDate(QByteArrayView text, const QDateTime &now)
{
    Parts parts;
    if (!readImf(text, parts) && !readRfc850(text, now.toUTC(), parts) && !readAsctime(text, parts))
        return {};
    const QDate date(parts.year, parts.month, parts.day);
    if (!date.isValid() || !parts.time.isValid() || date.dayOfWeek() != parts.weekday)
        return {};
    return QDateTime(date, parts.time, Qt::UTC);
}

qint64 retryAfterMs(QByteArrayView retryAfter, QByteArrayView date, const QDateTime &now)
{
    const QByteArrayView text = retryAfter.trimmed();
    qint64 wait = 0;
    if (!text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit)) {
        for (const char c : text)
            wait = std::min(wait * 10 + (c - '0') * 1000, maxWaitMs + 1);
    } else {
        const std::optional<QDateTime> until = parseHttpDate(text, now);
        if (!until)
            return -1;
        wait = std::max<qint64>(0, parseHttpDate(date.trimmed(), now).value_or(now).msecsTo(*until));
    }
    return wait > maxWaitMs ? -1 : wait;
}

} // namespace desk::wire
