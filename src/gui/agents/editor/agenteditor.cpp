#include "gui/agents/editor/agenteditor.h"

#include "gui/agents/editor/agentwords.h"
#include "gui/agents/editor/basicssection.h"
#include "gui/agents/editor/compressionsection.h"
#include "gui/agents/editor/conflictview.h"
#include "gui/agents/editor/instructionssection.h"
#include "gui/agents/editor/mcpsection.h"
#include "gui/agents/editor/toolssection.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/agents/agentediting.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

AgentEditor::AgentEditor(AgentEditing &editing, QWidget *parent)
    : QWidget(parent)
    , m_editing(editing)
    , m_title(new ElidedLabel(this))
    , m_status(new PlainLabel(this))
    , m_banner(new ErrorBanner(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"agentProblem"_s, this))
    , m_notice(new RemarkLabel(RemarkLabel::Tone::Hint, u"agentNotice"_s, this))
    , m_stack(new QStackedWidget(this))
    , m_conflict(new ConflictView(this))
{
    setObjectName(u"agentEditor"_s);
    buildActions();
    build();
    connectEditing();
    showAgent();
    showRemarks();
    showBegun();
}

void AgentEditor::buildActions()
{
    m_undo = new QAction(Theme::icon(u"undo"_s), tr("Undo"), this);
    m_redo = new QAction(Theme::icon(u"redo"_s), tr("Redo"), this);
    m_undo->setShortcuts(QKeySequence::keyBindings(QKeySequence::Undo));
    m_redo->setShortcuts(QKeySequence::keyBindings(QKeySequence::Redo));
    for (QAction *action : {m_undo, m_redo}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_undo, &QAction::triggered, &m_editing, &AgentEditing::undo);
    connect(m_redo, &QAction::triggered, &m_editing, &AgentEditing::redo);
}

void AgentEditor::build()
{
    m_title->setFont(Theme::heading(font()));
    m_title->setObjectName(u"agentEditorTitle"_s);
    m_status->setObjectName(u"agentEditorStatus"_s);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setWordWrap(true);
    m_stack->addWidget(buildForm());
    m_stack->addWidget(m_conflict);
    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this);
    column->setContentsMargins(gap * 2, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    column->addWidget(m_problem);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addWidget(buildButtons());
}

QWidget *AgentEditor::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    m_begun = new QToolButton(head);
    m_begun->setObjectName(u"agentBegun"_s);
    m_begun->setText(tr("Begun agents"));
    m_begun->setAccessibleDescription(tr("New agents that were begun and not saved"));
    m_begun->setPopupMode(QToolButton::InstantPopup);
    m_begun->setFocusPolicy(Qt::StrongFocus);
    m_begun->setMenu(new QMenu(m_begun));
    m_begun->hide();
    m_help = new QPushButton(Theme::icon(u"thought"_s), tr("Help me write\u2026"), head);
    m_help->setObjectName(u"agentHelpMe"_s);
    m_try = new QPushButton(Theme::icon(u"chat"_s), tr("Try it\u2026"), head);
    m_try->setObjectName(u"agentTry"_s);
    m_try->setToolTip(tr("Ask it as it is written here, before it is saved"));
    connect(m_help, &QPushButton::clicked, this, &AgentEditor::helpRequested);
    connect(m_try, &QPushButton::clicked, this, &AgentEditor::tryRequested);
    setAids(false, false);
    row->addWidget(m_title, 1);
    for (QWidget *button : QList<QWidget *>{m_begun, m_help, m_try})
        row->addWidget(button);
    return head;
}

// Those that wait, and an empty one besides.
void AgentEditor::showBegun()
{
    const QList<BegunDefinitions::Entry> entries = m_editing.begun();
    QMenu *menu = m_begun->menu();
    menu->clear();
    menu->addAction(tr("Empty agent"), this, [this] { m_editing.openEmpty(); });
    menu->addSeparator();
    for (const BegunDefinitions::Entry &entry : entries) {
        const QString title = entry.title.isEmpty() ? tr("Without a name") : displayLine(entry.title, 60);
        const QString at = QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat);
        QAction *action = menu->addAction(tr("%1, %2", "a title, when it was changed").arg(title, at).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, id = entry.draftId] { m_editing.openBegun(id); });
    }
    showState();
}

QWidget *AgentEditor::buildForm()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Fields of the agent"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, Theme::space(this), 0);
    column->setSpacing(Theme::space(this, 1.5));
    addSection(column, new BasicsSection(page), {});
    addSection(column, new InstructionsSection(page), {});
    addSection(column, new ToolsSection(page), tr("What it may use"));
    addSection(column, new McpSection(page), tr("More"));
    addSection(column, new CompressionSection(page), {});
    column->addStretch(1);
    m_scroll->setWidget(page);
    const auto fields = page->findChildren<QWidget *>();
    for (QWidget *field : fields)
        field->installEventFilter(this);
    return m_scroll;
}

void AgentEditor::addSection(QLayout *column, AgentSection *section, const QString &title)
{
    if (!title.isEmpty()) {
        auto *label = new PlainLabel(title, section->parentWidget());
        label->setFont(Theme::heading(font()));
        column->addWidget(label);
    }
    column->addWidget(section);
    m_sections.append(section);
    connect(section, &AgentSection::edited, this, [this, section](const QString &field) { takeEdit(section, field); });
}

QWidget *AgentEditor::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    for (QAction *action : {m_undo, m_redo}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    m_discard = new QPushButton(tr("Throw changes away"), bar);
    m_discard->setObjectName(u"agentDiscard"_s);
    auto *close = new QPushButton(tr("Close"), bar);
    close->setObjectName(u"agentClose"_s);
    m_save = new QPushButton(tr("&Save"), bar);
    m_save->setObjectName(u"agentSave"_s);
    m_save->setDefault(true);
    m_save->setShortcut(QKeySequence::Save);
    row->addWidget(m_status, 1);
    row->addWidget(m_discard);
    row->addWidget(close);
    row->addWidget(m_save);
    connect(m_discard, &QPushButton::clicked, &m_editing, &AgentEditing::discard);
    connect(close, &QPushButton::clicked, this, &AgentEditor::closeRequested);
    connect(m_save, &QPushButton::clicked, this, &AgentEditor::trySave);
    return bar;
}

void AgentEditor::connectEditing()
{
    connect(&m_editing, &AgentEditing::changed, this, &AgentEditor::showAgent);
    connect(&m_editing, &AgentEditing::remarksChanged, this, &AgentEditor::showRemarks);
    connect(&m_editing, &AgentEditing::stateChanged, this, &AgentEditor::showState);
    connect(&m_editing, &AgentEditing::begunChanged, this, &AgentEditor::showBegun);
    connect(&m_editing, &AgentEditing::saved, this, &AgentEditor::onSaved);
    connect(&m_editing, &AgentEditing::draftTaken, this, &AgentEditor::onDraftTaken);
    connect(&m_editing, &AgentEditing::failed, this, [this](const Error &error) { m_banner->showError(error); });
    connect(&m_editing, &AgentEditing::failed, this, [this] { Q_EMIT savingEnded(false); });
    connect(m_conflict, &ConflictView::saveRequested, this, [this] {
        m_editing.resolve(m_conflict->choices());
        if (m_editing.state() == AgentEditing::State::Editing && !m_editing.obstacles().isEmpty())
            goToFault();
    });
    connect(m_conflict, &ConflictView::giveUpRequested, &m_editing, &AgentEditing::giveUp);
    connect(m_conflict, &ConflictView::backRequested, &m_editing, &AgentEditing::editOn);
}

// The fields' own undo would know one field alone, and nothing of what is chosen or ticked. The wheel scrolls the page: what it passes
// over, for whom the agent is among it, stays as it is.
bool AgentEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && (qobject_cast<QComboBox *>(watched) || qobject_cast<QAbstractSpinBox *>(watched))) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AgentEditor::takeEdit(const AgentSection *section, const QString &field)
{
    Agent mine = m_editing.mine();
    section->apply(mine);
    m_editing.edit(mine, field);
}

void AgentEditor::showAgent()
{
    const Agent &agent = m_editing.mine();
    for (AgentSection *section : std::as_const(m_sections))
        section->show(agent, m_editing.isNew());
    const QString title = displayLine(agent.title(), 120);
    m_title->setText(m_editing.isNew() ? (title.isEmpty() ? tr("New agent") : tr("New agent: %1").arg(title)) : title);
    showState();
}

void AgentEditor::showRemarks()
{
    for (AgentSection *section : std::as_const(m_sections)) {
        section->setRemarks(m_editing.remarks());
    }
    showState();
}

void AgentEditor::showState()
{
    using State = AgentEditing::State;
    const State state = m_editing.state();
    const bool isConflict = state == State::Conflict;
    if (isConflict && m_stack->currentWidget() != m_conflict) {
        m_conflict->setConflict(m_editing.conflict());
        m_stack->setCurrentWidget(m_conflict);
        m_conflict->focusFirst();
        Q_EMIT savingEnded(false);
    } else if (!isConflict) {
        m_stack->setCurrentWidget(m_scroll);
    }
    if (m_editing.obstacles().isEmpty())
        m_problem->say({}); // put right
    const bool isDirty = m_editing.isDirty();
    const bool isEditing = state == State::Editing;
    m_begun->setVisible(m_editing.isNew() && (isDirty || !m_editing.begun().isEmpty()));
    m_begun->setEnabled(isEditing);
    if (!isEditing && m_scroll->isEnabled())
        m_focus = m_scroll->focusWidget() && m_scroll->focusWidget()->hasFocus() ? m_scroll->focusWidget() : nullptr;
    m_scroll->setEnabled(isEditing);
    if (isEditing && m_focus)
        std::exchange(m_focus, nullptr)->setFocus(Qt::OtherFocusReason); // a field that is disabled loses it
    m_undo->setEnabled(isEditing && m_editing.canUndo());
    m_redo->setEnabled(isEditing && m_editing.canRedo());
    m_discard->setVisible(isDirty && !isConflict);
    m_discard->setEnabled(isEditing);
    m_save->setVisible(!isConflict);
    m_save->setEnabled(isEditing && (isDirty || m_editing.isNew()));
    if (state == State::Saving)
        m_status->setText(tr("Saving\u2026"));
    else if (isConflict)
        m_status->setText(tr("Not saved"));
    else if (isDirty)
        m_status->setText(m_editing.isDraftKept() ? tr("Not saved yet. A draft is kept on this computer.")
                                                  : tr("Not saved yet, and no draft of it could be kept."));
    else
        m_status->clear();
}

void AgentEditor::trySave()
{
    m_banner->clear();
    m_notice->say({});
    m_problem->say({});
    if (m_editing.obstacles().isEmpty())
        m_editing.save();
    else
        goToFault();
}

void AgentEditor::goToFault()
{
    const QList<AgentRemark> obstacles = m_editing.obstacles();
    for (AgentSection *section : std::as_const(m_sections)) {
        if (section->focusField(obstacles.constFirst().field))
            break;
    }
    if (QWidget *field = focusWidget())
        m_scroll->ensureWidgetVisible(field);
    m_problem->say(tr("Not saved: %Ln thing(s) must be put right first.", nullptr, static_cast<int>(obstacles.size())));
}

void AgentEditor::onSaved(const AgentId &id, const QStringList &notKept, const QStringList &alsoChanged)
{
    QStringList notices;
    if (!notKept.isEmpty())
        notices.append(tr("Saved, but this server did not keep: %1.").arg(AgentWords::titles(notKept)));
    if (!alsoChanged.isEmpty())
        notices.append(tr("Somebody else had changed this in the meantime, and it was kept: %1.").arg(AgentWords::titles(alsoChanged)));
    m_notice->say(notices.join(u'\n'));
    Q_EMIT saved(id);
    Q_EMIT savingEnded(true);
}

bool AgentEditor::isSaving() const
{
    return m_editing.state() == AgentEditing::State::Saving;
}

void AgentEditor::onDraftTaken(const QDateTime &at)
{
    m_notice->say(tr("These are changes of %1 that were never saved.").arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat)));
}

void AgentEditor::setSurroundings(const AgentSurroundings &known)
{
    for (AgentSection *section : std::as_const(m_sections))
        section->setSurroundings(known);
    m_editing.setSurroundings(known);
}

void AgentEditor::setAids(bool canTry, bool canHelp)
{
    m_try->setVisible(canTry);
    m_help->setVisible(canHelp);
}

void AgentEditor::focusFirst()
{
    const AgentField first = m_editing.isNew() ? AgentField::Name : AgentField::DisplayName;
    for (AgentSection *section : std::as_const(m_sections)) {
        if (section->focusField(first))
            return;
    }
}

} // namespace desk
