#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace desk {

// The models that hold every typed word in name, provider, description or what else is said in their line.
class LlmListFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace desk
