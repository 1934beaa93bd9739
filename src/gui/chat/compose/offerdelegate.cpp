#include "gui/chat/compose/offerdelegate.h"

#include "gui/theme.h"

namespace desk {

OfferDelegate::OfferDelegate(const QString &iconName, int titleRole, int textRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_lines(iconName, titleRole, textRole)
{
}

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    if (!index.flags().testFlag(Qt::ItemIsEnabled))
        item.palette.setColor(QPalette::Active, QPalette::Text, Theme::subtleText(option.palette));
    m_lines.paint(painter, item, index);
}

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return m_lines.sizeHint(option, index);
}

} // namespace desk
