#pragma once

#include <QList>
#include <QSortFilterProxyModel>

namespace desk {

// Rows that hold the typed words in any of the given roles, whatever their order or case. For lists of up to some thousand rows.
class ListFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ListFilter(QList<int> roles, QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QList<int> m_roles;
    QStringList m_words;
};

} // namespace desk
