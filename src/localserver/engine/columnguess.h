#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace desk::server {

enum class ColumnType { Text, Integer, Real, Date };

enum class DecimalStyle { Point, Comma };
enum class DateOrder { DayFirst, MonthFirst };

// "1,234.50", "1.234,50", "€ 12", "(5)", "12 %": the number, or nothing. decimals gets the digits after the decimal mark.
[[nodiscard]] std::optional<double> parseAmount(const QString &text, DecimalStyle style, int *decimals = nullptr);

// ISO, dotted, slashed and English or German named dates as "yyyy-MM-dd" (with " HH:mm:ss" where a time follows), or nothing.
[[nodiscard]] std::optional<QString> parseDateCell(const QString &text, DateOrder order);

// 1 … 12 for an English or German month name or its usual short form (folded), else 0.
[[nodiscard]] int monthNumber(const QString &foldedWord);

// An empty cell or a usual sign for one ("n/a", "-", "null").
[[nodiscard]] bool isMissing(const QString &text);

// Watches all cells of one column and decides what it holds.
class ColumnGuess
{
public:
    void take(const QString &cell);

    [[nodiscard]] ColumnType type() const;
    [[nodiscard]] DecimalStyle decimalStyle(bool preferComma) const;
    [[nodiscard]] DateOrder dateOrder(bool preferDayFirst) const;
    [[nodiscard]] int decimals(bool preferComma) const;

private:
    qint64 m_filled = 0;
    qint64 m_point = 0; // cells that are numbers with a decimal point
    qint64 m_comma = 0;
    qint64 m_codes = 0; // leading zeros or more than 15 digits: an identifier, not an amount
    qint64 m_dayFirst = 0;
    qint64 m_monthFirst = 0;
    int m_pointDecimals = 0;
    int m_commaDecimals = 0;
};

} // namespace desk::server
