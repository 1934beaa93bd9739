#pragma once

#include "state/approvals/waitingapproval.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>

namespace desk {

class ApprovalInbox;

// What waits for the person, as the inbox sorts it (D-66). The words are of strangers: show them as plain text.
class WaitingListModel : public DiffModel<QAbstractListModel, WaitingApproval>
{
    Q_OBJECT
public:
    enum Roles { KeyRole = Qt::UserRole + 1, TitleRole, PlaceRole };

    explicit WaitingListModel(ApprovalInbox &inbox, QObject *parent = nullptr); // inbox outlives it

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int rowOf(const QString &key) const; // -1: it is gone

    [[nodiscard]] static QString title(const WaitingApproval &row); // what is asked, at most a few hundred characters
    [[nodiscard]] static QString place(const WaitingApproval &row); // workflow or conversation, and profile

private:
    void update();

    ApprovalInbox &m_inbox;
    QList<WaitingApproval> m_rows;
};

} // namespace desk
