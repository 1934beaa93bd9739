#include "state/export/tablecsv.h"

#include <QStringView>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// "-12", "+3.5", "-1,204.50", "-.5", "-1e-6", "-5 %": digits and what stands between digits, nothing that could be a name or a call.
bool isSignedNumber(QStringView text)
{
    if (text.size() < 2 || (text.front() != u'-' && text.front() != u'+'))
        return false;
    QStringView rest = text.sliced(1);
    if (rest.endsWith(u'%'))
        rest = rest.chopped(1).trimmed();
    const qsizetype exponent = rest.indexOf(u'e', 0, Qt::CaseInsensitive);
    const QStringView mantissa = exponent < 0 ? rest : rest.left(exponent);
    if (exponent >= 0) {
        QStringView power = rest.mid(exponent + 1);
        if (power.startsWith(u'-') || power.startsWith(u'+'))
            power = power.sliced(1);
        if (power.isEmpty() || !std::all_of(power.begin(), power.end(), isDigit))
            return false;
    }
    const auto belongs = [](QChar c) { return isDigit(c) || c == u'.' || c == u',' || c == u'\u00a0' || c == u'\u202f'; };
    return std::any_of(mantissa.begin(), mantissa.end(), isDigit) && std::all_of(mantissa.begin(), mantissa.end(), belongs);
}

void appendCell(QString &line, const QString &cell, QChar separator)
{
    const auto needsQuotes = [separator](QChar c) { return c == separator || c == u'"' || c == u'\r' || c == u'\n'; };
    const bool hasEdges = !cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace()); // some readers trim what is not quoted
    if (!hasEdges && std::none_of(cell.begin(), cell.end(), needsQuotes)) {
        line += cell;
        return;
    }
    line += u'"';
    line += QString(cell).replace(u'"', u"\"\""_s);
    line += u'"';
}

} // namespace

QString guardedCell(const QString &cell)
{
    // Spreadsheets look past blanks in front; the full-width forms mean the same to some of them.
    static const QString starters = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s;
    QStringView seen(cell);
    if (seen.isEmpty())
        return cell;
    const bool startsBadly = starters.contains(seen.front());
    while (!seen.isEmpty() && (seen.front().isSpace() || seen.front() == QChar(QChar::ByteOrderMark)))
        seen = seen.sliced(1);
    const bool isFormula = startsBadly || (!seen.isEmpty() && starters.contains(seen.front()));
    return isFormula && !isSignedNumber(cell) ? u'\'' + cell : cell;
}

QByteArray tableCsv(const QList<QStringList> &rows, const TableCsvOptions &options)
{
    const QChar separator = options.separator == TableCsvOptions::Separator::Tab ? u'\t' : u',';
    QByteArray out = options.byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                line += separator;
            appendCell(line, options.guardFormulas ? guardedCell(row.at(i)) : row.at(i), separator);
        }
        if (row.size() == 1 && line.isEmpty())
            line = u"\"\""_s; // an empty line would be no row at all
        out += (line + u"\r\n"_s).toUtf8();
    }
    return out;
}

} // namespace desk
