#pragma once

#include "state/agents/agentruns.h"
#include "state/models/diffmodel.h"

#include <QAbstractTableModel>

namespace desk {

// The latest runs of one agent as a table, newest first. Has the roles of RunModel for its status column.
class AgentRunModel : public DiffModel<QAbstractTableModel, AgentRun>
{
    Q_OBJECT
public:
    enum Column { StatusColumn, PromptColumn, StartedColumn, DurationColumn, TokensColumn, ColumnCount };

    explicit AgentRunModel(AgentRuns &runs, QObject *parent = nullptr); // runs outlive it

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] RunId idAt(const QModelIndex &index) const;
    [[nodiscard]] bool hasTokens() const; // the server told them of one at least
    [[nodiscard]] static QString durationText(qint64 ms);

private:
    void update();
    [[nodiscard]] static QString text(const AgentRun &run, int column);

    AgentRuns &m_runs;
    QList<AgentRun> m_rows;
};

} // namespace desk
