#include "gui/definitions/definitiondiffmodel.h"

namespace desk {

DefinitionDiffModel::DefinitionDiffModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void DefinitionDiffModel::setRows(const QList<DiffRow> &rows, const QString &before, const QString &after)
{
    beginResetModel();
    m_rows = rows;
    m_before = before;
    m_after = after;
    endResetModel();
}

QList<DiffLine> DefinitionDiffModel::lines(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const DiffRow &row = m_rows.at(index.row());
    switch (index.column()) {
    case BeforeColumn:
        return row.before;
    case AfterColumn:
        return row.after;
    default:
        return {{DiffLine::Kind::Plain, row.field}};
    }
}

int DefinitionDiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DefinitionDiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DefinitionDiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return withSigns(lines(index));
    if (role != Qt::AccessibleTextRole)
        return {};
    const DiffRow &row = m_rows.at(index.row());
    if (row.before.isEmpty() && row.after.isEmpty())
        return row.field;
    switch (index.column()) { // the first cell tells the whole row
    case BeforeColumn:
        return tr("Before: %1").arg(withSigns(row.before));
    case AfterColumn:
        return tr("After: %1").arg(withSigns(row.after));
    default:
        return tr("%1. Before: %2. After: %3").arg(row.field, withSigns(row.before), withSigns(row.after));
    }
}

QVariant DefinitionDiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FieldColumn:
        return tr("Field");
    case BeforeColumn:
        return tr("Before: %1").arg(m_before);
    case AfterColumn:
        return tr("After: %1").arg(m_after);
    default:
        return {};
    }
}

} // namespace desk
