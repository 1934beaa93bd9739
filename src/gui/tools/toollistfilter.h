#pragma once

#include <QSortFilterProxyModel>

namespace desk {

// The tools that hold every typed word in name, description or entrypoint, and belong to a group (TL-03).
class ToolListFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Group { All, Active, Inactive, Builtin, Custom, Mcp };

    explicit ToolListFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setGroup(Group group);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool matchesGroup(const QModelIndex &index) const;

    QStringList m_words;
    Group m_group = Group::All;
};

} // namespace desk
