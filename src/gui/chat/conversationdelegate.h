#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>

namespace desk {

// A conversation in the list: title and time, below them the preview; a dot while its answer is being written.
class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString relativeTime(const QDateTime &time, const QDateTime &now);
};

} // namespace desk
