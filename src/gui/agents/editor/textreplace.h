#pragma once

#include <QString>

class QPlainTextEdit;

namespace desk {

// Makes the field hold `text` by changing only what differs, so that the caret and the place on the screen stay where they can.
void replaceText(QPlainTextEdit *field, const QString &text);

} // namespace desk
