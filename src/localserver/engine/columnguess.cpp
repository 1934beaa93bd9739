#include "localserver/engine/columnguess.h"
#include "localserver/engine/textutil.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

// Without sign, currency, percent sign and white space; negative also for accountants' parentheses.
QString bareDigits(const QString &text, bool *negative)
{
    QString out;
    QString letters;
    for (const QChar c : text.trimmed()) {
        if (c.isDigit() || c == u'.' || c == u',')
            out.append(c.isDigit() ? QChar(u'0' + c.digitValue()) : c);
        else if ((c == u'-' || c == QChar(0x2212)) && out.isEmpty() && !*negative)
            *negative = true;
        else if (c == u'+' && out.isEmpty())
            continue;
        else if (c.isLetter())
            letters.append(c.toUpper());
        else if (c.category() == QChar::Symbol_Currency || c == u'%' || c == u'(' || c == u')')
            continue;
        else if ((c.isSpace() || c == u'\'' || c == QChar(0x2019)))
            out.append(u'\'');
        else
            return {};
    }
    static const QStringList currencies{u"EUR"_s, u"USD"_s, u"CHF"_s, u"GBP"_s, u"JPY"_s, u"SEK"_s, u"NOK"_s, u"DKK"_s, u"PLN"_s};
    if (!letters.isEmpty() && !currencies.contains(letters))
        return {};
    if (text.contains(u'(') != text.contains(u')'))
        return {};
    *negative = *negative || text.contains(u'(');
    while (out.startsWith(u'\''))
        out.remove(0, 1);
    while (out.endsWith(u'\''))
        out.chop(1);
    return out;
}

// The usual case without any pattern matching: big files have millions of such cells.
std::optional<double> plainNumber(const QString &text, DecimalStyle style, int *decimals)
{
    qsizetype mark = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= u'0' && c <= u'9')
            continue;
        if (c == u'.' && style == DecimalStyle::Point && mark < 0 && i > 0 && i + 1 < text.size())
            mark = i;
        else if (c != u'-' || i > 0 || text.size() == 1)
            return std::nullopt;
    }
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (decimals)
        *decimals = mark < 0 ? 0 : static_cast<int>(qMin<qsizetype>(text.size() - mark - 1, 6));
    return ok ? std::optional(value) : std::nullopt;
}

bool looksLikeCode(const QString &text)
{
    static const QRegularExpression leadingZero(uR"(^\s*0\d)"_s);
    qsizetype digits = 0;
    for (const QChar c : text)
        digits += c.isDigit() ? 1 : 0;
    return digits > 15 || text.trimmed().startsWith(u'+') || leadingZero.match(text).hasMatch();
}

// yyyy-MM-dd and a day that exists.
bool isPlainIsoDate(const QString &text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return false;
    int digits[10] = {};
    for (int i = 0; i < 10; ++i) {
        if (i == 4 || i == 7)
            continue;
        if (text[i] < u'0' || text[i] > u'9')
            return false;
        digits[i] = text[i].unicode() - u'0';
    }
    return QDate::isValid(digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3], digits[5] * 10 + digits[6],
                          digits[8] * 10 + digits[9]);
}

QString isoDate(int year, int month, int day, const QString &time)
{
    const QDate date(year < 100 ? (year < 70 ? 2000 : 1900) + year : year, month, day);
    if (!date.isValid())
        return {};
    QString out = date.toString(u"yyyy-MM-dd"_s);
    if (!time.isEmpty()) {
        const QString clock = time.size() < 6 ? time + ":00"_L1 : time;
        out += u' ' + (clock.size() < 8 ? u'0' + clock : clock);
    }
    return out;
}

} // namespace

bool isMissing(const QString &text)
{
    static const QStringList marks{u""_s, u"-"_s, u"–"_s, u"—"_s, u"n/a"_s, u"na"_s, u"null"_s, u"none"_s, u"nan"_s, u"#n/a"_s, u"k.a."_s};
    return text.size() < 8 && marks.contains(text.trimmed().toLower());
}

int monthNumber(const QString &word)
{
    static const QHash<QString, int> months = [] {
        static const char *const names[12] = {"january jan januar janner",
                                              "february feb februar",
                                              "march mar marz mrz maerz",
                                              "april apr",
                                              "may mai",
                                              "june jun juni",
                                              "july jul juli",
                                              "august aug",
                                              "september sep sept",
                                              "october oct oktober okt",
                                              "november nov",
                                              "december dec dezember dez"};
        QHash<QString, int> out;
        for (int month = 0; month < 12; ++month) {
            for (const QString &name : QString::fromLatin1(names[month]).split(u' '))
                out.insert(name, month + 1);
        }
        return out;
    }();
    return months.value(word);
}

std::optional<double> parseAmount(const QString &text, DecimalStyle style, int *decimals)
{
    if (text.size() > 40 || text.isEmpty())
        return std::nullopt;
    if (const std::optional<double> number = plainNumber(text, style, decimals))
        return number;
    static const QRegularExpression point(uR"(^(?:\d+|\d{1,3}(?:[,']\d{3})+)(?:\.(\d+))?$|^\.(\d+)$)"_s);
    static const QRegularExpression comma(uR"(^(?:\d+|\d{1,3}(?:[.']\d{3})+)(?:,(\d+))?$|^,(\d+)$)"_s);
    static const QRegularExpression scientific(uR"(^\s*[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}\s*$)"_s);
    if (style == DecimalStyle::Point && text.contains(u'e', Qt::CaseInsensitive) && scientific.match(text).hasMatch()) {
        const double value = text.trimmed().toDouble();
        if (decimals)
            *decimals = 6;
        return std::isfinite(value) ? std::optional(value) : std::nullopt;
    }
    bool negative = false;
    QString digits = bareDigits(text, &negative);
    const QRegularExpressionMatch match = (style == DecimalStyle::Point ? point : comma).match(digits);
    if (digits.isEmpty() || !match.hasMatch())
        return std::nullopt;
    if (decimals)
        *decimals = static_cast<int>(qMin<qsizetype>(match.captured(1).size() + match.captured(2).size(), 6));
    digits.remove(u'\'').remove(style == DecimalStyle::Point ? u',' : u'.');
    digits.replace(u',', u'.');
    bool ok = false;
    const double value = digits.toDouble(&ok);
    if (!ok)
        return std::nullopt;
    return negative ? -value : value;
}

std::optional<QString> parseDateCell(const QString &text, DateOrder order)
{
    if (text.size() < 6 || text.size() > 40)
        return std::nullopt;
    if (isPlainIsoDate(text)) // the usual case without pattern matching
        return text;
    if (!text[0].isLetterOrNumber() && !text[0].isSpace())
        return std::nullopt;
    static const QString clock = uR"((?:[T ,]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?)"_s;
    static const QRegularExpression iso(uR"(^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))"_s + clock + u"\\s*$"_s);
    static const QRegularExpression local(uR"(^\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2}))"_s + clock + u"\\s*$"_s);
    static const QRegularExpression month(uR"(^\s*(\d{4})-(\d{2})\s*$)"_s);
    static const QRegularExpression named(uR"(^\s*(?:(\d{1,2})[. -]+)?(\p{L}{3,9})[. -]+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\s*$)"_s);
    QString out;
    if (const auto match = iso.match(text); match.hasMatch()) {
        out = isoDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4));
    } else if (const auto parts = local.match(text); parts.hasMatch()) {
        const bool dayFirst = parts.captured(2) == u'.' || order == DateOrder::DayFirst;
        const int a = parts.captured(1).toInt();
        const int b = parts.captured(3).toInt();
        out = isoDate(parts.captured(4).toInt(), dayFirst ? b : a, dayFirst ? a : b, parts.captured(5));
    } else if (const auto yearMonth = month.match(text); yearMonth.hasMatch()) {
        out = isoDate(yearMonth.captured(1).toInt(), yearMonth.captured(2).toInt(), 1, {});
    } else {
        if (const auto words = named.match(text); words.hasMatch()) {
            const int number = monthNumber(fold(words.captured(2)));
            const QString day = words.captured(1).isEmpty() ? words.captured(3) : words.captured(1);
            if (number > 0)
                out = isoDate(words.captured(4).toInt(), number, day.isEmpty() ? 1 : day.toInt(), {});
        }
    }
    return out.isEmpty() ? std::nullopt : std::optional(out);
}

void ColumnGuess::take(const QString &cell)
{
    if (isMissing(cell))
        return;
    ++m_filled;
    // One cell that is neither settles it: the other cells need no look.
    const bool numbersPossible = m_point == m_filled - 1 || m_comma == m_filled - 1;
    const bool datesPossible = m_dayFirst == m_filled - 1 || m_monthFirst == m_filled - 1;
    if (numbersPossible) {
        int decimals = 0;
        if (parseAmount(cell, DecimalStyle::Point, &decimals)) {
            ++m_point;
            m_pointDecimals = qMax(m_pointDecimals, decimals);
        }
        if (parseAmount(cell, DecimalStyle::Comma, &decimals)) {
            ++m_comma;
            m_commaDecimals = qMax(m_commaDecimals, decimals);
        }
        if (looksLikeCode(cell))
            ++m_codes;
    }
    if (datesPossible) {
        if (parseDateCell(cell, DateOrder::DayFirst))
            ++m_dayFirst;
        if (parseDateCell(cell, DateOrder::MonthFirst))
            ++m_monthFirst;
    }
}

ColumnType ColumnGuess::type() const
{
    if (m_filled == 0)
        return ColumnType::Text;
    if (m_dayFirst == m_filled || m_monthFirst == m_filled)
        return ColumnType::Date;
    if (m_codes > 0 || (m_point < m_filled && m_comma < m_filled))
        return ColumnType::Text;
    const int decimals = m_point == m_filled ? m_pointDecimals : m_commaDecimals;
    return decimals > 0 ? ColumnType::Real : ColumnType::Integer;
}

DecimalStyle ColumnGuess::decimalStyle(bool preferComma) const
{
    if (m_comma == m_filled && (preferComma || m_point < m_filled))
        return DecimalStyle::Comma;
    return DecimalStyle::Point;
}

DateOrder ColumnGuess::dateOrder(bool preferDayFirst) const
{
    if (m_dayFirst == m_filled && (preferDayFirst || m_monthFirst < m_filled))
        return DateOrder::DayFirst;
    return DateOrder::MonthFirst;
}

int ColumnGuess::decimals(bool preferComma) const
{
    return decimalStyle(preferComma) == DecimalStyle::Comma ? m_commaDecimals : m_pointDecimals;
}

} // namespace desk::server
