#pragma once

#include "domain/conversation.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>

namespace desk {

class ConversationStore;

// The store's conversations as rows; applies each answer as inserts, removals, moves and changes keyed by id, never a reset.
class ConversationListModel : public DiffModel<QAbstractListModel, Conversation>
{
    Q_OBJECT
public:
    enum Roles { IdRole = Qt::UserRole + 1, TitleRole, PreviewRole, UpdatedRole, RunningRole };

    explicit ConversationListModel(ConversationStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] ConversationId idAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const ConversationId &id) const;

private:
    void update();

    ConversationStore &m_store;
    QList<Conversation> m_rows;
};

} // namespace desk
