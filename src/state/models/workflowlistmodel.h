#pragma once

#include "domain/workflow.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>

namespace desk {

class WorkflowStore;

class WorkflowListModel : public DiffModel<QAbstractListModel, Workflow>
{
    Q_OBJECT
public:
    enum Roles { IdRole = Qt::UserRole + 1, NameRole, DescriptionRole, StepCountRole };

    explicit WorkflowListModel(WorkflowStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const Workflow *workflowAt(const QModelIndex &index) const; // valid until the next change

private:
    void update();

    WorkflowStore &m_store;
    QList<Workflow> m_rows;
};

} // namespace desk
