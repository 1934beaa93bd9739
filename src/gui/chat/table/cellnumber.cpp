#include "gui/chat/table/cellnumber.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longest = 40;

// The last of the two separators is the decimal one; a single one with three digits behind it groups thousands if it is a comma.
bool normalise(QString *digits)
{
    const qsizetype comma = digits->lastIndexOf(u',');
    const qsizetype point = digits->lastIndexOf(u'.');
    const qsizetype commas = digits->count(u',');
    const qsizetype points = digits->count(u'.');
    if (commas > 1 && points > 1)
        return false;
    const bool groups = commas > 1 || (commas == 1 && points == 0 && digits->size() - comma == 4 && comma > 0);
    const bool decimalComma = commas == 1 && !groups && comma > point;
    const QChar decimal = decimalComma ? u',' : (points == 1 ? u'.' : QChar());
    if (points > 1 && !decimalComma && commas == 0) { // 1.234.567, but not 1.2.3
        for (qsizetype at = digits->indexOf(u'.'); at >= 0; at = digits->indexOf(u'.', at + 1)) {
            const qsizetype next = digits->indexOf(u'.', at + 1);
            if ((next < 0 ? digits->size() : next) - at != 4)
                return false;
        }
    }
    QString out;
    for (const QChar c : std::as_const(*digits)) {
        if (c == decimal)
            out += u'.';
        else if (c != u',' && c != u'.')
            out += c;
    }
    *digits = out;
    return true;
}

} // namespace

std::optional<double> cellNumber(QStringView cell)
{
    QStringView text = cell.trimmed();
    if (text.isEmpty() || text.size() > longest)
        return {};
    bool negative = text.startsWith(u'(') && text.endsWith(u')');
    if (negative)
        text = text.sliced(1, text.size() - 2);
    QString digits;
    QString unit;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool sign = c == u'-' || c == u'\u2212' || c == u'+';
        if (sign && digits.isEmpty())
            negative = negative != (c != u'+');
        else if (c.isDigit() || c == u'.' || c == u',' || (c.toLower() == u'e' && !digits.isEmpty() && i + 1 < text.size()) ||
                 (sign && digits.endsWith(u'e', Qt::CaseInsensitive)))
            digits += c == u'\u2212' ? QChar(u'-') : c;
        else if (c.isSpace() || c == u'\'' || c == u'_')
            continue;
        else if (u"%$\u20AC\u00A3\u00A5"_s.contains(c) && unit.isEmpty())
            unit = c;
        else
            return {};
    }
    bool ok = false;
    if (digits.isEmpty() || !digits.front().isDigit() ? !digits.startsWith(u'.') : false)
        return {};
    if (!digits.contains(u'e', Qt::CaseInsensitive) && !normalise(&digits))
        return {};
    const double value = digits.toDouble(&ok);
    return ok ? std::optional(negative ? -value : value) : std::nullopt;
}

} // namespace desk
