#include "gui/widgets/twolinedelegate.h"

#include "gui/text/isolated.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"

#include <QApplication>
#include <QPainter>

namespace desk {

TwoLineDelegate::TwoLineDelegate(const QString &iconName, int titleRole, int textRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_iconName(iconName)
    , m_titleRole(titleRole)
    , m_textRole(textRole)
{
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const int gap = Theme::space(option.font);
    const QRect inner = option.rect.adjusted(gap * 3 / 2, gap * 3 / 4, -gap * 3 / 2, -gap * 3 / 4);
    const int side = Theme::iconSize(option.font);
    QRect iconRect(inner.topLeft(), QSize(side, side));
    QRect textRect = inner.adjusted(side + gap, 0, 0, 0);
    iconRect = QStyle::visualRect(option.direction, inner, iconRect);
    textRect = QStyle::visualRect(option.direction, inner, textRect);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    Theme::icon(m_iconName, selected ? Theme::accent(option.palette) : Theme::subtleText(option.palette)).paint(painter, iconRect);

    const int flags = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignTop) | Qt::TextSingleLine |
                      Qt::TextDontClip; // it is elided; only the tails of letters reach below
    QFont titleFont = option.font;
    titleFont.setWeight(QFont::DemiBold);
    const QFontMetrics titleMetrics(titleFont);
    painter->save();
    painter->setFont(titleFont);
    painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
    painter->drawText(textRect, flags,
                      titleMetrics.elidedText(shown(index.data(m_titleRole).toString()), Qt::ElideRight, textRect.width()));
    painter->setFont(option.font);
    painter->setPen(Theme::subtleText(option.palette));
    textRect.setTop(textRect.top() + titleMetrics.height() + gap / 4);
    const QString second = shown(index.data(m_textRole).toString());
    painter->drawText(textRect, flags, option.fontMetrics.elidedText(second, Qt::ElideRight, textRect.width()));
    painter->restore();
}

QString TwoLineDelegate::shown(const QString &text) const
{
    static constexpr qsizetype longest = 400; // more fits no line
    return isolated(m_isExact ? displayLine(text, longest) : text.simplified());
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    const int gap = Theme::space(option.font);
    return {Theme::space(option.font, 20), option.fontMetrics.height() * 2 + gap * 7 / 4};
}

} // namespace desk
