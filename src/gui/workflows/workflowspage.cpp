#include "gui/workflows/workflowspage.h"

#include "gui/definitions/exchangebar.h"
#include "gui/definitions/versionsdialog.h"
#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/listfilter.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/twolinedelegate.h"
#include "gui/workflows/begunbutton.h"
#include "gui/workflows/workflowdetail.h"
#include "state/definitions/begundefinitions.h"
#include "state/models/workflowlistmodel.h"
#include "state/workflowstore.h"
#include "state/workspace.h"
#include "wire/json/workflowjson.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

WorkflowsPage::WorkflowsPage(WorkflowStore &store, WorkflowListModel &model, Workspace &workspace, NewVersions newVersions, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(model)
    , m_workspace(workspace)
    , m_newVersions(std::move(newVersions))
    , m_header(new PageHeader(tr("Workflows"), tr("Search workflows"), this))
    , m_banner(new ErrorBanner(this))
    , m_filter(new ListFilter({WorkflowListModel::NameRole, WorkflowListModel::DescriptionRole}, this))
    , m_list(new QListView(this))
    , m_detail(new WorkflowDetail(this))
    , m_content(new QWidget(this))
{
    setObjectName(u"workflowsPage"_s);
    m_filter->setSourceModel(&m_model);
    m_list->setObjectName(u"workflowList"_s);
    m_list->setAccessibleName(tr("Workflows"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TwoLineDelegate(u"workflows"_s, WorkflowListModel::NameRole, WorkflowListModel::DescriptionRole, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new EmptyHint(*m_list, tr("No workflow matches the search."));

    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    const ContentStack::EmptyText none{u"workflows"_s, tr("No workflows"), tr("This server has none that you may see.")};
    m_stack = new ContentStack(workspace, splitter, none, this);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    const int gap = Theme::space(this, 2);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_detail->hide();
    m_detail->setVersions(m_newVersions != nullptr);

    connect(m_detail, &WorkflowDetail::versionsRequested, this, &WorkflowsPage::showVersions);
    connect(searchField(), &QLineEdit::textChanged, m_filter, &ListFilter::setText);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkflowsPage::updateDetail);
    connect(&m_store, &WorkflowStore::workflowsChanged, this, &WorkflowsPage::keepSelection);
    connect(&m_store, &WorkflowStore::workflowsChanged, m_banner, &ErrorBanner::clear);
    connect(&m_store, &WorkflowStore::loadingChanged, this, &WorkflowsPage::updateStatus);
    connect(&m_store, &WorkflowStore::failed, this, &WorkflowsPage::showFailure);
    connect(m_stack, &ContentStack::retryRequested, this, &WorkflowsPage::refresh);
    keepSelection();
}

void WorkflowsPage::setExchange(Dialogs &dialogs, const DefinitionExchange::Offers &offers)
{
    auto *exchange = new DefinitionExchange({DefinitionKind::Workflow, m_workspace, dialogs, offers}, *this, this);
    const auto definitionOf = [this](const QModelIndex &index) {
        const Workflow *workflow = m_model.workflowAt(m_filter->mapToSource(index));
        return workflow ? wire::toJson(*workflow) : QJsonObject();
    };
    auto *bar = new ExchangeBar(DefinitionKind::Workflow, *exchange, *m_list, definitionOf, this);
    static_cast<QVBoxLayout *>(m_content->layout())->insertWidget(1, bar); // below the header
}

void WorkflowsPage::setStudio(const WorkflowBench::Services &services)
{
    m_bench = new WorkflowBench(m_content, services, this);
    layout()->addWidget(m_bench);
    m_detail->setStudio(true);
    auto *add = new QPushButton(Theme::icon(u"add"_s), tr("New workflow"), m_header);
    add->setObjectName(u"newWorkflow"_s);
    add->setAutoDefault(false);
    m_header->addFilter(add);
    connect(add, &QPushButton::clicked, m_bench, [this] { m_bench->create(); });
    if (services.begun != nullptr)
        offerBegun(*services.begun);
    connectStudio(services.dialogs);
}

void WorkflowsPage::offerBegun(BegunDefinitions &begun)
{
    auto *button = new BegunButton(begun, m_header);
    m_header->addFilter(button);
    connect(button, &BegunButton::chosen, m_bench, &WorkflowBench::openBegun);
    connect(m_bench, &WorkflowBench::closed, &begun, &BegunDefinitions::load);
    connect(&m_store, &WorkflowStore::workflowsChanged, &begun, &BegunDefinitions::load); // one may have been saved after it was left
}

void WorkflowsPage::connectStudio(Dialogs &dialogs)
{
    // What is chosen, to be opened in one way or another.
    const auto withCurrent = [this](void (WorkflowBench::*begin)(const Workflow &)) {
        return [this, begin] {
            if (const Workflow *workflow = m_store.find(m_current))
                (m_bench->*begin)(Workflow(*workflow));
        };
    };
    connect(m_detail, &WorkflowDetail::openRequested, this, withCurrent(&WorkflowBench::open));
    connect(m_list, &QListView::activated, this, withCurrent(&WorkflowBench::open));
    connect(m_detail, &WorkflowDetail::runRequested, this, withCurrent(&WorkflowBench::run));
    connect(m_detail, &WorkflowDetail::copyRequested, this, withCurrent(&WorkflowBench::createCopy));
    connect(m_detail, &WorkflowDetail::removeRequested, this, [this, &dialogs] { removeCurrent(dialogs); });
    connect(m_bench, &WorkflowBench::closed, this, [this] {
        keepSelection();
        focusList();
    });
    connect(m_bench, &WorkflowBench::saved, this, [this](const WorkflowId &id) { m_current = id; });
}

void WorkflowsPage::removeCurrent(Dialogs &dialogs)
{
    const Workflow *workflow = m_store.find(m_current);
    if (workflow == nullptr || workflow->isBuiltin)
        return;
    dialogs.confirm(this, tr("Delete the workflow?"),
                    tr("\u201c%1\u201d goes for everybody. What this computer has of its versions stays.").arg(displayLine(workflow->name)),
                    tr("Delete"), [this, id = workflow->id, place = m_workspace.profile().id] {
                        if (m_workspace.profile().id == place) // else another server was opened under the question
                            m_store.remove(id);
                    });
}

bool WorkflowsPage::showExecution(const WorkflowId &workflow, const ExecutionId &id)
{
    const Workflow *known = m_store.find(workflow);
    if (m_bench == nullptr || known == nullptr)
        return false;
    m_bench->showExecution(Workflow(*known), id);
    return true;
}

void WorkflowsPage::refresh()
{
    m_store.refresh();
}

void WorkflowsPage::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

QLineEdit *WorkflowsPage::searchField() const
{
    return m_header->search();
}

bool WorkflowsPage::choose(const WorkflowId &id)
{
    if (m_model.match(m_model.index(0), WorkflowListModel::IdRole, id.value(), 1, Qt::MatchExactly).isEmpty())
        return false;
    if (m_bench != nullptr)
        m_bench->close();
    m_current = id;
    searchField()->clear();
    keepSelection();
    return true;
}

void WorkflowsPage::updateStatus()
{
    m_stack->setStatus({m_store.isLoading(), m_store.isLoaded(), m_store.workflows().isEmpty()});
}

void WorkflowsPage::updateDetail()
{
    const Workflow *workflow = m_model.workflowAt(m_filter->mapToSource(m_list->currentIndex()));
    m_detail->setVisible(workflow != nullptr);
    if (!workflow)
        return;
    m_current = workflow->id;
    m_detail->setWorkflow(*workflow);
}

void WorkflowsPage::showVersions()
{
    const Workflow *workflow = m_store.find(m_current);
    if (!workflow)
        return;
    auto *dialog = new VersionsDialog(m_newVersions, {DefinitionKind::Workflow, m_current.value()}, workflow->name, this);
    if (m_bench == nullptr || workflow->isBuiltin)
        dialog->setWhyFixed(tr("This workflow can only be looked at."));
    else
        connect(dialog, &VersionsDialog::restoreRequested, this, [this, id = m_current](const QJsonObject &json) { restore(id, json); });
    connect(&m_store, &WorkflowStore::cleared, dialog, &QDialog::close); // it is another server's now
    dialog->setCurrent(wire::toJson(*workflow));
    dialog->show();
}

// As a change that is not saved yet: it is looked at before it counts.
void WorkflowsPage::restore(const WorkflowId &id, const QJsonObject &json)
{
    if (const Workflow *workflow = m_store.find(id))
        m_bench->restore(Workflow(*workflow), json, tr("Restore a version"));
}

void WorkflowsPage::keepSelection()
{
    updateStatus();
    QModelIndex wanted = m_filter->index(0, 0);
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (m_filter->index(row, 0).data(WorkflowListModel::IdRole).toString() == m_current.value())
            wanted = m_filter->index(row, 0);
    }
    if (wanted != m_list->currentIndex()) // else others stay chosen beside it
        m_list->setCurrentIndex(wanted);
    updateDetail();
}

void WorkflowsPage::showFailure(const Error &error)
{
    updateStatus();
    if (error.kind != Error::Kind::Unauthorized || !m_workspace.asksForSignIn()) // else the window says so
        m_banner->showError(error, tr("Try again"), [this] { refresh(); });
}

} // namespace desk
