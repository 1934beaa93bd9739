#include "gui/tools/plainbuttons.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

void withoutLetters(QWidget &parent)
{
    const QList<QPushButton *> buttons = parent.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        QString text = button->text();
        if (!button->shortcut().isEmpty() && !text.contains("&&"_L1))
            button->setText(text.remove(u'&'));
    }
}

} // namespace desk
