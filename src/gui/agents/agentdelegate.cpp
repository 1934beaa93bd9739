#include "gui/agents/agentdelegate.h"

#include "gui/text/isolated.h"
#include "gui/theme.h"
#include "gui/widgets/statuschip.h"
#include "state/models/agentlistmodel.h"

#include <QApplication>
#include <QPainter>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// A piece of that width from the end of the line, which is shorter then.
QRect cutEnd(QRect &line, int width, int gap, Qt::LayoutDirection direction)
{
    const QRect whole = line;
    const QRect piece = QStyle::visualRect(direction, whole, QRect(whole.right() - width + 1, whole.top(), width, whole.height()));
    line = QStyle::visualRect(direction, whole, whole.adjusted(0, 0, -width - gap, 0));
    return piece;
}

} // namespace

QString AgentDelegate::kindText(AgentVisibility visibility)
{
    switch (visibility) {
    case AgentVisibility::Builtin:
        return tr("Built in");
    case AgentVisibility::Application:
        return tr("Application");
    case AgentVisibility::Shared:
        return tr("Shared");
    case AgentVisibility::Personal:
        return tr("Personal");
    case AgentVisibility::Unknown:
        break;
    }
    return {};
}

void AgentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const int gap = Theme::space(option.font);
    QRect inner = option.rect.adjusted(gap * 3 / 2, gap * 3 / 4, -gap * 3 / 2, -gap * 3 / 4);
    const int side = Theme::iconSize(option.font);
    const QRect icon = QStyle::visualRect(option.direction, inner, QRect(inner.topLeft(), QSize(side, side)));
    inner = QStyle::visualRect(option.direction, inner, inner.adjusted(side + gap, 0, 0, 0));
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    Theme::icon(u"agents"_s, selected ? Theme::accent(option.palette) : Theme::subtleText(option.palette)).paint(painter, icon);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintText(painter, option, index, inner);
    painter->restore();
}

// The signs at the end of the first line; what is left of it is for the title.
QRect AgentDelegate::paintSigns(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line)
{
    const int gap = Theme::space(option.font);
    const QFont small = Theme::small(option.font);
    const bool isActive = index.data(AgentListModel::ActiveRole).toBool();
    const auto visibility = static_cast<AgentVisibility>(index.data(AgentListModel::VisibilityRole).toInt());
    const QString word = isActive ? kindText(visibility) : tr("Inactive");
    if (!word.isEmpty()) {
        const QSize size = StatusChip::chipSize(small, word);
        const QRect chip = cutEnd(line, qMin(size.width(), line.width() / 2), gap, option.direction);
        StatusChip::drawChip(*painter, chip, option.palette, small, option.direction, StatusChip::Tone::Neutral,
                             isActive ? u"user"_s : u"stop"_s, word);
    }
    if (index.data(AgentListModel::FavouriteRole).toBool()) {
        const QRect star = cutEnd(line, line.height(), gap, option.direction);
        Theme::icon(u"star"_s, Theme::warning(option.palette)).paint(painter, star);
    }
    return line;
}

void AgentDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line)
{
    const int flags = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignTop) | Qt::TextSingleLine;
    QFont titleFont = option.font;
    titleFont.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(titleFont);
    const QRect title = paintSigns(painter, option, index, QRect(line.left(), line.top(), line.width(), metrics.height()));
    const bool isActive = index.data(AgentListModel::ActiveRole).toBool();
    painter->setFont(titleFont);
    painter->setPen(isActive ? option.palette.color(QPalette::Active, QPalette::Text) : Theme::subtleText(option.palette));
    const QString first = index.data(AgentListModel::TitleRole).toString().simplified();
    painter->drawText(title, flags, metrics.elidedText(isolated(first), Qt::ElideRight, title.width()));
    painter->setFont(option.font);
    painter->setPen(Theme::subtleText(option.palette));
    line.setTop(line.top() + metrics.height() + Theme::space(option.font) / 4);
    const QString second = index.data(AgentListModel::DescriptionRole).toString().simplified();
    painter->drawText(line, flags, option.fontMetrics.elidedText(isolated(second), Qt::ElideRight, line.width()));
}

QSize AgentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    const int gap = Theme::space(option.font);
    return {Theme::space(option.font, 20), option.fontMetrics.height() * 2 + gap * 7 / 4};
}

} // namespace desk
