#include "gui/runs/runspage.h"

#include "gui/dialogs.h"
#include "gui/runs/rundetail.h"
#include "gui/runs/runlistfilter.h"
#include "gui/runs/runstatusdelegate.h"
#include "gui/theme.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/runmodel.h"
#include "state/runstore.h"
#include "state/workspace.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

RunsPage::RunsPage(RunStore &store, RunModel &model, Workspace &workspace, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(model)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_header(new PageHeader(tr("Runs"), tr("Search runs"), this))
    , m_banner(new ErrorBanner(this))
    , m_filter(new RunListFilter(this))
    , m_group(new QComboBox(this))
    , m_count(new PlainLabel(this))
    , m_table(new QTableView(this))
    , m_detail(new RunDetail(store, model, this))
{
    setObjectName(u"runsPage"_s);
    m_filter->setSourceModel(&m_model);
    buildFilters();
    buildTable();
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({Theme::space(this, 90), Theme::space(this, 60)});
    const ContentStack::EmptyText none{u"runs"_s, tr("No runs yet"), tr("Every answer of an agent is a run and appears here.")};
    m_stack = new ContentStack(workspace, splitter, none, this);

    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this, 2);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPage::select);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &RunsPage::updateStatus);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &RunsPage::selectWanted);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &RunsPage::selectWanted);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &RunsPage::updateStatus);
    connect(&m_store, &RunStore::runsChanged, this, &RunsPage::updateStatus);
    connect(&m_store, &RunStore::loadingChanged, this, &RunsPage::updateStatus);
    connect(&m_store, &RunStore::failed, this, &RunsPage::showFailure);
    connect(&m_store, &RunStore::runsChanged, m_banner, &ErrorBanner::clear);
    connect(m_stack, &ContentStack::retryRequested, this, &RunsPage::refresh);
    connect(m_detail, &RunDetail::conversationRequested, this, &RunsPage::conversationRequested);
    connect(m_detail, &RunDetail::cancelRequested, this, &RunsPage::cancel);
    updateStatus();
}

RunsPage::~RunsPage()
{
    watch({});
}

void RunsPage::buildFilters()
{
    m_count->setObjectName(u"runCount"_s);
    m_group->setObjectName(u"runStatusFilter"_s);
    m_group->setAccessibleName(tr("Status of the runs shown"));
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const auto add = [this](const QString &text, RunListFilter::Group group) { m_group->addItem(text, static_cast<int>(group)); };
    add(tr("All"), RunListFilter::Group::All);
    add(tr("Waiting or running"), RunListFilter::Group::Active);
    add(tr("Succeeded"), RunListFilter::Group::Succeeded);
    add(tr("Failed or timed out"), RunListFilter::Group::Failed);
    add(tr("Stopped"), RunListFilter::Group::Stopped);
    m_header->addFilter(m_count);
    m_header->addFilter(m_group);
    connect(m_group, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setGroup(static_cast<RunListFilter::Group>(m_group->currentData().toInt()));
        updateStatus();
    });
    connect(searchField(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        updateStatus();
    });
}

void RunsPage::buildTable()
{
    m_table->setObjectName(u"runTable"_s);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_filter);
    m_table->setItemDelegateForColumn(RunModel::StatusColumn, new RunStatusDelegate(m_table));
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
    header->setSectionResizeMode(RunModel::PromptColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(Theme::space(this, 7));
    header->resizeSection(RunModel::StatusColumn, Theme::space(this, 16));
    header->resizeSection(RunModel::AgentColumn, Theme::space(this, 14));
    header->resizeSection(RunModel::StartedColumn, fontMetrics().horizontalAdvance(QLocale().toString(
                                                       QDateTime(QDate(2028, 12, 28), QTime(23, 59, 59)), QLocale::ShortFormat)) +
                                                       Theme::space(this, 1.5));
    header->resizeSection(RunModel::DurationColumn, Theme::space(this, 10));
    m_table->setMinimumWidth(Theme::space(this, 40));
    new EmptyHint(*m_table, tr("No loaded run matches the filter."));
}

void RunsPage::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

QLineEdit *RunsPage::searchField() const
{
    return m_header->search();
}

void RunsPage::choose(const RunId &id)
{
    m_wanted = id;
    if (selectWanted())
        return;
    m_header->search()->clear(); // perhaps it is filtered away
    m_group->setCurrentIndex(0);
    if (!selectWanted())
        watch(id); // whoever watches a run gets it
}

bool RunsPage::selectWanted()
{
    if (m_wanted.isEmpty())
        return false;
    const QModelIndexList found = m_filter->match(m_filter->index(0, 0), RunModel::IdRole, m_wanted.value(), 1, Qt::MatchExactly);
    if (found.isEmpty())
        return false;
    m_wanted = {};
    m_table->setCurrentIndex(found.constFirst());
    m_table->scrollTo(found.constFirst());
    return true;
}

void RunsPage::refresh()
{
    m_store.refresh();
}

void RunsPage::updateStatus()
{
    m_stack->setStatus({m_store.isLoading(), m_store.isLoaded(), m_store.runs().isEmpty()});
    const int shown = m_filter->rowCount();
    const int loaded = m_model.rowCount();
    m_count->setVisible(loaded > 0);
    m_count->setText(m_filter->isFiltering() ? tr("%1 of %n loaded run(s)", nullptr, loaded).arg(shown) : tr("%n run(s)", nullptr, loaded));
}

void RunsPage::select()
{
    const RunId id = m_model.idAt(m_filter->mapToSource(m_table->currentIndex()));
    if (id == m_detail->run())
        return;
    m_detail->setRun(id);
    if (isVisible())
        watch(id);
}

void RunsPage::watch(const RunId &id)
{
    if (id == m_watched)
        return;
    const RunId before = std::exchange(m_watched, id);
    if (!before.isEmpty())
        m_store.unwatch(before);
    if (!id.isEmpty())
        m_store.watch(id);
}

void RunsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_store.setVisible(true);
    watch(m_detail->run());
}

void RunsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_store.setVisible(false);
    watch({});
}

void RunsPage::cancel(const RunId &id)
{
    m_dialogs.confirm(this, tr("Stop this run?"), tr("The agent stops at its next step. What it has written so far is kept."),
                      tr("Stop run"), [this, id] { m_store.cancel(id); });
}

void RunsPage::showFailure(const Error &error)
{
    updateStatus();
    if (error.kind != Error::Kind::Unauthorized || !m_workspace.asksForSignIn()) // else the window says so
        m_banner->showError(error, tr("Try again"), [this] { refresh(); });
}

} // namespace desk
