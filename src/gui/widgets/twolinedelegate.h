#pragma once

#include <QStyledItemDelegate>

namespace desk {

// A row of a title and one quieter, elided line below, with a symbolic icon before them. Foreign text is drawn as it is, never as markup.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TwoLineDelegate(const QString &iconName, int titleRole, int textRole, QObject *parent = nullptr);

    // What cannot be seen, such as a mark that turns the direction, is shown: where somebody decides by what they read.
    void setExact(bool exact) { m_isExact = exact; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QString shown(const QString &text) const;

    QString m_iconName;
    int m_titleRole;
    int m_textRole;
    bool m_isExact = false;
};

} // namespace desk
