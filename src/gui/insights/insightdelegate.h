#pragma once

#include <QStyledItemDelegate>

namespace desk {

// One insight: its kind, how well it matches a search and its date over the first two lines of its text. Foreign text is drawn as it is,
// never as markup.
class InsightDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintCard(QPainter &painter, const QStyleOptionViewItem &option);
    static void paintHead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line);
    static void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QString &text, const QRect &rect);
};

} // namespace desk
