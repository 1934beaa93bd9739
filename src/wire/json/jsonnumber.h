#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace desk::wire {

// A number of JSON, to its last digit: 0.1 is a tenth, and no integer is too large. Pure.
class JsonNumber
{
public:
    static constexpr qsizetype maxCharacters = 1000;

    // Nothing for what is no number by the grammar of JSON, or has more characters.
    [[nodiscard]] static std::optional<JsonNumber> of(const QString &literal);

    [[nodiscard]] bool isInteger() const { return m_exponent >= 0; } // 1.0 and 1e3 are
    [[nodiscard]] bool isPositive() const { return !m_negative && !m_digits.isEmpty(); }
    [[nodiscard]] int compare(const JsonNumber &other) const; // below, at, above nought
    // Nothing where it would take too long to tell, or the step is not positive.
    [[nodiscard]] std::optional<bool> isMultipleOf(const JsonNumber &step) const;

private:
    bool m_negative = false;
    QByteArray m_digits;   // without noughts in front or behind; none: nought
    qint64 m_exponent = 0; // of ten, behind the last digit
};

} // namespace desk::wire
