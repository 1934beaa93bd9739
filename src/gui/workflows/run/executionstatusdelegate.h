#pragma once

#include <QStyledItemDelegate>

namespace desk {

// The status column of executions, or of steps: a chip of icon, colour and words. Both models number their roles alike.
class ExecutionStatusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Of { Executions, Steps };

    ExecutionStatusDelegate(Of of, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Of m_of;
};

} // namespace desk
