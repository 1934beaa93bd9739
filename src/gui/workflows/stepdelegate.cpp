#include "gui/workflows/stepdelegate.h"

#include "gui/theme.h"
#include "gui/workflows/stepmodel.h"

#include <QApplication>
#include <QPainter>

namespace desk {

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const int gap = Theme::space(option.font);
    const QRect inner = option.rect.adjusted(gap, gap / 2, -gap, -gap / 2);
    const int side = Theme::iconSize(option.font);
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    Theme::icon(index.data(StepModel::IconNameRole).toString(), Theme::accent(option.palette))
        .paint(painter, visual(QRect(inner.left(), inner.top() + (inner.height() - side) / 2, side, side)));

    const QRect textRect = inner.adjusted(side + gap, 0, 0, 0);
    const int start = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignTop) | Qt::TextSingleLine;
    QFont titleFont = option.font;
    titleFont.setWeight(QFont::DemiBold);
    const QFontMetrics titleMetrics(titleFont);
    const QString title =
        titleMetrics.elidedText(index.data(StepModel::TitleRole).toString().simplified(), Qt::ElideRight, textRect.width());
    painter->save();
    painter->setFont(titleFont);
    painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
    painter->drawText(visual(textRect), start, title);
    painter->setFont(option.font);
    painter->setPen(Theme::subtleText(option.palette));
    const int used = titleMetrics.horizontalAdvance(title) + gap;
    const QRect kindRect = textRect.adjusted(qMin(used, textRect.width()), 0, 0, 0);
    const QString kind = StepModel::kindText(index.data(StepModel::TypeRole).toString());
    painter->drawText(visual(kindRect), start, option.fontMetrics.elidedText(kind, Qt::ElideRight, kindRect.width()));
    const QRect second = textRect.adjusted(0, titleMetrics.height(), 0, 0);
    painter->drawText(visual(second), start,
                      option.fontMetrics.elidedText(index.data(StepModel::SummaryRole).toString(), Qt::ElideRight, second.width()));
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {Theme::space(option.font, 30), option.fontMetrics.height() * 2 + Theme::space(option.font, 1.25)};
}

} // namespace desk
