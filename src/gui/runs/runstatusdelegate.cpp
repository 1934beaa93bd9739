#include "gui/runs/runstatusdelegate.h"

#include "gui/runs/runlook.h"
#include "gui/theme.h"
#include "state/models/runmodel.h"

#include <QApplication>

namespace desk {

void RunStatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const auto status = static_cast<RunStatus::Value>(index.data(RunModel::StatusRole).toInt());
    const int gap = Theme::space(option.font, 0.75);
    StatusChip::drawChip(*painter, option.rect.adjusted(gap, 0, -gap, 0), option.palette, Theme::small(option.font), option.direction,
                         RunLook::tone(status), RunLook::iconName(status), index.data(RunModel::StatusTextRole).toString());
}

QSize RunStatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int gap = Theme::space(option.font, 0.75);
    return StatusChip::chipSize(Theme::small(option.font), index.data(RunModel::StatusTextRole).toString()).grownBy({gap, gap, gap, gap});
}

} // namespace desk
