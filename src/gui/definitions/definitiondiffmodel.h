#pragma once

#include "gui/definitions/definitiondiff.h"

#include <QAbstractTableModel>

namespace desk {

// The differences between two versions as a table: the field, what it was, what it is.
class DefinitionDiffModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FieldColumn, BeforeColumn, AfterColumn, ColumnCount };

    explicit DefinitionDiffModel(QObject *parent = nullptr);

    // The names of both versions stand over their columns.
    void setRows(const QList<DiffRow> &rows, const QString &before, const QString &after);
    [[nodiscard]] const QList<DiffRow> &rows() const { return m_rows; }
    [[nodiscard]] QList<DiffLine> lines(const QModelIndex &index) const; // of a cell

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<DiffRow> m_rows;
    QString m_before;
    QString m_after;
};

} // namespace desk
