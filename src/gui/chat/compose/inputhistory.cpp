#include "gui/chat/compose/inputhistory.h"

#include "gui/chat/compose/composeredit.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextCursor>

namespace desk {

namespace {

bool canMove(QTextCursor cursor, QTextCursor::MoveOperation operation)
{
    return cursor.movePosition(operation);
}

} // namespace

InputHistory::InputHistory(ComposerEdit &edit, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
{
    edit.installEventFilter(this);
    connect(&edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            leave();
    });
}

void InputHistory::begin()
{
    m_entries = m_source ? m_source() : QStringList();
    if (!m_entries.isEmpty())
        show(0);
}

void InputHistory::leave()
{
    m_entries.clear();
    m_position = -1;
}

void InputHistory::show(int position)
{
    const QScopedValueRollback showing(m_showing, true);
    m_position = position;
    m_edit.setPlainText(position < 0 ? QString() : m_entries.at(position));
    m_edit.moveCursor(QTextCursor::End);
    if (position < 0)
        leave();
}

bool InputHistory::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_edit && event->type() == QEvent::KeyPress && !m_entries.isEmpty() && take(*static_cast<QKeyEvent *>(event)))
        return true;
    return QObject::eventFilter(watched, event);
}

// At the oldest one Up stays there; it does not turn into a movement of the caret.
bool InputHistory::take(const QKeyEvent &event)
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    if (event.key() == Qt::Key_Up && !canMove(m_edit.textCursor(), QTextCursor::Up)) {
        if (m_position + 1 < m_entries.size())
            show(m_position + 1);
        return true;
    }
    if (event.key() == Qt::Key_Down && !canMove(m_edit.textCursor(), QTextCursor::Down)) {
        show(m_position - 1);
        return true;
    }
    return false;
}

} // namespace desk
