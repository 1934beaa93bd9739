#include "gui/chat/compose/composecompletion.h"

#include "gui/chat/composeredit.h"
#include "state/agentstore.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

ComposeCompletion::ComposeCompletion(ComposerEdit &edit, const AgentStore &agents, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_agents(agents)
{
    edit.installEventFilter(this);
    connect(&edit, &QPlainTextEdit::textChanged, this, &ComposeCompletion::update);
    connect(&edit, &QPlainTextEdit::cursorPositionChanged, this, &ComposeCompletion::update);
}

ComposeCompletion::~ComposeCompletion()
{
    delete m_list;
}

CompletionList &ComposeCompletion::list()
{
    if (m_list && m_list->parentWidget() != m_edit.window())
        delete m_list;
    if (!m_list) {
        m_list = new CompletionList(m_edit.window());
        m_edit.window()->installEventFilter(this);
        connect(m_list, &CompletionList::chosen, this, &ComposeCompletion::choose);
    }
    return *m_list;
}

// Nothing is offered for a text that was put there (a draft, an earlier question): only where somebody writes.
void ComposeCompletion::update()
{
    const QTextCursor cursor = m_edit.textCursor();
    const bool isWriting = m_edit.hasFocus() && m_edit.document()->isModified() && !cursor.hasSelection();
    m_query = isWriting ? CompletionQuery::at(m_edit.toPlainText(), cursor.position()) : CompletionQuery();
    if (m_query.kind == CompletionQuery::Kind::None)
        m_dismissed = -1;
    const QList<CompletionList::Entry> entries =
        m_query.kind == CompletionQuery::Kind::Agent ? agentEntries() : QList<CompletionList::Entry>();
    if (entries.isEmpty() || m_dismissed == m_query.start)
        return close();
    list().setAccessibleName(tr("Agents"));
    list().setEntries(u"agents"_s, entries);
    list().showAbove(m_edit);
}

QList<CompletionList::Entry> ComposeCompletion::agentEntries() const
{
    struct Ranked {
        int rank;
        CompletionList::Entry entry;
    };
    QList<Ranked> ranked;
    for (const Agent &agent : m_agents.agents()) {
        const int byTitle = CompletionQuery::rank(agent.title(), m_query.word);
        const int byName = CompletionQuery::rank(agent.name, m_query.word);
        const int rank = byTitle < 0 || byName < 0 ? std::max(byTitle, byName) : std::min(byTitle, byName);
        const QString about =
            agent.description.isEmpty() ? agent.name : tr("%1: %2", "name of an agent, what it does").arg(agent.name, agent.description);
        if (rank >= 0)
            ranked.append({rank, {agent.name, agent.title(), about}});
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank ? a.rank < b.rank : QString::localeAwareCompare(a.entry.title, b.entry.title) < 0;
    });
    QList<CompletionList::Entry> entries;
    for (const Ranked &one : std::as_const(ranked))
        entries.append(one.entry);
    return entries;
}

void ComposeCompletion::close()
{
    if (m_list)
        m_list->hide();
}

void ComposeCompletion::place()
{
    if (m_list && m_list->isVisible())
        m_list->showAbove(m_edit);
}

void ComposeCompletion::choose()
{
    const QString key = list().currentKey();
    if (key.isEmpty())
        return;
    close();
    Q_EMIT agentChosen(key); // before the text changes: whoever keeps the text keeps whom it is for
    removeWord();
}

// With one of the two spaces that would meet.
void ComposeCompletion::removeWord()
{
    const QString text = m_edit.toPlainText();
    int end = m_query.start + m_query.length;
    const bool begins = m_query.start == 0 || text.at(m_query.start - 1).isSpace();
    if (begins && end < text.size() && text.at(end) == u' ')
        ++end;
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(m_query.start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_edit.setTextCursor(cursor);
}

bool ComposeCompletion::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOpen = m_list && m_list->isVisible();
    if (isOpen && watched == &m_edit && event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    // Escape is a shortcut elsewhere: while the list is open it belongs to the list.
    if (isOpen && watched == &m_edit && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    if (isOpen && watched == &m_edit && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide))
        close();
    if (isOpen && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) // once the layout has followed
        QMetaObject::invokeMethod(this, &ComposeCompletion::place, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

bool ComposeCompletion::takeKey(const QKeyEvent &event)
{
    const bool isComposing = !m_edit.textCursor().block().layout()->preeditAreaText().isEmpty();
    if (isComposing || (event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_list->step(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose();
        return true;
    case Qt::Key_Escape:
        m_dismissed = m_query.start;
        close();
        return true;
    default:
        return false;
    }
}

} // namespace desk
