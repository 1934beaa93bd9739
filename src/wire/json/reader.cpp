#include "wire/json/reader.h"

#include "wire/protocolerror.h"

#include <QTimeZone>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// The number at `at` of exactly `digits` digits, or -1.
int digitsAt(QStringView text, qsizetype at, qsizetype digits)
{
    if (at + digits > text.size())
        return -1;
    int number = 0;
    for (const QChar c : text.mid(at, digits)) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

// ".f…" at the front of `rest`, as whole milliseconds; takes it off. Finer digits are dropped, not rounded into the next second.
int takeFraction(QStringView &rest)
{
    if (!rest.startsWith(u'.') && !rest.startsWith(u','))
        return 0;
    qsizetype size = 1;
    int milliseconds = 0;
    for (int scale = 100; size < rest.size() && digitsAt(rest, size, 1) >= 0; ++size, scale /= 10)
        milliseconds += scale * digitsAt(rest, size, 1);
    rest = rest.mid(size);
    return size == 1 ? -1 : milliseconds;
}

// "", "Z", "+HH:MM", "+HHMM" or "+HH" as seconds east of UTC; nothing else.
bool parseZone(QStringView zone, int &seconds)
{
    seconds = 0;
    if (zone.isEmpty() || zone == u"Z" || zone == u"z")
        return true;
    if (zone.front() != u'+' && zone.front() != u'-')
        return false;
    const int hours = digitsAt(zone, 1, 2);
    int minutes = 0;
    if (zone.size() > 3)
        minutes = digitsAt(zone, zone.at(3) == u':' ? 4 : 3, 2);
    const bool sized = zone.size() == 3 || zone.size() == 5 || (zone.size() == 6 && zone.at(3) == u':');
    if (!sized || hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return false;
    seconds = (hours * 60 + minutes) * 60 * (zone.front() == u'-' ? -1 : 1);
    return true;
}

} // namespace

Reader::Reader(const QJsonValue &value, QString path)
    : m_object(value.toObject())
    , m_path(std::move(path))
{
    if (!value.isObject())
        m_failure = m_path + ": expected an object"_L1;
}

QString Reader::requiredString(QLatin1StringView key)
{
    const QJsonValue found = m_object.value(key);
    if (found.isString())
        return found.toString();
    fail(key, found.isUndefined() ? u"missing"_s : u"expected a string"_s);
    return {};
}

QString Reader::requiredId(QLatin1StringView key)
{
    QString text = requiredString(key);
    if (text.isEmpty())
        fail(key, u"empty"_s);
    return text;
}

QString Reader::string(QLatin1StringView key) const
{
    return m_object.value(key).toString();
}

QStringList Reader::strings(QLatin1StringView key) const
{
    QStringList out;
    const QJsonArray items = array(key);
    for (const QJsonValue item : items) {
        if (item.isString())
            out.append(item.toString());
    }
    return out;
}

int Reader::integer(QLatin1StringView key, int fallback) const
{
    const qint64 number = bigInteger(key, fallback);
    const bool fits = number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
    return fits ? static_cast<int>(number) : fallback;
}

qint64 Reader::bigInteger(QLatin1StringView key, qint64 fallback) const
{
    const QJsonValue found = m_object.value(key);
    if (!found.isDouble())
        return fallback;
    // toInteger() gives its default for anything that is not whole; two defaults tell the difference from a real value.
    const qint64 whole = found.toInteger(0);
    if (whole != 0 || found.toInteger(1) == 0)
        return whole;
    const double number = std::trunc(found.toDouble());
    constexpr double limit = 9.0e18; // below 2^63, where the conversion is defined
    return std::abs(number) < limit ? static_cast<qint64>(number) : fallback;
}

double Reader::number(QLatin1StringView key, double fallback) const
{
    return m_object.value(key).toDouble(fallback);
}

bool Reader::boolean(QLatin1StringView key, bool fallback) const
{
    return m_object.value(key).toBool(fallback);
}

QJsonObject Reader::object(QLatin1StringView key) const
{
    return m_object.value(key).toObject();
}

QJsonArray Reader::array(QLatin1StringView key) const
{
    return m_object.value(key).toArray();
}

QJsonValue Reader::value(QLatin1StringView key) const
{
    return m_object.value(key);
}

QDateTime Reader::time(QLatin1StringView key) const
{
    return parseTime(string(key));
}

Error Reader::error() const
{
    return protocolError(m_failure);
}

void Reader::fail(QLatin1StringView key, const QString &reason)
{
    if (m_failure.isEmpty())
        m_failure = m_path + u'.' + key + ": "_L1 + reason;
}

Error notAList()
{
    return protocolError(u"$: expected a list"_s);
}

QDateTime parseTime(const QString &text)
{
    const QStringView view = QStringView(text).trimmed();
    const QDate date(digitsAt(view, 0, 4), digitsAt(view, 5, 2), digitsAt(view, 8, 2));
    const bool separated = view.size() >= 19 && view.at(4) == u'-' && view.at(7) == u'-' && view.at(13) == u':' && view.at(16) == u':' &&
                           (view.at(10) == u'T' || view.at(10) == u't' || view.at(10) == u' ');
    if (!separated)
        return {};
    QStringView rest = view.mid(19);
    const int milliseconds = takeFraction(rest);
    const QTime time(digitsAt(view, 11, 2), digitsAt(view, 14, 2), digitsAt(view, 17, 2), milliseconds);
    int offset = 0;
    if (!date.isValid() || !time.isValid() || !parseZone(rest, offset))
        return {};
    return QDateTime(date, time, Qt::UTC).addSecs(-offset);
}

QString formatTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace desk::wire
