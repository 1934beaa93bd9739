#include "gui/chat/table/tabletext.h"

#include "gui/text/textlimiter.h"
#include "state/export/tablecsv.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QList<QStringList> cells(const TableData &table)
{
    QList<QStringList> rows;
    const auto add = [&rows](const QStringList &row) {
        QStringList cleaned;
        for (const QString &cell : row)
            cleaned.append(clipboardText(cell));
        rows.append(cleaned);
    };
    if (!table.head.isEmpty())
        add(table.head);
    for (const QStringList &row : table.rows)
        add(row);
    return rows;
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

// For the clipboard: programs that read tabs do not expect quotes.
QString tableTsv(const TableData &table)
{
    QString out;
    const QList<QStringList> rows = cells(table);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            out += (i > 0 ? u"\t"_s : QString()) + guardedCell(QString(row.at(i)).replace(u'\t', u' ').replace(u'\n', u' '));
        out += u'\n';
    }
    return out;
}

QString tableCsv(const TableData &table)
{
    return QString::fromUtf8(desk::tableCsv(cells(table)));
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
