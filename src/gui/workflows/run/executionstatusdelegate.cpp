#include "gui/workflows/run/executionstatusdelegate.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/workflows/run/executionlook.h"
#include "state/models/executionlistmodel.h"
#include "state/models/stepexecutionmodel.h"

#include <QApplication>

namespace desk {

namespace {

static_assert(static_cast<int>(ExecutionListModel::StatusRole) == static_cast<int>(StepExecutionModel::StatusRole));
static_assert(static_cast<int>(ExecutionListModel::StatusTextRole) == static_cast<int>(StepExecutionModel::StatusTextRole));

QString wordsOf(const QModelIndex &index)
{
    return displayLine(index.data(ExecutionListModel::StatusTextRole).toString(), 60); // an unknown one is the server's
}

} // namespace

ExecutionStatusDelegate::ExecutionStatusDelegate(Of of, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_of(of)
{
}

void ExecutionStatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const int status = index.data(ExecutionListModel::StatusRole).toInt();
    const ExecutionLook look = m_of == Of::Executions ? ExecutionLook::of(static_cast<ExecutionStatus>(status))
                                                      : ExecutionLook::of(static_cast<StepStatus>(status));
    const int gap = Theme::space(option.font, 0.75);
    StatusChip::drawChip(*painter, option.rect.adjusted(gap, 0, -gap, 0), option.palette, Theme::small(option.font), option.direction,
                         look.tone, look.icon, wordsOf(index));
}

QSize ExecutionStatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int gap = Theme::space(option.font, 0.75);
    return StatusChip::chipSize(Theme::small(option.font), wordsOf(index)).grownBy({gap, gap, gap, gap});
}

} // namespace desk
