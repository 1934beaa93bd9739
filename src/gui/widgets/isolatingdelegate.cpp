#include "gui/widgets/isolatingdelegate.h"

#include "gui/text/isolated.h"

namespace desk {

QString IsolatingDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    return isolated(QStyledItemDelegate::displayText(value, locale));
}

} // namespace desk
