#pragma once

#include <QStyledItemDelegate>

namespace desk {

// Shows what servers and people wrote in its own direction, see isolated().
class IsolatingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &locale) const override;
};

} // namespace desk
