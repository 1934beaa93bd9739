#include "gui/palette/palettedelegate.h"

#include "gui/palette/palettemodel.h"
#include "gui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace desk {

namespace {

// The letters that fit are bold and underlined: not by colour alone.
QList<QTextLayout::FormatRange> marks(const QList<qsizetype> &places, qsizetype length, const QPalette &palette)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const qsizetype place : places) {
        if (place >= length)
            break;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(place);
        range.length = 1;
        range.format.setFontWeight(QFont::Bold);
        range.format.setForeground(Theme::accent(palette));
        ranges.append(range);
    }
    return ranges;
}

void drawTitle(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option, const QString &title,
               const QList<qsizetype> &places, const QColor &color)
{
    const QString shown = option.fontMetrics.elidedText(title, Qt::ElideRight, rect.width() - option.fontMetrics.averageCharWidth());
    QTextLayout layout(shown, option.font);
    QTextOption direction(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    direction.setTextDirection(option.direction);
    direction.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(direction);
    layout.setFormats(marks(places, shown == title ? shown.size() : shown.size() - 1, option.palette));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter.setPen(color);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int gap = Theme::space(option.font);
    const int side = Theme::iconSize(option.font);
    const QString whyNot = index.data(PaletteModel::WhyNotRole).toString();
    const QString keys = index.data(PaletteModel::KeysRole).toString();
    const QColor subtle = Theme::subtleText(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, Theme::selection(option.palette));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, Theme::hover(option.palette));
    QRect rest = option.rect.adjusted(gap, 0, -gap, 0);
    const auto visual = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect icon(rest.left(), rest.center().y() - side / 2, side, side);
    const QString iconName = index.data(PaletteModel::IconRole).toString();
    if (!iconName.isEmpty())
        Theme::icon(iconName, subtle).paint(painter, visual(icon));
    rest.setLeft(icon.right() + gap);
    const QString isolated = QChar(0x2066) + keys + QChar(0x2069); // keys are read from left to right anywhere
    const QString end = !whyNot.isEmpty() ? whyNot : !keys.isEmpty() ? isolated : index.data(PaletteModel::KindTextRole).toString();
    const QFont small = Theme::small(option.font);
    const QFontMetrics smallMetrics(small);
    const int endWidth = qMin(smallMetrics.horizontalAdvance(end) + 1, rest.width() / 2);
    const QRect endRect(rest.right() - endWidth, rest.top(), endWidth + 1, rest.height());
    painter->setFont(small);
    painter->setPen(subtle);
    painter->drawText(visual(endRect), static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter),
                      smallMetrics.elidedText(end, Qt::ElideRight, endWidth + 1));
    rest.setRight(endRect.left() - gap);
    drawTitle(*painter, visual(rest), option, index.data().toString(), index.data(PaletteModel::PlacesRole).value<QList<qsizetype>>(),
              whyNot.isEmpty() ? option.palette.color(QPalette::Text) : subtle);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {Theme::space(option.font, 40),
            qMax(option.fontMetrics.height(), Theme::iconSize(option.font)) + Theme::space(option.font, 1.5)};
}

} // namespace desk
