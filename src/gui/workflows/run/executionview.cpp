#include "gui/workflows/run/executionview.h"

#include "gui/approvals/waitingpane.h"
#include "gui/chat/json/jsonpanel.h"
#include "gui/runs/runlook.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/tools/plainbuttons.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/run/executionlook.h"
#include "gui/workflows/run/executionstatusdelegate.h"
#include "gui/workflows/run/replaybar.h"
#include "state/approvals/waitingapproval.h"
#include "state/chat/toolapproval.h"
#include "state/executions/executionfollow.h"
#include "state/executions/executionstore.h"
#include "state/executions/waitingsteps.h"
#include "state/models/executionwords.h"
#include "state/models/stepexecutionmodel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum Tab { StepInput, StepOutput, WholeInput, TabCount };

} // namespace

ExecutionView::ExecutionView(ExecutionStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_follow(store.newFollow())
    , m_model(new StepExecutionModel(this))
    , m_chip(new StatusChip(this))
    , m_knowledge(new PlainLabel(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"executionProblem"_s, this))
    , m_error(new PlainLabel(this))
    , m_facts(new FactView(this))
    , m_stop(new QPushButton(Theme::icon(u"stop"_s), tr("Stop"), this))
    , m_again(new QPushButton(Theme::icon(u"retry"_s), tr("Run with this input again\u2026"), this))
    , m_resume(new QPushButton(Theme::icon(u"play"_s), tr("Go on from the failed step"), this))
    , m_waiting(new WaitingPane(this))
    , m_bar(new ReplayBar(this))
    , m_table(new QTableView(this))
    , m_tabs(new QTabWidget(this))
    , m_shown(TabCount, QJsonValue(QJsonValue::Undefined))
{
    setObjectName(u"executionView"_s);
    build();
    connect(m_follow.get(), &ExecutionFollow::changed, this, &ExecutionView::update);
    connect(m_waiting, &WaitingPane::answered, this, &ExecutionView::answer);
    connect(m_waiting, &WaitingPane::stopRequested, this, [this] { Q_EMIT stopRequested(m_follow->id()); });
    connect(m_bar, &ReplayBar::momentChanged, this, &ExecutionView::showMoment);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        showStep();
        if (current.isValid() && !m_isFollowing)
            Q_EMIT stepChosen(current.data(StepExecutionModel::StepIdRole).toString());
    });
    connect(m_stop, &QPushButton::clicked, this, [this] { Q_EMIT stopRequested(m_follow->id()); });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT againRequested(m_follow->record().execution.input); });
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT resumeRequested(m_follow->id()); });
    update();
}

ExecutionView::~ExecutionView() = default;

QWidget *ExecutionView::buildHead()
{
    auto *head = new QWidget(this);
    m_knowledge->setObjectName(u"executionKnowledge"_s);
    m_knowledge->setWordWrap(true);
    m_error->setObjectName(u"executionError"_s);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problem->setWordWrap(true);
    m_stop->setObjectName(u"executionStop"_s);
    m_again->setObjectName(u"executionAgain"_s);
    m_resume->setObjectName(u"executionResume"_s);
    auto *buttons = new QWidget(head);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    for (QPushButton *button : {m_stop, m_resume, m_again}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    auto *state = new QHBoxLayout;
    state->addWidget(m_chip);
    state->addWidget(m_knowledge, 1);
    auto *box = new QVBoxLayout(head);
    box->setContentsMargins({});
    box->addLayout(state);
    box->addWidget(m_error);
    box->addWidget(m_facts);
    box->addWidget(buttons);
    box->addWidget(m_problem);
    return head;
}

void ExecutionView::buildTable()
{
    m_table->setObjectName(u"executionSteps"_s);
    m_table->setAccessibleName(tr("Steps of the execution"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new IsolatingDelegate(m_table)); // names of steps are anybody's
    m_table->setItemDelegateForColumn(StepExecutionModel::StatusColumn,
                                      new ExecutionStatusDelegate(ExecutionStatusDelegate::Of::Steps, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::space(this, 4.5));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(StepExecutionModel::StepColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(Theme::space(this, 7));
    header->moveSection(StepExecutionModel::StepColumn, 0);
}

void ExecutionView::build()
{
    buildTable();
    m_tabs->setObjectName(u"executionData"_s);
    for (const QString &title : {tr("Input of the step"), tr("Output of the step"), tr("Input of the workflow")}) {
        auto *page = new QWidget(m_tabs);
        (new QVBoxLayout(page))->setContentsMargins({});
        m_tabs->addTab(page, title);
    }
    m_tabs->setCurrentIndex(StepOutput);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *box = new QVBoxLayout(this);
    box->addWidget(buildHead());
    box->addWidget(m_waiting);
    box->addWidget(m_bar);
    box->addWidget(splitter, 1);
}

void ExecutionView::show(const ExecutionId &id, const QJsonObject &definition)
{
    m_problem->say({});
    m_answering.clear();
    m_unanswered.clear();
    m_follow->follow(id, definition);
}

const ExecutionId &ExecutionView::execution() const
{
    return m_follow->id();
}

void ExecutionView::say(const QString &problem)
{
    m_problem->say(problem);
}

QString ExecutionView::knowledgeText() const
{
    if (m_follow->error())
        return displayText(m_follow->error()->userText(), TextUse::Prose);
    switch (m_follow->source()) {
    case ExecutionFollow::Source::Nothing:
        return tr("Loading\u2026");
    case ExecutionFollow::Source::Kept:
        return tr("As this computer kept it when it had ended.");
    case ExecutionFollow::Source::Server:
        break;
    }
    return RunLook::knowledgeText(m_follow->knowledge(), isTerminal(m_follow->record().execution.status));
}

void ExecutionView::update()
{
    const QScopedValueRollback following(m_isFollowing, true);
    updateHead();
    updateButtons();
    updateWaiting();
    m_model->setRecord(m_follow->record());
    m_table->setColumnHidden(StepExecutionModel::TokensColumn, !m_model->hasTokens());
    m_table->setColumnHidden(StepExecutionModel::CostColumn, !m_model->hasCost());
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0)); // selectRow() needs to be laid out from right to left
    m_replay = ExecutionReplay(m_follow->record().execution, m_follow->record().steps);
    m_bar->setReplay(m_replay); // tells of the moment
    setPanel(WholeInput, m_follow->record().execution.input);
    showStep();
}

void ExecutionView::updateHead()
{
    const WorkflowExecution &execution = m_follow->record().execution;
    const bool isKnown = m_follow->source() != ExecutionFollow::Source::Nothing;
    const ExecutionLook look = ExecutionLook::of(execution.status.value());
    m_chip->setStatus(look.tone, look.icon, displayLine(ExecutionWords::status(execution.status), 60));
    m_chip->setVisible(isKnown);
    m_knowledge->setText(knowledgeText());
    m_error->setText(displayText(execution.error, TextUse::Prose));
    m_error->setVisible(isKnown && !m_error->text().isEmpty());
    m_facts->setVisible(isKnown);
    m_facts->setFact(tr("Started"), ExecutionWords::time(execution.startedAt));
    m_facts->setFact(tr("Took"), ExecutionWords::duration(
                                     ExecutionWords::seconds(execution.durationSeconds, execution.startedAt, execution.completedAt)));
    m_facts->setFact(tr("Tokens"), ExecutionWords::tokens(execution.usage));
    m_facts->setFact(tr("Estimated cost"), ExecutionWords::cost(execution.usage));
    m_facts->setFact(tr("Started by"), displayLine(execution.triggerSource, 60));
}

void ExecutionView::updateButtons()
{
    const OpenEnum<ExecutionStatus> status = m_follow->record().execution.status;
    const bool isServer = m_follow->source() == ExecutionFollow::Source::Server;
    m_stop->setVisible(isServer && !isTerminal(status));
    m_again->setVisible(m_follow->source() != ExecutionFollow::Source::Nothing && isTerminal(status));
    m_resume->setVisible(isServer && status.value() == ExecutionStatus::Failed && m_store.resumesAfterApproval());
}

// ------------------------------------------------------------------------------------------------ what it waits for

QList<WaitingApproval> ExecutionView::waiting() const
{
    QList<WaitingApproval> out;
    if (m_follow->source() != ExecutionFollow::Source::Server)
        return out;
    const ExecutionRecord &record = m_follow->record();
    for (const WaitingStep &step : waitingSteps(record.execution, record.steps, record.definition)) {
        WaitingApproval row;
        row.key = QStringList{record.execution.id.value(), step.stepId, step.prompt.argumentsHash}.join(u'\n');
        row.execution = record.execution.id;
        row.step = step;
        row.isTold = !record.execution.waiting.isEmpty();
        row.resumes = m_store.resumesAfterApproval();
        out.append(row);
    }
    return out;
}

// One after the other, in the server's order.
void ExecutionView::updateWaiting()
{
    const QList<WaitingApproval> all = waiting();
    if (all.isEmpty())
        return m_waiting->clear();
    WaitingApproval row = all.constFirst();
    if (row.key == m_answering) {
        row.state = WaitingApproval::State::Answering;
    } else if (row.key == m_unanswered) {
        row.state = WaitingApproval::State::Failed;
        row.error = m_answerError;
        row.mayApprove = m_answerError.code != "tool_changed"_L1;
    }
    m_waiting->showRow(row);
}

void ExecutionView::answer(const QString &key, const QString &optionId, const QString &comment)
{
    const QList<WaitingApproval> all = waiting();
    const auto row = std::find_if(all.cbegin(), all.cend(), [&key](const WaitingApproval &one) { return one.key == key; });
    if (row == all.cend() || !m_answering.isEmpty() || !row->resumes)
        return;
    m_answering = key;
    m_problem->say({});
    updateWaiting();
    m_store.approve(row->execution, {optionId, comment, row->step.prompt.argumentsHash}, this,
                    [this, key](const Result<WorkflowExecution> &outcome) { onAnswered(key, outcome); });
}

void ExecutionView::onAnswered(const QString &key, const Result<WorkflowExecution> &outcome)
{
    if (key != m_answering)
        return; // of another execution by now
    m_answering.clear();
    if (!outcome) {
        m_unanswered = key;
        m_answerError = outcome.error();
    }
    updateWaiting();
}

bool ExecutionView::chooseStep(const QString &stepId)
{
    if (m_table->currentIndex().data(StepExecutionModel::StepIdRole).toString() == stepId)
        return true; // another time round, perhaps, which somebody chose
    const auto all = moments();
    const auto moment = all.constFind(stepId);
    if (moment == all.cend())
        return false;
    const QScopedValueRollback following(m_isFollowing, true);
    m_table->setCurrentIndex(m_model->index(static_cast<int>(moment->row), 0));
    return true;
}

void ExecutionView::showStep()
{
    const int row = m_table->currentIndex().row();
    const bool hasStep = row >= 0 && row < m_model->rows().size();
    const StepExecution step = hasStep ? m_model->rows().at(row).step : StepExecution();
    setPanel(StepInput, step.input);
    setPanel(StepOutput,
             step.error.isEmpty() ? step.output : QJsonValue(QJsonObject{{tr("Error"), step.error}, {tr("Output"), step.output}}));
    m_tabs->setTabVisible(StepInput, !step.input.isNull());
}

// A panel is made for its value: of the same it stays, with what somebody opened in it.
void ExecutionView::setPanel(int tab, const QJsonValue &value)
{
    if (m_shown.at(tab) == value && !m_shown.at(tab).isUndefined())
        return;
    m_shown[tab] = value;
    QWidget *page = m_tabs->widget(tab);
    qDeleteAll(page->findChildren<JsonPanel *>(Qt::FindDirectChildrenOnly));
    auto *panel = new JsonPanel(value, page);
    withoutLetters(*panel);
    connect(panel, &JsonPanel::tableRequested, this, &ExecutionView::tableRequested);
    connect(panel, &JsonPanel::saveRequested, this, &ExecutionView::saveRequested);
    page->layout()->addWidget(panel);
    panel->show(); // at once: a layout would do it later
}

void ExecutionView::showMoment()
{
    Q_EMIT momentChanged(moments());
}

QHash<QString, StepMoment> ExecutionView::moments() const
{
    return m_replay.at(m_bar->moment());
}

} // namespace desk
