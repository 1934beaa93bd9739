#include "state/models/waitinglistmodel.h"

#include "domain/profile.h"
#include "state/approvals/approvalinbox.h"

#include <algorithm>

namespace desk {

namespace {

constexpr qsizetype longest = 300; // of a title; the whole text is beside the list

} // namespace

WaitingListModel::WaitingListModel(ApprovalInbox &inbox, QObject *parent)
    : DiffModel(parent)
    , m_inbox(inbox)
{
    connect(&inbox, &ApprovalInbox::changed, this, &WaitingListModel::update);
    update();
}

int WaitingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString WaitingListModel::title(const WaitingApproval &row)
{
    if (row.step.isTool)
        //: The name of a tool
        return tr("The tool %1 waits for an approval").arg(row.step.prompt.toolName.left(longest));
    const QString text = row.step.prompt.text.left(longest).simplified();
    return text.isEmpty() ? tr("A step waits for an answer") : text;
}

QString WaitingListModel::place(const WaitingApproval &row)
{
    const QString own = row.isChat() ? row.title : row.workflowName;
    const QString name = own.isEmpty() ? (row.isChat() ? tr("New chat") : tr("A workflow that is gone")) : own.left(longest).simplified();
    const QString profile = row.profileName == Profile::localName() ? tr("Local workspace") : row.profileName.left(longest).simplified();
    //: A workflow or conversation, and the profile it is in
    return tr("%1 \u2013 %2").arg(name, profile);
}

QVariant WaitingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const WaitingApproval &row = m_rows.at(index.row());
    switch (role) {
    case KeyRole:
        return row.key;
    case Qt::DisplayRole:
    case TitleRole:
        return title(row);
    case PlaceRole:
        return place(row);
    case Qt::AccessibleTextRole:
        //: What is asked, and where
        return tr("%1, %2").arg(title(row), place(row));
    default:
        return {};
    }
}

QHash<int, QByteArray> WaitingListModel::roleNames() const
{
    return {{KeyRole, "key"}, {TitleRole, "title"}, {PlaceRole, "place"}};
}

int WaitingListModel::rowOf(const QString &key) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&key](const WaitingApproval &one) { return one.key == key; });
    return row == m_rows.cend() ? -1 : static_cast<int>(row - m_rows.cbegin());
}

void WaitingListModel::update()
{
    applyRows(
        m_rows, m_inbox.rows(), [](const WaitingApproval &row) { return row.key; },
        [](const WaitingApproval &a, const WaitingApproval &b) { return title(a) == title(b) && place(a) == place(b); });
}

} // namespace desk
