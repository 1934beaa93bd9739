#include "gui/agents/editor/pickdelegate.h"

#include "gui/theme.h"

#include <QApplication>
#include <QPainter>

namespace desk {

void PickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const QRect words = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    const QString title = item.text;
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget); // ground, box, focus

    const int gap = Theme::space(item.font, 0.5);
    const QRect text = words.adjusted(gap, 0, -gap, 0);
    const QFontMetrics lines(item.font);
    const QString detail = index.data(DetailRole).toString();
    const int height = detail.isEmpty() ? lines.height() : lines.height() * 2;
    const int top = text.top() + (text.height() - height) / 2;
    const QRect first(text.left(), top, text.width(), lines.height());
    const auto alignment = static_cast<int>(QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter->save();
    painter->setFont(item.font);
    painter->setPen(item.palette.color(QPalette::Text));
    painter->drawText(first, alignment | Qt::TextSingleLine, lines.elidedText(title, Qt::ElideRight, first.width()));
    painter->setPen(Theme::subtleText(item.palette));
    painter->drawText(first.translated(0, lines.height()), alignment | Qt::TextSingleLine,
                      lines.elidedText(detail, Qt::ElideRight, first.width()));
    painter->restore();
}

QSize PickDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(QFontMetrics(option.font).height() * 2 + Theme::space(option.font, 1));
    return size;
}

} // namespace desk
