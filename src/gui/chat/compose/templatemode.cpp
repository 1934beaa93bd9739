#include "gui/chat/compose/templatemode.h"

#include "gui/chat/compose/completionlist.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/theme.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace desk {

TemplateMode::TemplateMode(ComposerEdit &edit, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
{
    edit.installEventFilter(this);
    connect(edit.document(), &QTextDocument::contentsChanged, this, &TemplateMode::onChanged);
}

TemplateMode::~TemplateMode()
{
    delete m_list;
}

void TemplateMode::insert(const PromptTemplate::Filled &prompt)
{
    leave();
    QTextCursor cursor = m_edit.textCursor();
    const int start = cursor.selectionStart();
    cursor.insertText(prompt.text);
    m_edit.setTextCursor(cursor);
    m_edit.setFocus();
    for (const PromptTemplate::Field &field : prompt.fields) {
        Field kept{QTextCursor(m_edit.document()), QTextCursor(m_edit.document()), field.name, prompt.text.mid(field.start, field.length),
                   field.choices};
        kept.start.setKeepPositionOnInsert(true);
        kept.start.setPosition(start + static_cast<int>(field.start));
        kept.end.setPosition(start + static_cast<int>(field.start + field.length));
        m_fields.append(kept);
    }
    if (!m_fields.isEmpty())
        enter(0);
}

void TemplateMode::leave()
{
    const bool was = isActive();
    m_fields.clear();
    m_current = -1;
    if (m_list)
        m_list->hide();
    if (!was)
        return;
    mark();
    Q_EMIT hint({});
}

QString TemplateMode::currentName() const
{
    return isActive() ? m_fields.at(m_current).name : QString();
}

// By positions: the anchor of the one that stays goes with what is typed at it.
QTextCursor TemplateMode::selectionOf(const Field &field) const
{
    QTextCursor cursor(m_edit.document());
    cursor.setPosition(field.start.position());
    cursor.setPosition(field.end.position(), QTextCursor::KeepAnchor);
    return cursor;
}

QString TemplateMode::textOf(const Field &field) const
{
    return selectionOf(field).selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

void TemplateMode::setText(const Field &field, const QString &text)
{
    const QScopedValueRollback changing(m_changing, true);
    selectionOf(field).insertText(text);
}

void TemplateMode::step(int by)
{
    repeatElsewhere(m_current);
    const qsizetype next = m_current + by;
    if (next >= m_fields.size()) {
        QTextCursor behind = m_edit.textCursor();
        behind.setPosition(m_fields.constLast().end.position());
        leave();
        m_edit.setTextCursor(behind);
    } else if (next >= 0) {
        enter(next);
    }
}

void TemplateMode::enter(qsizetype index)
{
    m_current = index;
    const Field &field = m_fields.at(index);
    m_edit.setTextCursor(selectionOf(field));
    m_edit.ensureCursorVisible();
    mark();
    offerChoices();
    Q_EMIT hint(tr("“%1”: field %2 of %3. Tab goes on, Escape leaves the fields.")
                    .arg(field.name, QString::number(index + 1), QString::number(m_fields.size())));
}

// Those of the same name that nobody has touched.
void TemplateMode::repeatElsewhere(qsizetype index)
{
    const QString text = textOf(m_fields.at(index));
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const Field &other = m_fields.at(i);
        if (i != index && other.name == m_fields.at(index).name && textOf(other) == other.placeholder && text != other.placeholder)
            setText(other, text);
    }
}

// Two that stand side by side must not grow into each other; where all is gone, there is nothing to fill in.
void TemplateMode::onChanged()
{
    if (!isActive() || m_changing)
        return;
    if (m_edit.document()->isEmpty())
        return leave();
    for (qsizetype i = 1; i < m_fields.size(); ++i) {
        const int behind = m_fields.at(i - 1).end.position();
        if (m_fields.at(i).start.position() < behind)
            m_fields[i].start.setPosition(behind);
    }
    if (m_list)
        m_list->hide();
    mark();
}

void TemplateMode::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = selectionOf(m_fields.at(i));
        mark.format.setBackground(Theme::tint(Theme::accent(m_edit.palette()), m_edit.palette()));
        mark.format.setFontUnderline(i == m_current);
        marks.append(mark);
    }
    m_edit.setExtraSelections(marks);
}

void TemplateMode::offerChoices()
{
    const Field &field = m_fields.at(m_current);
    if (m_list && (field.choices.isEmpty() || m_list->parentWidget() != m_edit.window()))
        delete m_list;
    if (field.choices.isEmpty())
        return;
    if (!m_list) {
        m_list = new CompletionList(m_edit.window());
        m_list->setObjectName(u"choiceList"_s);
        connect(m_list, &CompletionList::chosen, this, &TemplateMode::choose);
    }
    QList<CompletionList::Entry> entries;
    for (const QString &choice : field.choices)
        entries.append({choice, choice, field.name});
    m_list->setAccessibleName(field.name);
    m_list->setEntries(u"chevron-right"_s, entries);
    m_list->showAbove(*m_edit.parentWidget());
}

void TemplateMode::choose()
{
    const QString choice = m_list ? m_list->currentKey() : QString();
    if (!isActive() || choice.isEmpty())
        return;
    m_list->hide();
    setText(m_fields.at(m_current), choice);
    step(1);
}

bool TemplateMode::eventFilter(QObject *watched, QEvent *event)
{
    if (!isActive() || watched != &m_edit)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return takeKey(*static_cast<QKeyEvent *>(event));
    // Escape is a shortcut elsewhere: while fields are filled in it is theirs.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    if (event->type() == QEvent::FocusOut && m_list)
        m_list->hide();
    if (event->type() == QEvent::PaletteChange)
        mark();
    return QObject::eventFilter(watched, event);
}

bool TemplateMode::takeKey(const QKeyEvent &event)
{
    if (!m_edit.textCursor().block().layout()->preeditAreaText().isEmpty())
        return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isList = m_list && m_list->isVisible();
    if (event.key() == Qt::Key_Backtab || (event.key() == Qt::Key_Tab && modifiers == Qt::ShiftModifier)) {
        step(-1);
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Tab:
        step(1);
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (isList)
            m_list->step(event.key() == Qt::Key_Up ? -1 : 1);
        return isList;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isList)
            choose();
        return isList;
    default:
        return false;
    }
}

} // namespace desk
