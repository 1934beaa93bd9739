#include "gui/agents/editor/textreplace.h"

#include "gui/text/exacttext.h"

#include <QPlainTextEdit>
#include <QTextCursor>

#include <algorithm>

namespace desk {

void replaceText(QPlainTextEdit *field, const QString &text)
{
    const QString old = exactText(field);
    if (old == text)
        return;
    const auto common = std::min(old.size(), text.size());
    qsizetype head = 0;
    while (head < common && old.at(head) == text.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < common - head && old.at(old.size() - 1 - tail) == text.at(text.size() - 1 - tail))
        ++tail;
    if (old.isEmpty()) { // nobody is anywhere in it
        field->setPlainText(text);
        return;
    }
    QTextCursor cursor(field->document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(old.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(head, text.size() - head - tail));
    field->setTextCursor(cursor);
}

} // namespace desk
