#pragma once

#include "state/executions/executioncompare.h"
#include "state/executions/executionrecord.h"

#include <QAbstractTableModel>

namespace desk {

// The steps of two executions beside each other. The first row is the whole: its input, its end, what it used.
class StepPairModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StepColumn, BeforeColumn, AfterColumn, TimeColumn, TokensColumn, SameColumn, ColumnCount };

    StepPairModel(const ExecutionRecord &before, const ExecutionRecord &after, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const StepPair *pairAt(int row) const; // null: the row of the whole

private:
    struct Row {
        QString step;
        QString before;
        QString after;
        QString time;
        QString tokens;
        QString same;
    };
    [[nodiscard]] Row wholeRow(const ExecutionRecord &before, const ExecutionRecord &after) const;
    [[nodiscard]] static QString moreSeconds(const std::optional<double> &seconds);
    [[nodiscard]] static QString moreTokens(const std::optional<ExecutionUsage> &before, const std::optional<ExecutionUsage> &after);

    QList<StepPair> m_pairs;
    QList<Row> m_rows;
};

} // namespace desk
