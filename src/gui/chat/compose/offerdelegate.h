#pragma once

#include "gui/widgets/twolinedelegate.h"

namespace desk {

// An offer in two lines; one that cannot be chosen now is paler, yet can be read: it says why.
class OfferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    OfferDelegate(const QString &iconName, int titleRole, int textRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    TwoLineDelegate m_lines;
};

} // namespace desk
