#pragma once

#include "domain/agent.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>

namespace desk {

class AgentStore;

// An agent, and whether it shows an edit that the server has not confirmed.
struct AgentRow {
    Agent agent;
    bool pending = false;
};

class AgentListModel : public DiffModel<QAbstractListModel, AgentRow>
{
    Q_OBJECT
public:
    enum Roles { IdRole = Qt::UserRole + 1, NameRole, TitleRole, DescriptionRole, BuiltinRole, ModelRole, PendingRole };

    explicit AgentListModel(AgentStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const Agent *agentAt(const QModelIndex &index) const; // valid until the next change
    [[nodiscard]] QModelIndex indexOf(const AgentId &id) const;

private:
    void update();
    void updateRow(const AgentId &id);

    AgentStore &m_store;
    QList<AgentRow> m_rows; // sorted by title
};

} // namespace desk
