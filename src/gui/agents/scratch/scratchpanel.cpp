#include "gui/agents/scratch/scratchpanel.h"

#include "gui/agents/scratch/scratchcolumn.h"
#include "gui/agents/scratch/scratchdifference.h"
#include "gui/agents/scratch/scratchscenariodialog.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/agents/scratch/scratchrun.h"
#include "state/agents/scratch/scratchscenarios.h"

#include <QAccessible>
#include <QComboBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int frameMs = 60; // an answer is laid out as a whole each time
constexpr int questionLines = 3;

} // namespace

ScratchPanel::ScratchPanel(ScratchRun &run, ScratchScenarios &scenarios, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_scenarios(scenarios)
    , m_question(new QPlainTextEdit(this))
    , m_recent(new QComboBox(this))
    , m_start(addButton(u"scratchRun"_s, tr("Run")))
    , m_stop(addButton(u"scratchStop"_s, tr("Stop")))
    , m_differences(addButton(u"scratchDifferences"_s, tr("Show differences")))
    , m_keep(addButton(u"scratchKeep"_s, tr("Keep as scenario\u2026")))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"scratchProblem"_s, this))
    , m_scenarioHint(new RemarkLabel(RemarkLabel::Tone::Hint, u"scratchScenarioHint"_s, this))
{
    setObjectName(u"scratchPanel"_s);
    m_frame.setSingleShot(true);
    m_frame.setInterval(frameMs);
    build();
    connectAll();
    showRecent();
    showSides();
    showState();
    showScenarios();
}

void ScratchPanel::build()
{
    auto *warning = new PlainLabel(
        tr("The agent runs for real: what its tools write, send or cost happens. A temporary agent and conversation are made for it, and "
           "removed afterwards."),
        this);
    warning->setObjectName(u"scratchWarning"_s);
    warning->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(warning);
    column->addWidget(buildQuestion());
    column->addWidget(m_problem);
    column->addWidget(buildAnswers(), 1);
    column->addWidget(m_scenarioHint);
}

QWidget *ScratchPanel::buildQuestion()
{
    auto *box = new QWidget(this);
    m_question->setObjectName(u"scratchQuestion"_s);
    m_question->setAccessibleName(tr("Question to try the agent with"));
    m_question->setPlaceholderText(tr("A question to try the agent with"));
    m_question->setTabChangesFocus(true);
    m_question->setFixedHeight(QFontMetrics(m_question->font()).lineSpacing() * questionLines + Theme::space(this, 2));
    m_recent->setObjectName(u"scratchRecent"_s);
    m_recent->setAccessibleName(tr("Questions that were asked before"));
    m_recent->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_recent->setMinimumContentsLength(12);
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    m_start->setToolTip(tr("Ask the question (%1)", "key").arg(keys));
    m_differences->setCheckable(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addWidget(m_recent, 1);
    row->addWidget(m_differences);
    row->addWidget(m_keep);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->addWidget(m_question);
    column->addLayout(row);
    return box;
}

QWidget *ScratchPanel::buildAnswers()
{
    auto *answers = new QSplitter(Qt::Vertical, this);
    m_columns = new QSplitter(Qt::Horizontal, answers);
    m_mine = new ScratchColumn(tr("As written"), u"scratchMine"_s, m_columns);
    m_saved = new ScratchColumn(tr("As saved"), u"scratchSaved"_s, m_columns);
    m_columns->addWidget(m_mine);
    m_columns->addWidget(m_saved);
    m_mine->setApproval(m_run.mineApproval());
    m_saved->setApproval(m_run.savedApproval());
    m_difference = new ScratchDifference(answers);
    answers->addWidget(m_columns);
    answers->addWidget(m_difference);
    answers->setStretchFactor(0, 3);
    answers->setStretchFactor(1, 1);
    for (QSplitter *splitter : {m_columns, answers})
        splitter->setChildrenCollapsible(false);
    m_difference->hide();
    return answers;
}

QPushButton *ScratchPanel::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false); // Enter is for what is inside
    return button;
}

void ScratchPanel::connectAll()
{
    connect(m_question, &QPlainTextEdit::textChanged, this, &ScratchPanel::showState);
    connect(m_recent, &QComboBox::activated, this, &ScratchPanel::takeRecent);
    connect(m_start, &QPushButton::clicked, this, &ScratchPanel::startRun);
    connect(m_stop, &QPushButton::clicked, &m_run, &ScratchRun::stop);
    connect(m_differences, &QPushButton::toggled, this, &ScratchPanel::showDifference);
    connect(m_keep, &QPushButton::clicked, this, &ScratchPanel::keepScenario);
    connect(&m_run, &ScratchRun::changed, this, &ScratchPanel::showState);
    connect(&m_run, &ScratchRun::questionAsked, this, &ScratchPanel::showRecent);
    connect(&m_run, &ScratchRun::mineChanged, this, &ScratchPanel::showSoon);
    connect(&m_run, &ScratchRun::savedChanged, this, &ScratchPanel::showSoon);
    connect(&m_frame, &QTimer::timeout, this, &ScratchPanel::showSides);
    connect(&m_scenarios, &ScratchScenarios::changed, this, &ScratchPanel::showScenarios);
    connect(&m_scenarios, &ScratchScenarios::kept, this, [this](const QString &dataset) {
        m_scenarioHint->say(tr("Kept as a scenario of \u201c%1\u201d.", "dataset").arg(displayLine(dataset, 120)));
    });
    for (ScratchColumn *column : {m_mine, m_saved}) {
        connect(column, &ScratchColumn::approvalAppeared, this, [this, column] { onApproval(*column); });
        connect(column, &ScratchColumn::approvalLeft, this, [this] { moveFocus(m_run.isRunning()); });
    }
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_start, &QPushButton::click); // does nothing while it is disabled
    }
}

void ScratchPanel::setAgents(const Agent &mine, const std::optional<Agent> &saved)
{
    m_run.setAgents(mine, saved);
}

void ScratchPanel::focusFirst()
{
    m_question->setFocus(Qt::OtherFocusReason);
}

void ScratchPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_scenarios.load();
}

void ScratchPanel::startRun()
{
    Q_EMIT aboutToRun();
    m_scenarios.load(); // where it could not be said before
    m_run.run(m_question->toPlainText());
}

void ScratchPanel::takeRecent(int index)
{
    if (index >= 1 && index <= m_run.recent().size())
        m_question->setPlainText(m_run.recent().at(index - 1));
    m_recent->setCurrentIndex(0);
    focusFirst();
}

void ScratchPanel::showRecent()
{
    m_recent->clear();
    m_recent->addItem(tr("Earlier questions"));
    for (const QString &question : m_run.recent())
        m_recent->addItem(displayLine(question, 80));
    m_recent->setEnabled(!m_run.recent().isEmpty());
}

void ScratchPanel::showState()
{
    const QString question = m_question->toPlainText();
    const bool isRunning = m_run.isRunning();
    const QString why = isRunning ? QString() : m_run.whyNot(question);
    m_problem->say(why);
    const bool hadFocus = m_start->hasFocus() || m_stop->hasFocus();
    m_start->setEnabled(!isRunning && why.isEmpty() && !question.trimmed().isEmpty());
    m_stop->setEnabled(isRunning);
    if (hadFocus)
        moveFocus(isRunning);
    m_saved->setVisible(m_run.hasSaved());
    m_differences->setVisible(m_run.hasSaved());
    const bool hasBoth = !m_run.mine().answer().content.isEmpty() && !m_run.saved().answer().content.isEmpty();
    m_differences->setEnabled(hasBoth && !isRunning);
    if (!m_differences->isEnabled())
        m_differences->setChecked(false);
    showScenarios();
    if (std::exchange(m_wasRunning, isRunning) && !isRunning) {
        showSides();
        announce();
    }
}

// A disabled button would hand it on to anything.
void ScratchPanel::moveFocus(bool isRunning)
{
    if (isRunning)
        m_stop->setFocus();
    else if (m_start->isEnabled())
        m_start->setFocus();
    else
        focusFirst();
}

// The next question may be being written: it has the focus only where nothing is typed, and there on the safe button.
void ScratchPanel::onApproval(ScratchColumn &column)
{
    showSides();
    if (m_stop->hasFocus())
        column.focusApproval();
}

void ScratchPanel::showSoon()
{
    if (!m_frame.isActive())
        m_frame.start();
}

void ScratchPanel::showSides()
{
    m_frame.stop();
    m_mine->showSide(m_run.mine());
    m_saved->showSide(m_run.saved());
}

void ScratchPanel::showDifference()
{
    const bool isShown = m_differences->isChecked();
    if (isShown)
        m_difference->compare(m_run.mine().answer().content, m_run.saved().answer().content);
    m_difference->setVisible(isShown);
}

void ScratchPanel::showScenarios()
{
    const bool isOffered = m_scenarios.support() == ScratchScenarios::Support::Offered;
    m_keep->setVisible(isOffered);
    m_keep->setEnabled(!m_run.isRunning() && m_run.mine().state() == ScratchSide::State::Done);
    const bool isDecided =
        m_scenarios.support() == ScratchScenarios::Support::Missing || m_scenarios.support() == ScratchScenarios::Support::Failed;
    m_scenarioHint->say(isDecided ? displayText(m_scenarios.whyNot(), TextUse::Prose) : QString());
}

void ScratchPanel::keepScenario()
{
    Scenario scenario;
    scenario.name = m_run.question().simplified().left(ScratchScenarioDialog::mostName);
    scenario.query = m_run.question();
    scenario.expectedOutcome = m_run.mine().answer().content;
    auto *dialog = new ScratchScenarioDialog(m_scenarios, scenario, m_run.hasSaved() ? m_run.agent().name : QString(), this);
    dialog->open();
}

// What screen readers speak; Qt 6.4 has no announcement.
void ScratchPanel::announce()
{
    for (QWidget *side : {static_cast<QWidget *>(m_mine), static_cast<QWidget *>(m_saved)}) {
        if (auto *state = side->findChild<QWidget *>(side->objectName() + "State"_L1); state && side->isVisible()) {
            QAccessibleEvent event(state, QAccessible::Alert);
            QAccessible::updateAccessibility(&event);
        }
    }
}

} // namespace desk
