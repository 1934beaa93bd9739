#include "gui/text/exacttext.h"

#include <QPlainTextEdit>
#include <QTextDocument>

namespace desk {

QString exactText(const QPlainTextEdit *field)
{
    return field->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

} // namespace desk
