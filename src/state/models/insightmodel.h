#pragma once

#include "state/insights/insightstore.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>

namespace desk {

// The store's rows. A page that is added is one insertion, however many rows there are already.
class InsightModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        ContentRole,       // foreign text, with its markdown
        CategoryRole,      // the word of the wire
        CategoryTitleRole, // for people
        MatchRole,         // percent
        CreatedRole,       // QDate
        ConversationRole,
        PendingRole,
        NewRole
    };

    explicit InsightModel(InsightStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] const InsightRow *rowAt(const QModelIndex &index) const; // valid until the next change
    [[nodiscard]] QModelIndex indexOf(const InsightId &id) const;

private:
    void update();
    void replaceMiddle(qsizetype start, qsizetype oldEnd, const QList<InsightRow> &next);
    void diffMiddle(qsizetype start, qsizetype oldEnd, const QList<InsightRow> &next);
    void updateRow(const InsightId &id);

    InsightStore &m_store;
    QList<InsightRow> m_rows;
};

} // namespace desk
