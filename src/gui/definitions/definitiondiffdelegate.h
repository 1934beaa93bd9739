#pragma once

#include <QStyledItemDelegate>

namespace desk {

struct DiffLine;

// Draws the cells of a DefinitionDiffModel: wrapped lines, those removed and added in their colours and with their signs. Foreign text is
// drawn as it is, never as markup.
class DefinitionDiffDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override; // of the option's width

    [[nodiscard]] static QColor colorOf(const DiffLine &line, const QPalette &palette);
};

} // namespace desk
