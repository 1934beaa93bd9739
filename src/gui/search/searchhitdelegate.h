#pragma once

#include <QStyledItemDelegate>

namespace desk {

// A row of a SearchModel: conversation, who and when in the first line, the words around what was found in the second, with it marked.
// Foreign text is drawn as it is, never as markup.
class SearchHitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace desk
