#include "gui/chat/table/tablemodel.h"

#include "gui/chat/table/cellnumber.h"
#include "gui/chat/table/tabletext.h"
#include "gui/text/textlimiter.h"

#include <QCollator>
#include <QMimeData>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Key {
    int kind = 2; // a number, a text, nothing
    double number = 0;
    QCollatorSortKey text;
};

Key keyOf(const QString &cell, const QCollator &collator)
{
    const auto number = cellNumber(cell);
    const int kind = cell.trimmed().isEmpty() ? 2 : number ? 0 : 1;
    return {kind, number.value_or(0), collator.sortKey(kind == 1 ? cell.left(200) : QString())};
}

} // namespace

TableModel::TableModel(const TableData &table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(table)
{
    order();
}

void TableModel::order()
{
    m_rows.clear();
    for (int row = 0; row < static_cast<int>(m_table.rows.size()); ++row) {
        const QStringList &cells = m_table.rows.at(row);
        const bool in = m_filter.isEmpty() ||
                        std::any_of(cells.cbegin(), cells.cend(), [this](const QString &cell) { return m_filter.contains(cell); });
        if (in)
            m_rows.push_back(row);
    }
    if (m_column < 0)
        return;
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<Key> keys;
    keys.reserve(static_cast<size_t>(m_table.rows.size()));
    for (const QStringList &row : std::as_const(m_table.rows))
        keys.push_back(keyOf(row.value(m_column), collator));
    const bool up = m_order == Qt::AscendingOrder;
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](int a, int b) {
        const Key &one = keys.at(static_cast<size_t>(a));
        const Key &two = keys.at(static_cast<size_t>(b));
        if (one.kind != two.kind)
            return one.kind < two.kind; // empty cells are last in both directions
        if (one.kind == 0)
            return up ? one.number < two.number : two.number < one.number;
        return up ? one.text < two.text : two.text < one.text;
    });
}

// Another filter is another table: to tell row by row what came and went would cost more than to look again.
void TableModel::setFilter(const QString &words)
{
    beginResetModel();
    m_filter = TextMatcher(words);
    order();
    endResetModel();
}

void TableModel::sort(int column, Qt::SortOrder order_)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> rows;
    for (const QModelIndex &index : before)
        rows.push_back(m_rows.at(static_cast<size_t>(index.row())));
    m_column = column;
    m_order = order_;
    order();
    std::vector<int> places(static_cast<size_t>(m_table.rows.size()), -1);
    for (size_t i = 0; i < m_rows.size(); ++i)
        places.at(static_cast<size_t>(m_rows.at(i))) = static_cast<int>(i);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(places.at(static_cast<size_t>(rows.at(static_cast<size_t>(i)))), before.at(i).column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

TableData TableModel::shown() const
{
    TableData table{m_table.head, m_table.alignments, {}};
    for (const int row : m_rows)
        table.rows << m_table.rows.at(row);
    return table;
}

TableData TableModel::selected(const QModelIndexList &cells) const
{
    if (cells.isEmpty())
        return shown();
    int top = rowCount();
    int bottom = 0;
    int left = columnCount();
    int right = 0;
    QSet<std::pair<int, int>> chosen;
    for (const QModelIndex &cell : cells) {
        top = qMin(top, cell.row());
        bottom = qMax(bottom, cell.row());
        left = qMin(left, cell.column());
        right = qMax(right, cell.column());
        chosen.insert({cell.row(), cell.column()});
    }
    TableData table;
    if (top == 0 && bottom == rowCount() - 1)
        table.head = m_table.head.mid(left, right - left + 1);
    table.alignments = m_table.alignments.mid(left, right - left + 1);
    for (int row = top; row <= bottom; ++row) {
        QStringList out;
        for (int column = left; column <= right; ++column)
            out << (chosen.contains({row, column}) ? m_table.rows.at(m_rows.at(static_cast<size_t>(row))).value(column) : QString());
        table.rows << out;
    }
    return table;
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.head.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString cell = m_table.rows.at(m_rows.at(static_cast<size_t>(index.row()))).value(index.column());
    if (role == Qt::DisplayRole)
        return displayLine(cell, 500);
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment given = m_table.alignments.value(index.column(), Qt::AlignLeading);
        const bool number = given == Qt::AlignLeading && cellNumber(cell);
        return QVariant::fromValue((number ? Qt::AlignTrailing : given) | Qt::AlignVCenter);
    }
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(displayLine(m_table.head.value(section), 120)) : QVariant(section + 1);
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList TableModel::mimeTypes() const
{
    return {u"text/plain"_s, u"text/html"_s, u"text/csv"_s};
}

QMimeData *TableModel::mimeData(const QModelIndexList &indexes) const
{
    return indexes.isEmpty() ? nullptr : tableMimeData(selected(indexes)).release();
}

} // namespace desk
