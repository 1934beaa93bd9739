#include "gui/workflows/canvas/noteeditor.h"

#include "gui/theme.h"

#include <QKeyEvent>

namespace desk {

NoteEditor::NoteEditor(const QString &text, const QRect &place, QWidget *canvas)
    : QPlainTextEdit(canvas)
    , m_before(text)
{
    setObjectName(QStringLiteral("noteEditor"));
    setAccessibleName(tr("Text of the comment"));
    setTabChangesFocus(true);
    setPlainText(text);
    selectAll();
    setGeometry(QRect(place.topLeft(), place.size().expandedTo({Theme::space(this, 20), Theme::space(this, 8)})));
    show();
    setFocus();
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        finish(false);
    else if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        finish(true);
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish(true);
}

void NoteEditor::finish(bool keeps)
{
    if (m_done)
        return;
    m_done = true;
    if (keeps && toPlainText() != m_before)
        Q_EMIT written(toPlainText());
    if (hasFocus() && parentWidget())
        parentWidget()->setFocus();
    deleteLater();
    hide();
}

} // namespace desk
