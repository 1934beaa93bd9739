#include "localserver/engine/tableanswer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <cmath>

namespace desk::server {

using namespace Qt::StringLiterals;
using Function = TablePlan::Function;
using Shape = TablePlan::Shape;

namespace {

struct TableAnswerText {
    Q_DECLARE_TR_FUNCTIONS(TableAnswerText)
};

constexpr int shownGroups = 15;
constexpr int shownColumns = 40;

QString formatNumber(const QJsonValue &value, int decimals)
{
    const double number = value.toDouble();
    const QLocale locale;
    if (decimals <= 0 && number == std::floor(number) && std::fabs(number) < 1e15)
        return locale.toString(value.toInteger(static_cast<qint64>(number)));
    return locale.toString(number, 'f', decimals > 0 ? decimals : 2);
}

// The decimals a result column is shown with: those of the table column it is or was made from.
int decimalsOf(const QString &heading, const TablePlan &plan, const TableStore &table)
{
    int best = -1;
    for (const TableColumn &column : table.columns) {
        if (heading.compare(column.name, Qt::CaseInsensitive) == 0)
            return column.decimals;
        if (heading.endsWith(u'_' + column.name, Qt::CaseInsensitive) && column.isNumber())
            best = qMax(best, heading.startsWith("average_"_L1) ? qMax(2, column.decimals) : column.decimals);
    }
    return best >= 0 ? best : plan.shape == Shape::Sql ? -1 : plan.decimals;
}

QString cellText(const QJsonValue &cell, int decimals)
{
    if (cell.isNull() || cell.isUndefined())
        return u"–"_s;
    if (!cell.isDouble())
        return escapeMarkdown(shortLine(cell.toString(), 120));
    const double number = cell.toDouble();
    if (decimals < 0 && number != std::floor(number))
        return QLocale().toString(number, 'g', 12);
    return formatNumber(cell, decimals);
}

QString headingText(const QString &name)
{
    return escapeMarkdown(shortLine(QString(name).replace(u'_', u' '), 40));
}

QString strong(const QString &text)
{
    return text.trimmed().isEmpty() ? text : u"**%1**"_s.arg(text);
}

// "revenue", "average revenue", …
QString measureText(const TablePlan &plan)
{
    const QString name = escapeMarkdown(plan.measure);
    switch (plan.function) {
    case Function::Sum:
        return TableAnswerText::tr("total %1", "sum of a column").arg(name);
    case Function::Average:
        return TableAnswerText::tr("average %1", "average of a column").arg(name);
    case Function::Minimum:
        return TableAnswerText::tr("lowest %1", "minimum of a column").arg(name);
    case Function::Maximum:
        return TableAnswerText::tr("highest %1", "maximum of a column").arg(name);
    case Function::Count:
        break;
    }
    return TableAnswerText::tr("number of rows");
}

// The groups that share the first place.
QStringList leaders(const QJsonArray &rows, qsizetype groupColumns)
{
    QStringList out;
    const QJsonValue best = rows.first().toArray().at(groupColumns);
    for (const QJsonValue &row : rows) {
        const QJsonArray cells = row.toArray();
        if (cells.at(groupColumns) != best || out.size() >= 5)
            break;
        QStringList parts;
        for (qsizetype i = 0; i < groupColumns; ++i)
            parts.append(cellText(cells.at(i), 0));
        out.append(parts.join(" / "_L1));
    }
    return out;
}

QString firstPlaceSentence(const TablePlan &plan, const QJsonArray &rows, const TableStore &table)
{
    const qsizetype groupColumns = plan.groups.size();
    const QJsonArray first = rows.first().toArray();
    const QStringList names = leaders(rows, groupColumns);
    const QString who = strong(names.join(", "_L1));
    const QString figure = strong(cellText(first.at(groupColumns), plan.function == Function::Count ? 0 : plan.decimals));
    const QString what = measureText(plan);
    if (names.size() > 1)
        return plan.descending ? TableAnswerText::tr("%1 share the first place by %2: %3 each.").arg(who, what, figure)
                               : TableAnswerText::tr("%1 share the last place by %2: %3 each.").arg(who, what, figure);
    if (!plan.secondMeasure.isEmpty()) {
        const int column = table.columnIndex(plan.secondMeasure);
        const QString second = cellText(first.at(groupColumns + 1), column >= 0 ? table.columns[column].decimals : 0);
        const QString name = escapeMarkdown(plan.secondMeasure);
        return plan.descending ? TableAnswerText::tr("%1 comes first by %2: %3, with %4 %5.", "%4 %5: a figure and its column name")
                                     .arg(who, what, figure, second, name)
                               : TableAnswerText::tr("%1 comes last by %2: %3, with %4 %5.", "%4 %5: a figure and its column name")
                                     .arg(who, what, figure, second, name);
    }
    return plan.descending ? TableAnswerText::tr("%1 comes first by %2: %3.").arg(who, what, figure)
                           : TableAnswerText::tr("%1 comes last by %2: %3.").arg(who, what, figure);
}

QString groupsSentence(const TablePlan &plan, const QJsonArray &rows, const TableStore &table)
{
    if (plan.bestOfEach)
        return plan.descending
                   ? TableAnswerText::tr("The first of each %1 by %2:").arg(escapeMarkdown(plan.groups.value(0)), measureText(plan))
                   : TableAnswerText::tr("The last of each %1 by %2:").arg(escapeMarkdown(plan.groups.value(0)), measureText(plan));
    if (plan.superlative)
        return firstPlaceSentence(plan, rows, table);
    QStringList headings;
    for (const QString &group : plan.groups)
        headings.append(escapeMarkdown(group));
    return TableAnswerText::tr("The %1 by %2:", "total revenue by region").arg(measureText(plan), headings.join(", "_L1));
}

QString sentence(const TablePlan &plan, const QJsonObject &result, const TableStore &table)
{
    const QJsonArray rows = result.value("rows"_L1).toArray();
    const auto count = static_cast<int>(rows.size());
    const QJsonArray first = rows.first().toArray();
    switch (plan.shape) {
    case Shape::Columns:
        return TableAnswerText::tr("%1 has %n row(s) and these columns:", nullptr, static_cast<int>(table.rowCount))
            .arg(strong(escapeMarkdown(table.filename)));
    case Shape::RowCount:
        return TableAnswerText::tr("There are %1 rows.").arg(strong(cellText(first.at(0), 0)));
    case Shape::Distinct:
        return plan.countOnly
                   ? TableAnswerText::tr("There are %1 different values of %2.")
                         .arg(strong(cellText(first.at(0), 0)), escapeMarkdown(plan.groups.value(0)))
                   : TableAnswerText::tr("%n different value(s) of %1:", nullptr, count).arg(escapeMarkdown(plan.groups.value(0)));
    case Shape::Extreme: {
        const int column = table.columnIndex(plan.measure);
        const QString figure = strong(cellText(first.at(column), plan.decimals));
        return plan.descending ? TableAnswerText::tr("The highest %1 in one row is %2.").arg(escapeMarkdown(plan.measure), figure)
                               : TableAnswerText::tr("The lowest %1 in one row is %2.").arg(escapeMarkdown(plan.measure), figure);
    }
    case Shape::Single:
        if (first.at(0).isNull())
            return TableAnswerText::tr("No row has a value for %1.").arg(escapeMarkdown(plan.measure));
        if (!plan.secondMeasure.isEmpty())
            return TableAnswerText::tr("The %1 is %2, with %3 %4.", "%3 %4: a figure and its column name")
                .arg(measureText(plan), strong(cellText(first.at(0), plan.decimals)),
                     cellText(first.at(1), decimalsOf(plan.secondMeasure, plan, table)), escapeMarkdown(plan.secondMeasure));
        return TableAnswerText::tr("The %1 is %2.").arg(measureText(plan), strong(cellText(first.at(0), plan.decimals)));
    case Shape::Groups:
        return groupsSentence(plan, rows, table);
    default:
        return TableAnswerText::tr("%n row(s):", nullptr, count);
    }
}

QString columnList(const TableStore &table)
{
    QStringList lines;
    for (const TableColumn &column : table.columns) {
        if (lines.size() >= shownColumns) {
            lines.append(u"- …"_s);
            break;
        }
        QString about;
        if (column.type == ColumnType::Date)
            about = TableAnswerText::tr("dates from %1 to %2").arg(column.firstDate, column.lastDate);
        else if (column.isNumber())
            about = TableAnswerText::tr("numbers");
        else
            about = column.examples.isEmpty()
                        ? TableAnswerText::tr("text")
                        : TableAnswerText::tr("text such as %1")
                              .arg(escapeMarkdown(
                                  shortLine(column.examples.first(qMin<qsizetype>(3, column.examples.size())).join(", "_L1), 80)));
        lines.append(u"- **%1**: %2"_s.arg(escapeMarkdown(column.name), about));
    }
    return lines.join(u'\n');
}

// A fence longer than any run of backticks inside.
QString codeBlock(const QString &sql)
{
    QString fence = u"```"_s;
    while (sql.contains(fence))
        fence += u'`';
    return fence + "sql\n"_L1 + cleanText(sql) + u'\n' + fence;
}

} // namespace

QString markdownTable(const QJsonObject &result, const TablePlan &plan, const TableStore &table, int maxRows)
{
    const QJsonArray columns = result.value("columns"_L1).toArray();
    const QJsonArray rows = result.value("rows"_L1).toArray();
    if (columns.isEmpty())
        return {};
    const auto width = qMin<qsizetype>(columns.size(), 12);
    QStringList headings;
    QStringList rules;
    QList<int> decimals;
    for (qsizetype i = 0; i < width; ++i) {
        const bool number = !rows.isEmpty() && rows.first().toArray().at(i).isDouble();
        headings.append(headingText(columns.at(i).toString()));
        rules.append(number ? u"---:"_s : u"---"_s);
        decimals.append(decimalsOf(columns.at(i).toString(), plan, table));
    }
    QStringList lines{u"| %1 |"_s.arg(headings.join(" | "_L1)), u"| %1 |"_s.arg(rules.join(" | "_L1))};
    for (const QJsonValue &row : rows) {
        if (lines.size() >= maxRows + 2)
            break;
        QStringList cells;
        for (qsizetype i = 0; i < width; ++i)
            cells.append(cellText(row.toArray().at(i), decimals[i]));
        lines.append(u"| %1 |"_s.arg(cells.join(" | "_L1)));
    }
    return lines.join(u'\n');
}

QString tableAnswer(const TablePlan &plan, const QJsonObject &result, const TableStore &table)
{
    QStringList parts;
    const QJsonArray rows = result.value("rows"_L1).toArray();
    QStringList filters;
    for (const QString &filter : plan.filters)
        filters.append(escapeMarkdown(filter));
    if (rows.isEmpty())
        parts.append(TableAnswerText::tr("No row of %1 matches.").arg(escapeMarkdown(table.filename)));
    else
        parts.append(sentence(plan, result, table));
    if (!filters.isEmpty())
        parts.last() += u' ' + TableAnswerText::tr("(Only: %1.)", "the conditions of a query").arg(filters.join("; "_L1));
    if (plan.shape == Shape::Columns)
        parts.append(columnList(table));
    const bool figureOnly =
        plan.shape == Shape::RowCount || plan.shape == Shape::Single || (plan.shape == Shape::Distinct && plan.countOnly);
    if (!rows.isEmpty() && !figureOnly) {
        parts.append(markdownTable(result, plan, table, shownGroups));
        if (rows.size() > shownGroups)
            parts.append(
                TableAnswerText::tr("%n more row(s) are in the tool result.", nullptr, static_cast<int>(rows.size()) - shownGroups));
        if (result.value("truncated"_L1).toBool())
            parts.append(TableAnswerText::tr("The query has more rows than are shown here."));
    }
    if (!plan.ignored.isEmpty())
        parts.append(TableAnswerText::tr("Words that had no effect: %1.").arg(escapeMarkdown(plan.ignored.join(", "_L1))));
    if (table.raggedRows > 0)
        parts.append(TableAnswerText::tr("%n row(s) of the file have more or fewer cells than its header; missing cells count as empty.",
                                         nullptr, static_cast<int>(table.raggedRows)));
    if (table.endsInQuotes)
        parts.append(TableAnswerText::tr(
            "A quotation mark in the file is never closed: the rows after it were read as one cell and are missing here."));
    if (table.droppedCharacters > 0)
        parts.append(TableAnswerText::tr("Some cells of the file are too long and were cut."));
    parts.append(codeBlock(result.value("sql"_L1).toString()));
    parts.append(TableAnswerText::tr("Source: %1").arg(escapeMarkdown(table.filename)));
    return parts.join("\n\n"_L1);
}

QString notUnderstoodAnswer(const TablePlan &plan, const TableStore &table)
{
    QStringList examples;
    for (const QString &example : plan.examples)
        examples.append(u"- "_s + escapeMarkdown(example));
    return QStringList{
        plan.problem + u' ' + TableAnswerText::tr("The built-in engine reads questions by rules, without a language model."),
        TableAnswerText::tr("%1 has these columns:").arg(strong(escapeMarkdown(table.filename))),
        columnList(table),
        TableAnswerText::tr("These questions work on it:"),
        examples.join(u'\n'),
        TableAnswerText::tr("You can also write SQL that starts with SELECT; the table's name is %1.").arg(u'`' + table.tableName + u'`')}
        .join("\n\n"_L1);
}

} // namespace desk::server
