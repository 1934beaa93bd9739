#pragma once

#include <QSortFilterProxyModel>

namespace desk {

// The runs that match text and status; adds the sentence on how a status is known as tooltip and for screen readers.
class RunListFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Group { All, Active, Succeeded, Failed, Stopped };

    explicit RunListFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setGroup(Group group);
    [[nodiscard]] bool isFiltering() const { return !m_text.isEmpty() || m_group != Group::All; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool matchesGroup(int status) const;

    QString m_text;
    Group m_group = Group::All;
};

} // namespace desk
