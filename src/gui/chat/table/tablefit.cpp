#include "gui/chat/table/tablefit.h"

#include "gui/text/markdownstyle.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <numeric>

namespace desk {

namespace {

constexpr int lookedAtRows = 60;
constexpr double widestColumn = 40; // characters that are worth room of their own
constexpr double narrowestColumn = 6;
constexpr double comfortableColumn = 14;
constexpr double lines = 6; // what Qt adds to a column for its borders, at most

struct Columns {
    QList<double> wanted; // pixels, with padding
    QList<double> least;
};

Columns measure(const QTextTable &table, const MarkdownStyle &style, double narrowest = narrowestColumn)
{
    const QFontMetricsF metrics(style.font);
    const double letter = metrics.averageCharWidth() * 1.08;
    const double padding = table.format().toTableFormat().cellPadding() * 2 + lines;
    Columns columns;
    for (int column = 0; column < table.columns(); ++column) {
        double longest = 1;
        for (int row = 0; row < qMin(table.rows(), lookedAtRows); ++row) {
            const QTextBlock block = table.cellAt(row, column).firstCursorPosition().block();
            const double width = metrics.horizontalAdvance(block.text().left(80)) / letter;
            longest = qMax(longest, row == 0 ? width * 1.1 : width);
        }
        columns.wanted << qMin(longest, widestColumn) * letter + padding;
        columns.least << qMin(longest, narrowest) * letter + padding;
    }
    return columns;
}

void addNote(const QTextTable &table, int hidden, const MarkdownStyle &style)
{
    QTextCursor cursor = table.lastCursorPosition();
    if (!cursor.movePosition(QTextCursor::NextBlock))
        return;
    cursor.movePosition(QTextCursor::StartOfBlock);
    QTextBlockFormat block;
    QTextCharFormat text;
    text.setForeground(style.subtle);
    const bool empty = cursor.block().length() == 1;
    if (!empty) {
        cursor.insertBlock(cursor.blockFormat());
        cursor.movePosition(QTextCursor::PreviousBlock);
    }
    cursor.setBlockFormat(block);
    cursor.insertText(
        QCoreApplication::translate("TableFit", "%n more columns do not fit here. Open the table to see them.", nullptr, hidden), text);
}

double sum(const QList<double> &list)
{
    return std::accumulate(list.cbegin(), list.cend(), 0.0);
}

void setWidths(QTextTable &table, const Columns &columns, double width)
{
    const double spare = qMax(0.0, width - sum(columns.least));
    const double missing = qMax(1.0, sum(columns.wanted) - sum(columns.least));
    QList<QTextLength> widths;
    for (qsizetype i = 0; i < columns.least.size(); ++i) {
        const double more = (columns.wanted.at(i) - columns.least.at(i)) * qMin(1.0, spare / missing);
        widths << QTextLength(QTextLength::FixedLength, columns.least.at(i) + more - lines);
    }
    QTextTableFormat format = table.format();
    format.setColumnWidthConstraints(widths);
    table.setFormat(format);
}

void fit(QTextTable &table, double width, const MarkdownStyle &style)
{
    Columns columns = measure(table, style);
    if (sum(columns.wanted) <= width)
        return;
    const int all = table.columns();
    while (columns.least.size() > 1 && sum(columns.least) > width) {
        columns.least.removeLast();
        columns.wanted.removeLast();
    }
    const auto shown = static_cast<int>(columns.least.size());
    if (shown < all)
        table.removeColumns(shown, all - shown);
    setWidths(table, columns, width);
    if (shown < all)
        addNote(table, all - shown, style);
}

// Returns the width it takes.
double spread(QTextTable &table, double room, const MarkdownStyle &style)
{
    const Columns columns = measure(table, style, comfortableColumn);
    if (sum(columns.wanted) <= room)
        return room;
    const double wanted = sum(columns.least) <= room ? room : sum(columns.wanted);
    setWidths(table, columns, wanted);
    return wanted;
}

} // namespace

bool fitTables(QTextDocument &document, double width, const MarkdownStyle &style, NestedTables nested)
{
    bool any = false;
    const auto frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (table == nullptr)
            continue;
        any = true;
        const double room = width - table->format().leftMargin();
        if (nested == NestedTables::Scroll && table->format().leftMargin() > 0)
            static_cast<void>(spread(*table, room, style));
        else
            fit(*table, room, style);
    }
    return any;
}

std::optional<double> spreadTable(QTextDocument &document, double width, const MarkdownStyle &style)
{
    const auto frames = document.rootFrame()->childFrames();
    auto *table = frames.isEmpty() ? nullptr : qobject_cast<QTextTable *>(frames.first());
    if (table == nullptr)
        return {};
    const double room = width - table->format().leftMargin();
    const double wanted = spread(*table, room, style);
    return wanted <= room ? width : wanted + table->format().leftMargin() + lines;
}

} // namespace desk
