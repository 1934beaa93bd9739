#include "gui/chat/compose/composecompletion.h"

#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/offers.h"
#include "state/agents/agentstore.h"
#include "state/prompts/savedprompt.h"

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
    const QList<CompletionList::Entry> offers = entries();
    if (offers.isEmpty() || m_dismissed == m_query.start)
        return close();
    const ComposeCommand *command = m_query.kind == CompletionQuery::Kind::Argument ? find(m_query.command) : nullptr;
    const bool isAgent = m_query.kind == CompletionQuery::Kind::Agent || (command != nullptr && command->takesAgent);
    list().setAccessibleName(isAgent ? tr("Agents") : m_prompts ? tr("Commands and prompts") : tr("Commands"));
    list().setEntries(isAgent ? u"agents"_s : u"chevron-right"_s, offers);
    list().showAbove(*m_edit.parentWidget());
}

QList<CompletionList::Entry> ComposeCompletion::entries()
{
    switch (m_query.kind) {
    case CompletionQuery::Kind::Agent:
        return Offers::agents(m_agents.activeAgents(), m_query.word);
    case CompletionQuery::Kind::Command:
        return Offers::commands(m_commands, m_query.word) + prompts(m_query.word);
    case CompletionQuery::Kind::Argument:
        if (const ComposeCommand *command = find(m_query.command); command != nullptr && command->takesAgent) {
            const QList<CompletionList::Entry> agents = Offers::agents(m_agents.activeAgents(), m_query.word);
            return agents.isEmpty() ? Offers::noAgent(m_query.word) : agents;
        }
        return prompts(m_query.command + u' ' + m_query.word); // a title may have several words
    case CompletionQuery::Kind::None:
        break;
    }
    return {};
}

QList<CompletionList::Entry> ComposeCompletion::prompts(const QString &words) const
{
    return m_prompts ? Offers::prompts(m_prompts(), words) : QList<CompletionList::Entry>();
}

const ComposeCommand *ComposeCompletion::find(const QString &name) const
{
    const auto found = std::find_if(m_commands.cbegin(), m_commands.cend(), [&name](const ComposeCommand &command) {
        return command.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_commands.cend() ? nullptr : &*found;
}

void ComposeCompletion::close()
{
    if (m_list)
        m_list->hide();
}

void ComposeCompletion::place()
{
    if (m_list && m_list->isVisible())
        m_list->showAbove(*m_edit.parentWidget());
}

void ComposeCompletion::choose()
{
    const QString key = list().currentKey();
    if (key.isEmpty())
        return;
    close();
    if (Offers::isPrompt(key)) {
        removeWord();
        return Q_EMIT promptChosen(Offers::promptId(key));
    }
    if (m_query.kind == CompletionQuery::Kind::Command)
        return run(*find(key));
    // Before the text changes: whoever keeps the text keeps whom it is for.
    if (m_query.kind == CompletionQuery::Kind::Agent)
        Q_EMIT agentMentioned(key);
    else
        Q_EMIT agentSelected(key);
    removeWord();
}

bool ComposeCompletion::runText()
{
    m_query = CompletionQuery::at(m_edit.toPlainText().trimmed(), 1);
    const bool isWhole = m_query.kind == CompletionQuery::Kind::Command;
    const ComposeCommand *command = isWhole && m_dismissed != m_query.start ? find(m_query.word) : nullptr;
    if (command == nullptr)
        return false;
    if (const QString problem = command->whyNot(); !problem.isEmpty())
        Q_EMIT refused(problem);
    else
        run(*command);
    return true;
}

// The text goes first: what the command does may begin another one.
void ComposeCompletion::run(const ComposeCommand &command)
{
    QTextCursor cursor(m_edit.document());
    cursor.select(QTextCursor::Document);
    if (command.takesAgent) {
        cursor.insertText(u"/%1 "_s.arg(command.name));
        m_edit.setFocus();
    } else {
        cursor.removeSelectedText();
        command.run();
    }
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
