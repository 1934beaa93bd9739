#include "gui/chat/table/tabletext.h"

#include "gui/chat/table/cellnumber.h"
#include "gui/chat/textlimiter.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Spreadsheets run what begins like this; numbers such as -5 must stay numbers.
bool isFormula(const QString &cell)
{
    return !cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()) && !cellNumber(cell);
}

QString csvCell(const QString &cell)
{
    QString text = clipboardText(cell);
    if (isFormula(text))
        text.prepend(u'\'');
    const bool quoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.startsWith(u' ') || text.endsWith(u' ');
    return quoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

QString tsvCell(const QString &cell)
{
    QString text = clipboardText(cell).replace(u'\t', u' ').replace(u'\n', u' ');
    return isFormula(text) ? u'\'' + text : text;
}

template <typename Cell>
QString lines(const TableData &table, QChar separator, QLatin1StringView lineEnd, Cell cell)
{
    QString out;
    const auto add = [&](const QStringList &row) {
        for (qsizetype i = 0; i < row.size(); ++i)
            out += (i > 0 ? QString(separator) : QString()) + cell(row.at(i));
        out += lineEnd;
    };
    if (!table.head.isEmpty())
        add(table.head);
    for (const QStringList &row : table.rows)
        add(row);
    return out;
}

QString htmlRow(const QStringList &row, const QList<Qt::Alignment> &alignments, QLatin1StringView tag)
{
    QString out = u"<tr>"_s;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const Qt::Alignment alignment = alignments.value(i, Qt::AlignLeading);
        const QString style = alignment == Qt::AlignTrailing  ? u" style=\"text-align:right\""_s
                              : alignment == Qt::AlignHCenter ? u" style=\"text-align:center\""_s
                                                              : QString();
        out += u'<' + tag + style + u'>' + clipboardText(row.at(i)).toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</"_s + tag + u'>';
    }
    return out + u"</tr>\n"_s;
}

} // namespace

QString tableTsv(const TableData &table)
{
    return lines(table, u'\t', "\n"_L1, tsvCell);
}

QString tableCsv(const TableData &table)
{
    return lines(table, u',', "\r\n"_L1, csvCell);
}

QString tableHtml(const TableData &table)
{
    QString out = u"<table border=\"1\">\n"_s;
    if (!table.head.isEmpty())
        out += u"<thead>"_s + htmlRow(table.head, table.alignments, "th"_L1) + u"</thead>\n"_s;
    out += u"<tbody>\n"_s;
    for (const QStringList &row : table.rows)
        out += htmlRow(row, table.alignments, "td"_L1);
    return out + u"</tbody></table>\n"_s;
}

std::unique_ptr<QMimeData> tableMimeData(const TableData &table)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(tableTsv(table));
    data->setData(u"text/html"_s, tableHtml(table).toUtf8());
    data->setData(u"text/csv"_s, tableCsv(table).toUtf8());
    return data;
}

} // namespace desk
