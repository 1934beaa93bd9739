#pragma once

#include "gui/chat/table/tabledata.h"
#include "gui/text/textmatcher.h"

#include <QAbstractTableModel>

#include <vector>

namespace desk {

// A table of an answer to look at: sorted by a column (numbers by what they are worth, then words, then empty cells) and filtered in the
// model itself. Selected cells can be dragged and copied for other programs.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit TableModel(const TableData &table, QObject *parent = nullptr);

    void setFilter(const QString &words); // rows with the words in any cell
    [[nodiscard]] const TableData &table() const { return m_table; }
    [[nodiscard]] TableData shown() const;                                // as sorted and filtered
    [[nodiscard]] TableData selected(const QModelIndexList &cells) const; // the rectangle around them; the head only for whole columns

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override; // -1: as it came
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    void order();

    TableData m_table;
    TextMatcher m_filter;
    std::vector<int> m_rows; // shown ones, in order
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace desk
