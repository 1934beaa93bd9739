#pragma once

#include <QStyledItemDelegate>

namespace desk {

// A line of the timeline: the time since the first event, a dot on the line, what happened, and the detail below.
class RunEventDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static QString offsetText(qint64 ms);
};

} // namespace desk
