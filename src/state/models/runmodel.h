#pragma once

#include "domain/run.h"
#include "state/models/diffmodel.h"

#include <QAbstractTableModel>

namespace desk {

class AgentStore;
class RunStore;

// The runs as a table, newest first. DisplayRole is text, SortRole the value behind it.
class RunModel : public DiffModel<QAbstractTableModel, RunId>
{
    Q_OBJECT
public:
    enum Column { StatusColumn, PromptColumn, AgentColumn, StartedColumn, DurationColumn, ColumnCount };
    enum Roles { IdRole = Qt::UserRole + 1, StatusRole /* int of RunStatus::Value */, StatusTextRole, KnowledgeRole, SortRole };

    RunModel(RunStore &runs, AgentStore &agents, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] RunId idAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const RunId &id) const;
    [[nodiscard]] static QString statusText(const RunStatus &status); // translated
    [[nodiscard]] static QString durationText(const Run &run);        // "1.2 s", "3 min 4 s" or ""

private:
    void update();
    void updateAgents();
    void onRunChanged(const RunId &id);
    [[nodiscard]] QString agentTitle(const Run &run) const;

    RunStore &m_store;
    AgentStore &m_agents;
    QList<RunId> m_rows;
};

} // namespace desk
