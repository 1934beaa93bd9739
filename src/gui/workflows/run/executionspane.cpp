#include "gui/workflows/run/executionspane.h"

#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/workflows/run/executioncomparison.h"
#include "gui/workflows/run/executionstatusdelegate.h"
#include "gui/workflows/run/executionview.h"
#include "gui/workflows/run/workflowrundialog.h"
#include "state/executions/executionfollow.h"
#include "state/executions/executionstore.h"
#include "state/models/executionlistmodel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ExecutionsPane::ExecutionsPane(ExecutionStore &store, WorkflowInputs &inputs, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_inputs(inputs)
    , m_dialogs(dialogs)
    , m_model(new ExecutionListModel(store, this))
    , m_banner(new ErrorBanner(this))
    , m_note(new PlainLabel(this))
    , m_run(new QPushButton(Theme::icon(u"play"_s), tr("Run\u2026"), this))
    , m_compare(new QPushButton(Theme::icon(u"compare"_s), tr("Compare\u2026"), this))
    , m_more(new QPushButton(tr("Load earlier ones"), this))
    , m_table(new QTableView(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_view(new ExecutionView(store, this))
{
    setObjectName(u"executionsPane"_s);
    buildTable();
    build();
    connectAll();
    update();
}

ExecutionsPane::~ExecutionsPane() = default;

void ExecutionsPane::buildTable()
{
    m_table->setObjectName(u"executionList"_s);
    m_table->setAccessibleName(tr("Executions of the workflow"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ExecutionListModel::StatusColumn,
                                      new ExecutionStatusDelegate(ExecutionStatusDelegate::Of::Executions, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection); // two of them are compared
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::space(this, 4.5));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(true);
}

void ExecutionsPane::build()
{
    m_note->setObjectName(u"executionsNote"_s);
    m_note->setWordWrap(true);
    m_run->setObjectName(u"executionsRun"_s);
    m_compare->setObjectName(u"executionsCompare"_s);
    m_more->setObjectName(u"executionsMore"_s);
    auto *list = new QWidget(this);
    auto *buttons = new QWidget(list);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    for (QPushButton *button : {m_run, m_compare}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    m_more->setAutoDefault(false);
    auto *column = new QVBoxLayout(list);
    column->addWidget(buttons);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    column->addWidget(m_more, 0, Qt::AlignLeading);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_view);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_banner);
    box->addWidget(m_splitter, 1);
}

void ExecutionsPane::setNarrow()
{
    m_splitter->setOrientation(Qt::Vertical);
    m_table->setMinimumHeight(Theme::space(this, 16)); // a few rows
}

void ExecutionsPane::connectAll()
{
    connect(m_run, &QPushButton::clicked, this, [this] { startRun(); });
    connect(m_compare, &QPushButton::clicked, this, &ExecutionsPane::compare);
    connect(m_more, &QPushButton::clicked, &m_store, &ExecutionStore::loadMore);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExecutionsPane::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExecutionsPane::updateButtons);
    connect(&m_store, &ExecutionStore::executionsChanged, this, &ExecutionsPane::update);
    connect(&m_store, &ExecutionStore::loadingChanged, this, &ExecutionsPane::update);
    connect(&m_store, &ExecutionStore::failed, this, &ExecutionsPane::showFailure);
    connect(m_view, &ExecutionView::momentChanged, this, &ExecutionsPane::momentChanged);
    connect(m_view, &ExecutionView::stepChosen, this, &ExecutionsPane::stepChosen);
    connect(m_view, &ExecutionView::tableRequested, this, &ExecutionsPane::tableRequested);
    connect(m_view, &ExecutionView::saveRequested, this, &ExecutionsPane::saveRequested);
    connect(m_view, &ExecutionView::stopRequested, this, &ExecutionsPane::stop);
    connect(m_view, &ExecutionView::resumeRequested, this, &ExecutionsPane::resume);
    connect(m_view, &ExecutionView::againRequested, this, &ExecutionsPane::startRun);
}

void ExecutionsPane::setWorkflow(const Workflow &workflow)
{
    const bool isOther = workflow.id != m_workflow.id;
    m_workflow = workflow;
    if (!isOther)
        return;
    if (m_dialog)
        m_dialog->close();
    m_view->show({});
    m_store.look(workflow.id);
    update();
}

void ExecutionsPane::setRunObstacle(const QString &words)
{
    m_obstacle = words;
    if (m_dialog)
        m_dialog->setObstacle(words);
    updateButtons();
}

void ExecutionsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_store.setVisible(true);
    m_store.refresh();
}

void ExecutionsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_store.setVisible(false);
}

QList<ExecutionId> ExecutionsPane::chosen() const
{
    QList<ExecutionId> out;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        out.append(m_model->idAt(row));
    return out;
}

void ExecutionsPane::update()
{
    const bool isEmpty = m_model->rowCount() == 0;
    QString note;
    if (isEmpty && m_store.isLoading())
        note = tr("Loading\u2026");
    else if (isEmpty && m_store.isLoaded())
        note = tr("This workflow has not been run yet.");
    else if (m_store.isKept())
        note = tr("The server was not reached: these are the executions that this computer kept.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_table->setVisible(!isEmpty);
    m_more->setVisible(m_store.canLoadMore());
    m_view->setVisible(!isEmpty || !m_view->execution().isEmpty());
    if (!isEmpty && !m_table->currentIndex().isValid())
        chooseShown();
    if (!m_store.hasFailed() && !std::exchange(m_listProblem, {}).isEmpty())
        m_banner->clear();
    if (isEmpty)
        Q_EMIT momentChanged({});
    updateButtons();
}

void ExecutionsPane::updateButtons()
{
    m_run->setEnabled(!m_workflow.id.isEmpty() && m_obstacle.isEmpty());
    m_run->setToolTip(m_obstacle);
    m_compare->setEnabled(chosen().size() == 2);
    m_compare->setToolTip(m_compare->isEnabled() ? QString() : tr("Two executions are chosen in the list, with Shift or Ctrl"));
}

// It is asked for every few seconds: what was told, and perhaps dismissed, is not told again and again.
void ExecutionsPane::showFailure(const Error &error)
{
    const QString problem = error.userText();
    if (std::exchange(m_listProblem, problem) != problem)
        m_banner->showError(error, tr("Try again"), [this] { m_store.refresh(); });
}

// What is looked at stays so, also when the list does not have it.
void ExecutionsPane::chooseShown()
{
    const QModelIndex shown = m_model->indexOf(m_view->execution());
    if (shown.isValid() || m_view->execution().isEmpty())
        m_table->setCurrentIndex(m_model->index(shown.isValid() ? shown.row() : 0, 0));
}

void ExecutionsPane::showCurrent()
{
    const ExecutionId id = m_model->idAt(m_table->currentIndex());
    if (id != m_view->execution() && !id.isEmpty())
        m_view->show(id);
}

void ExecutionsPane::choose(const ExecutionId &id)
{
    const QModelIndex row = m_model->indexOf(id);
    if (row.isValid())
        m_table->setCurrentIndex(m_model->index(row.row(), 0)); // selectRow() needs to be laid out from right to left
    else
        m_view->show(id);
}

void ExecutionsPane::startRun(const QJsonObject &input)
{
    if (m_workflow.id.isEmpty())
        return;
    if (!m_dialog) {
        m_dialog = new WorkflowRunDialog(m_workflow, m_inputs, this);
        connect(m_dialog, &WorkflowRunDialog::runRequested, this, &ExecutionsPane::start);
    }
    m_dialog->setObstacle(m_obstacle);
    if (!input.isEmpty())
        m_dialog->setInput(input);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ExecutionsPane::start(const QJsonObject &input)
{
    m_store.start(m_workflow, input, this, [this, definition = m_workflow.raw](const Result<WorkflowExecution> &execution) {
        if (!execution) {
            if (m_dialog)
                m_dialog->noteFailed(execution.error());
            else
                m_banner->showError(execution.error()); // its window was closed meanwhile
            return;
        }
        if (m_dialog)
            m_dialog->noteStarted();
        m_view->show(execution->id, definition);
        choose(execution->id);
    });
}

void ExecutionsPane::stop(const ExecutionId &id)
{
    m_dialogs.confirm(this, tr("Stop the execution?"),
                      tr("What is at work now may still finish. What was done stays done, and the steps that follow do not run."),
                      tr("Stop"), [this, id] {
                          m_store.stop(id, this, [this](const Result<WorkflowExecution> &answer) {
                              m_view->say(answer ? QString() : displayText(answer.error().userText(), TextUse::Prose));
                          });
                      });
}

void ExecutionsPane::resume(const ExecutionId &id)
{
    m_store.resume(id, ResumeFrom::FailedStep, this, [this](const Result<WorkflowExecution> &answer) {
        m_view->say(answer ? QString() : displayText(answer.error().userText(), TextUse::Prose));
    });
}

void ExecutionsPane::compare()
{
    const QList<ExecutionId> ids = chosen();
    if (ids.size() != 2)
        return;
    const bool isFirstOlder = m_model->indexOf(ids.at(0)).row() > m_model->indexOf(ids.at(1)).row(); // newest first
    m_before = m_store.newFollow();
    m_after = m_store.newFollow();
    for (ExecutionFollow *follow : {m_before.get(), m_after.get()})
        connect(follow, &ExecutionFollow::changed, this, &ExecutionsPane::compareWhenKnown, Qt::QueuedConnection);
    m_before->follow(ids.at(isFirstOlder ? 0 : 1));
    m_after->follow(ids.at(isFirstOlder ? 1 : 0));
}

void ExecutionsPane::compareWhenKnown()
{
    if (!m_before || !m_after)
        return;
    for (const ExecutionFollow *follow : {m_before.get(), m_after.get()}) {
        if (follow->error()) {
            m_banner->showError(*follow->error());
            m_before.reset();
            m_after.reset();
            return;
        }
        if (follow->source() == ExecutionFollow::Source::Nothing)
            return;
    }
    auto *window =
        new ExecutionComparison(tr("Two executions of %1").arg(displayLine(m_workflow.name)), m_before->record(), m_after->record(), this);
    m_before.reset();
    m_after.reset();
    window->show();
}

} // namespace desk
