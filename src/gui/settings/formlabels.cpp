#include "gui/settings/formlabels.h"

#include <QFormLayout>
#include <QWidget>

namespace desk {

void centreFormLabels(QFormLayout &form)
{
    for (int row = 0; row < form.rowCount(); ++row) {
        const QLayoutItem *label = form.itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem *field = form.itemAt(row, QFormLayout::FieldRole);
        if (label && field && label->widget() && field->widget())
            label->widget()->setMinimumHeight(field->widget()->sizeHint().height());
    }
}

} // namespace desk
