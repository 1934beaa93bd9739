#include "gui/runs/runeventdelegate.h"

#include "gui/theme.h"
#include "state/models/runeventmodel.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace desk {

QString RunEventDelegate::offsetText(qint64 ms)
{
    if (ms < 60'000)
        return tr("+%1 s", "seconds after the start of a run").arg(QLocale().toString(static_cast<double>(ms) / 1000.0, 'f', 2));
    return tr("+%1 min %2 s", "minutes and seconds after the start of a run").arg(ms / 60'000).arg(ms / 1000 % 60);
}

void RunEventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool failed = index.data(RunEventModel::FailedRole).toBool();
    const int gap = Theme::space(option.font);
    const int offsetWidth = option.fontMetrics.horizontalAdvance(offsetText(59'990)) + gap;
    const int line = option.fontMetrics.height();
    const QRect inner = option.rect.adjusted(gap, gap / 2, -gap, -gap / 2);
    const QRect whole = option.rect;
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, whole, rect); };
    const QRect offsetRect(inner.left(), inner.top(), offsetWidth, line);
    const QPoint dot(inner.left() + offsetWidth + gap, inner.top() + line / 2);
    const QRect textRect(dot.x() + gap * 3 / 2, inner.top(), inner.right() - dot.x() - gap * 3 / 2, line);
    const int start = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;
    const int end = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter) | Qt::TextSingleLine;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Theme::subtleText(option.palette));
    painter->drawText(visual(offsetRect), end, offsetText(index.data(RunEventModel::OffsetRole).toLongLong()));
    const QRect dotRect = visual(QRect(dot.x() - 4, dot.y() - 4, 8, 8));
    painter->setPen(Theme::border(option.palette));
    const int x = dotRect.center().x();
    painter->drawLine(x, index.row() == 0 ? dot.y() : whole.top(), x,
                      index.row() + 1 == index.model()->rowCount() ? dot.y() : whole.bottom());
    const QColor color = failed ? Theme::danger(option.palette) : Theme::accent(option.palette);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(dotRect);
    painter->setPen(failed ? color : option.palette.color(QPalette::Active, QPalette::Text));
    const QString title = index.data(RunEventModel::TitleRole).toString();
    painter->drawText(visual(textRect), start, option.fontMetrics.elidedText(title, Qt::ElideRight, textRect.width()));
    painter->setPen(Theme::subtleText(option.palette));
    const QString detail = index.data(RunEventModel::DetailRole).toString().simplified();
    painter->drawText(visual(textRect.translated(0, line)), start, option.fontMetrics.elidedText(detail, Qt::ElideRight, textRect.width()));
    painter->restore();
}

QSize RunEventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = index.data(RunEventModel::DetailRole).toString().isEmpty() ? 1 : 2;
    return {Theme::space(option.font, 30), option.fontMetrics.height() * lines + Theme::space(option.font)};
}

} // namespace desk
