#pragma once

#include "state/llm/catalogmodel.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>

namespace desk {

class ModelCatalog;

// The language models of a workspace, in the catalogue's order.
class LlmListModel : public DiffModel<QAbstractListModel, CatalogModel>
{
    Q_OBJECT
public:
    enum Roles {
        KeyRole = Qt::UserRole + 1, // provider and id: unique
        NameRole,
        ProviderRole,
        DescriptionRole,
        UsersRole, // how many agents
        SetUpRole,
        SummaryRole // provider, purposes, context and use in one line, for people
    };

    explicit LlmListModel(ModelCatalog &catalog, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const CatalogModel *modelAt(const QModelIndex &index) const; // valid until the next change
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    [[nodiscard]] static QString contextText(int tokens);

private:
    [[nodiscard]] static QString summaryOf(const CatalogModel &model);
    void update();

    ModelCatalog &m_catalog;
    QList<CatalogModel> m_rows;
};

} // namespace desk
