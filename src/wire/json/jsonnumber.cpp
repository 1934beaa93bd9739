#include "wire/json/jsonnumber.h"

#include "wire/json/jsonchecker.h"

#include <algorithm>

namespace desk::wire {

std::optional<JsonNumber> JsonNumber::of(const QString &literal)
{
    constexpr qint64 mostExponent = 1'000'000'000; // beyond it everything is equally far away
    const QByteArray text = literal.toLatin1();
    const bool isNumber = !text.isEmpty() && (text.front() == '-' || (text.front() >= '0' && text.front() <= '9'));
    if (!isNumber || text.size() > maxCharacters || text.size() != literal.size() || JsonChecker::check(text, {}))
        return {};
    JsonNumber out;
    out.m_negative = text.front() == '-';
    const qsizetype mark = std::min(text.size(), std::max(text.indexOf('e'), text.indexOf('E')));
    QByteArray digits = mark < 0 ? text : text.first(mark);
    if (mark >= 0) {
        bool isFine = false;
        const qint64 given = text.sliced(mark + 1).toLongLong(&isFine);
        const qint64 far = text.at(mark + 1) == '-' ? -mostExponent : mostExponent;
        out.m_exponent = isFine ? std::clamp(given, -mostExponent, mostExponent) : far;
    }
    if (out.m_negative)
        digits.remove(0, 1);
    if (const qsizetype point = digits.indexOf('.'); point >= 0) {
        out.m_exponent -= digits.size() - point - 1;
        digits.remove(point, 1);
    }
    while (digits.startsWith('0'))
        digits.remove(0, 1);
    while (digits.endsWith('0')) {
        digits.chop(1);
        ++out.m_exponent;
    }
    out.m_digits = digits;
    if (digits.isEmpty()) { // no nought is less than another
        out.m_negative = false;
        out.m_exponent = 0;
    }
    return out;
}

int JsonNumber::compare(const JsonNumber &other) const
{
    const int sign = m_digits.isEmpty() ? 0 : m_negative ? -1 : 1;
    const int itsSign = other.m_digits.isEmpty() ? 0 : other.m_negative ? -1 : 1;
    if (sign != itsSign || sign == 0)
        return sign - itsSign;
    const qint64 size = m_digits.size() + m_exponent;
    const qint64 itsSize = other.m_digits.size() + other.m_exponent;
    if (size != itsSize)
        return size < itsSize ? -sign : sign;
    return m_digits == other.m_digits ? 0 : m_digits < other.m_digits ? -sign : sign; // none ends with a nought
}

std::optional<bool> JsonNumber::isMultipleOf(const JsonNumber &step) const
{
    constexpr qint64 mostDigits = 18; // ten times what is left of a division still fits into 64 bits
    constexpr qint64 mostNoughts = 4000;
    if (!step.isPositive())
        return {};
    if (m_digits.isEmpty())
        return true;
    const qint64 least = std::min(m_exponent, step.m_exponent);
    const qint64 noughts = m_exponent - least;
    if (step.m_digits.size() + step.m_exponent - least > mostDigits || noughts > mostNoughts)
        return {};
    const quint64 divisor = (step.m_digits + QByteArray(step.m_exponent - least, '0')).toULongLong();
    quint64 rest = 0;
    for (const char digit : m_digits + QByteArray(noughts, '0'))
        rest = (rest * 10 + static_cast<quint64>(digit - '0')) % divisor;
    return rest == 0;
}

} // namespace desk::wire
