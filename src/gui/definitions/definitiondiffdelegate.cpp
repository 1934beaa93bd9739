#include "gui/definitions/definitiondiffdelegate.h"

#include "gui/definitions/definitiondiffmodel.h"
#include "gui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace desk {

namespace {

QList<DiffLine> linesOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const DefinitionDiffModel *>(index.model());
    return model ? model->lines(index) : QList<DiffLine>();
}

QFont fontOf(const QFont &font, const QModelIndex &index)
{
    QFont out = font;
    if (index.column() == DefinitionDiffModel::FieldColumn)
        out.setWeight(QFont::DemiBold);
    return out;
}

// Laid out at the given width; the height that it takes.
qreal layOut(QTextLayout &layout, qreal width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

QColor DefinitionDiffDelegate::colorOf(const DiffLine &line, const QPalette &palette)
{
    switch (line.kind) {
    case DiffLine::Kind::Removed:
        return Theme::danger(palette);
    case DiffLine::Kind::Added:
        return Theme::success(palette);
    case DiffLine::Kind::Omitted:
        return Theme::subtleText(palette);
    default:
        return palette.color(QPalette::Active, QPalette::Text);
    }
}

void DefinitionDiffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const int gap = Theme::space(option.font);
    const QRectF inner = option.rect.adjusted(gap, gap / 2, -gap, -gap / 2);
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    qreal top = inner.top();
    for (const DiffLine &line : linesOf(index)) {
        QTextLayout layout(withSign(line), fontOf(option.font, index));
        const qreal height = layOut(layout, inner.width());
        painter->setPen(colorOf(line, option.palette));
        layout.draw(painter, {inner.left(), top});
        top += height;
    }
    painter->restore();
}

QSize DefinitionDiffDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int gap = Theme::space(option.font);
    const int width = qMax(option.rect.width(), Theme::space(option.font, 8));
    qreal height = 0;
    for (const DiffLine &line : linesOf(index)) {
        QTextLayout layout(withSign(line), fontOf(option.font, index));
        height += layOut(layout, width - 2 * gap);
    }
    return {width, qMax(option.fontMetrics.height(), static_cast<int>(std::ceil(height))) + gap};
}

} // namespace desk
