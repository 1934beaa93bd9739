#include "gui/search/searchhitdelegate.h"

#include "gui/text/isolated.h"
#include "gui/theme.h"
#include "state/models/searchmodel.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace desk {

namespace {

void drawSnippet(QPainter &painter, const QStyleOptionViewItem &option, const SearchHit &hit, const QRect &area)
{
    QTextLayout layout(hit.snippet, option.font);
    QTextOption text;
    text.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.setTextDirection(hit.snippet.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(text);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &[start, length] : hit.marks) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = length;
        range.format.setFontWeight(QFont::Bold);
        range.format.setForeground(option.palette.color(QPalette::Active, QPalette::Text));
        range.format.setBackground(Theme::searchMark(option.palette));
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(area.width());
    layout.endLayout();
    painter.save();
    painter.setClipRect(area);
    painter.setPen(Theme::subtleText(option.palette));
    layout.draw(&painter, area.topLeft());
    painter.restore();
}

} // namespace

void SearchHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SearchModel *>(index.model());
    if (!model)
        return;
    const SearchHit &hit = model->hitAt(index.row());
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const int gap = Theme::space(option.font);
    const QRect inner = option.rect.adjusted(gap * 3 / 2, gap * 3 / 4, -gap * 3 / 2, -gap * 3 / 4);
    QFont titleFont = option.font;
    titleFont.setWeight(QFont::DemiBold);
    const QFontMetrics titleMetrics(titleFont);
    const QString when = index.data(SearchModel::TimeRole).toString();
    const QString where = index.data(SearchModel::WhereRole).toString();
    const QString quiet = option.fontMetrics.elidedText(tr("%1 · %2", "who or where, time").arg(isolated(where), isolated(when)),
                                                        Qt::ElideRight, inner.width() / 2);
    const int quietWidth = option.fontMetrics.horizontalAdvance(quiet);
    QRect first(inner.topLeft(), QSize(inner.width(), titleMetrics.height()));
    const QRect titleRect = QStyle::visualRect(option.direction, inner, first.adjusted(0, 0, -quietWidth - gap, 0));
    const QRect quietRect =
        QStyle::visualRect(option.direction, inner, QRect(first.right() - quietWidth, first.top(), quietWidth + 1, first.height()));
    const int leading = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignTop) | Qt::TextSingleLine;
    painter->save();
    painter->setFont(titleFont);
    painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
    painter->drawText(titleRect, leading, titleMetrics.elidedText(isolated(index.data().toString()), Qt::ElideRight, titleRect.width()));
    painter->setFont(option.font);
    painter->setPen(Theme::subtleText(option.palette));
    painter->drawText(quietRect, leading, quiet);
    painter->restore();
    drawSnippet(*painter, option, hit, inner.adjusted(0, titleMetrics.height() + gap / 4, 0, 0));
}

QSize SearchHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {Theme::space(option.font, 40), option.fontMetrics.height() * 2 + Theme::space(option.font) * 7 / 4};
}

} // namespace desk
