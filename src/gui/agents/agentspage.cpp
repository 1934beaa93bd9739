#include "gui/agents/agentspage.h"

#include "gui/agents/agentactions.h"
#include "gui/agents/agentdetail.h"
#include "gui/agents/agentlist.h"
#include "gui/agents/agentselection.h"
#include "gui/definitions/versionsdialog.h"
#include "gui/theme.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/plainlabel.h"
#include "state/agents/agentcopy.h"
#include "state/agents/agentfigures.h"
#include "state/agents/agentstore.h"
#include "state/agents/runstoday.h"
#include "state/definitions/keptsecrets.h"
#include "state/models/agentfilter.h"
#include "state/models/agentlistmodel.h"
#include "state/runstore.h"
#include "state/workspace.h"
#include "wire/json/agentjson.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

AgentsPage::AgentsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_store(services.store)
    , m_model(services.model)
    , m_header(new PageHeader(tr("Agents"), tr("Search agents"), this))
    , m_counts(new PlainLabel(this))
    , m_new(new QPushButton(Theme::icon(u"add"_s), tr("New agent…"), this))
    , m_import(new QPushButton(tr("Import…"), this))
    , m_banner(new ErrorBanner(this))
    , m_kind(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_result(new PlainLabel(this))
    , m_filter(new AgentFilter(this))
    , m_list(new AgentList(this))
    , m_detail(new AgentDetail(services.newFigures ? services.newFigures(this) : nullptr, this))
    , m_selection(new AgentSelection(this))
    , m_exchange(new AgentExchange({services.store, services.workspace, services.dialogs, services.exchange}, *this, this))
{
    setObjectName(u"agentsPage"_s);
    m_actions = new AgentActions({services.store, services.dialogs, services.marks}, *this, *m_banner, this);
    m_filter->setAgents(&m_model);
    m_list->setModel(m_filter);
    buildHeader();
    build();
    connectStore();
    connectParts();
    connectWriting();
    connectExchange();
    keepSelection();
}

void AgentsPage::buildHeader()
{
    m_counts->setObjectName(u"agentCounts"_s);
    m_counts->setWordWrap(true);
    m_new->setObjectName(u"newAgent"_s);
    m_new->hide();
    m_header->addFilter(m_new);
    m_import->setObjectName(u"importAgents"_s);
    m_import->setVisible(m_exchange->canImport());
    m_header->addFilter(m_import);
    m_kind->setObjectName(u"agentKind"_s);
    m_kind->setAccessibleName(tr("Which agents are shown"));
    using Kind = AgentFilter::Kind;
    const auto addKind = [this](Kind kind, const QString &text) { m_kind->addItem(text, static_cast<int>(kind)); };
    addKind(Kind::All, tr("All agents"));
    if (m_services.marks)
        addKind(Kind::Favourites, tr("Favourites"));
    addKind(Kind::Active, tr("Active"));
    addKind(Kind::Inactive, tr("Inactive"));
    addKind(Kind::Builtin, tr("Built in"));
    addKind(Kind::Application, tr("Of applications"));
    addKind(Kind::Shared, tr("Shared"));
    addKind(Kind::Personal, tr("Personal"));
    m_order->setObjectName(u"agentOrder"_s);
    m_order->setAccessibleName(tr("Order of the agents"));
    using Order = AgentFilter::Order;
    const auto addOrder = [this](Order order, const QString &text) { m_order->addItem(text, static_cast<int>(order)); };
    addOrder(Order::Title, tr("By title"));
    if (m_services.marks)
        addOrder(Order::RecentlyUsed, tr("Recently used first"));
    addOrder(Order::Changed, tr("Recently changed first"));
    addOrder(Order::Model, tr("By language model"));
    m_result->setObjectName(u"agentResult"_s);
    m_result->setWordWrap(true);
    m_result->hide();
}

void AgentsPage::build()
{
    auto *detail = new QWidget(this);
    auto *detailColumn = new QVBoxLayout(detail);
    detailColumn->setContentsMargins(0, 0, 0, 0);
    detailColumn->addWidget(m_detail);
    detailColumn->addWidget(m_selection);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    m_workbench = new AgentWorkbench(detail, m_services.writing, this);
    splitter->addWidget(m_workbench);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    const ContentStack::EmptyText none{u"agents"_s, tr("No agents"), tr("This server offers none to you.")};
    m_stack = new ContentStack(m_services.workspace, splitter, none, this);

    const int gap = Theme::space(this, 2);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(gap / 2);
    choices->addWidget(m_kind);
    choices->addWidget(m_order);
    choices->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    column->addWidget(m_header);
    column->addWidget(m_counts);
    column->addWidget(m_banner);
    column->addLayout(choices);
    column->addWidget(m_result);
    column->addWidget(m_stack, 1);
    m_detail->hide();
    m_selection->hide();
}

void AgentsPage::connectStore()
{
    connect(&m_store, &AgentStore::agentsChanged, this, &AgentsPage::keepSelection);
    connect(&m_store, &AgentStore::loadingChanged, this, &AgentsPage::updateStatus);
    connect(&m_store, &AgentStore::failed, this, &AgentsPage::showFailure);
    connect(&m_store, &AgentStore::loadingChanged, this, [this] {
        if (m_store.isLoading())
            m_banner->clear(); // of the last attempt
    });
    if (RunStore *runs = m_services.runs) {
        connect(runs, &RunStore::runsChanged, this, &AgentsPage::updateCounts);
        connect(runs, &RunStore::runChanged, &m_soon, qOverload<>(&QTimer::start));
        connect(runs, &RunStore::loadingChanged, &m_soon, qOverload<>(&QTimer::start));
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_model, &QAbstractItemModel::dataChanged, &m_soon, qOverload<>(&QTimer::start)); // once for thousands of rows
    connect(&m_soon, &QTimer::timeout, this, &AgentsPage::updateCounts);
    connect(&m_soon, &QTimer::timeout, this, &AgentsPage::updateDetail);
}

void AgentsPage::connectParts()
{
    connect(searchField(), &QLineEdit::textChanged, this, &AgentsPage::narrow);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AgentsPage::narrow);
    connect(m_order, &QComboBox::currentIndexChanged, this, &AgentsPage::narrow);
    connect(m_list, &AgentList::chosenMoved, this, &AgentsPage::updateDetail);
    connect(m_list, &QListView::activated, this, [this] { m_actions->chat(m_list->currentId()); });
    connect(m_list, &AgentList::editRequested, m_actions, &AgentActions::edit);
    connect(m_list, &AgentList::removeRequested, m_actions, &AgentActions::remove);
    connect(m_list, &AgentList::favouriteRequested, m_actions, &AgentActions::toggleFavourite);
    connect(m_list, &AgentList::menuRequested, this, &AgentsPage::showMenu);
    connect(m_detail, &AgentDetail::chatRequested, m_actions, &AgentActions::chat);
    connect(m_detail, &AgentDetail::editRequested, m_actions, &AgentActions::edit);
    connect(m_detail, &AgentDetail::cloneRequested, this, &AgentsPage::copy);
    connect(m_detail, &AgentDetail::runRequested, this, &AgentsPage::runRequested);
    connect(m_detail, &AgentDetail::toolRequested, this, &AgentsPage::toolRequested);
    connect(m_detail->menu(), &QMenu::aboutToShow, this, [this] {
        m_detail->menu()->clear();
        m_actions->fill(*m_detail->menu(), {m_current});
    });
    connect(m_selection, &AgentSelection::deactivateRequested, this, [this] { m_actions->setActive(m_list->chosen(), false); });
    connect(m_selection, &AgentSelection::reactivateRequested, this, [this] { m_actions->setActive(m_list->chosen(), true); });
    connect(m_selection, &AgentSelection::favouriteRequested, this, [this] { m_actions->toggleFavourite(m_list->chosen()); });
    connect(m_selection, &AgentSelection::removeRequested, this, [this] { m_actions->remove(m_list->chosen()); });
    connect(m_actions, &AgentActions::chatRequested, this, &AgentsPage::chatRequested);
    connect(m_actions, &AgentActions::resultChanged, this, [this](const QString &text) {
        m_result->setText(text);
        m_result->setVisible(!text.isEmpty());
    });
    connect(m_stack, &ContentStack::retryRequested, this, &AgentsPage::refresh);
}

void AgentsPage::connectWriting()
{
    const bool isOffered = m_workbench->canWrite();
    m_actions->setEditing(isOffered);
    m_actions->setVersions(m_services.newVersions != nullptr);
    m_detail->setEditing(isOffered);
    m_new->setVisible(isOffered);
    connect(m_new, &QPushButton::clicked, m_workbench, &AgentWorkbench::create);
    connect(m_actions, &AgentActions::cloneRequested, this, &AgentsPage::copy);
    connect(m_actions, &AgentActions::editRequested, this, [this](const AgentId &id) {
        if (const Agent *agent = m_store.find(id))
            m_workbench->edit(*agent);
    });
    connect(m_actions, &AgentActions::versionsRequested, this, &AgentsPage::showVersions);
    connect(m_workbench, &AgentWorkbench::saved, this, &AgentsPage::choose);
    connect(m_workbench, &AgentWorkbench::closed, this, [this] {
        keepSelection();
        focusList();
    });
    // Whoever looks at another agent is done with this one, for now: what was written is a draft.
    connect(m_list, &AgentList::chosenMoved, this, [this] {
        if (m_list->hasFocus())
            m_workbench->close();
    });
    connect(&m_services.workspace, &Workspace::accountChanged, m_workbench, &AgentWorkbench::close);
    // Another server: what is written for this one must not be kept or saved there.
    connect(&m_store, &AgentStore::agentsChanged, m_workbench, [this] {
        if (!m_store.isLoaded())
            m_workbench->close();
    });
}

void AgentsPage::connectExchange()
{
    m_actions->setExchange(m_exchange->canPromote());
    m_selection->setExchange(m_exchange->canPromote());
    connect(m_import, &QPushButton::clicked, this, [this] { m_exchange->importAgents(); });
    connect(m_actions, &AgentActions::exportRequested, m_exchange, &AgentExchange::exportAgents);
    connect(m_actions, &AgentActions::promoteRequested, m_exchange, &AgentExchange::promoteAgents);
    connect(m_selection, &AgentSelection::exportRequested, this, [this] { m_exchange->exportAgents(m_list->chosen()); });
    connect(m_selection, &AgentSelection::promoteRequested, this, [this] { m_exchange->promoteAgents(m_list->chosen()); });
}

void AgentsPage::showVersions(const AgentId &id)
{
    const Agent *agent = m_store.find(id);
    if (!agent)
        return;
    auto *dialog = new VersionsDialog(m_services.newVersions, {DefinitionKind::Agent, id.value()}, agent->title(), this);
    const auto showCurrent = [this, dialog, id](const AgentId &changed) {
        if (const Agent *now = changed == id ? m_store.find(id) : nullptr)
            dialog->setCurrent(wire::toJson(*now));
    };
    showCurrent(id);
    dialog->setWhyFixed(AgentActions::whyFixed(*agent));
    connect(&m_store, &AgentStore::agentChanged, dialog, showCurrent);
    connect(dialog, &VersionsDialog::restoreRequested, this, [this, id](const QJsonObject &json) { restore(id, json); });
    dialog->show();
}

// As a change that somebody still looks at and saves.
void AgentsPage::restore(const AgentId &id, const QJsonObject &json)
{
    const Agent *agent = m_store.find(id);
    const Result<Agent> was = wire::agentFromJson(agent ? withServerSecrets(json, wire::toJson(*agent)) : json);
    if (!agent || !was || !AgentActions::whyFixed(*agent).isEmpty())
        return;
    choose(id);
    m_workbench->edit(*agent, wire::agentWith(*agent, wire::agentChanges(*agent, *was)));
}

void AgentsPage::copy(const AgentId &id)
{
    QStringList taken;
    for (const Agent &agent : m_store.agents())
        taken.append(agent.name);
    if (const Agent *agent = m_store.find(id))
        m_workbench->createFrom(agentCopy(*agent, taken));
}

void AgentsPage::setToolTexts(const QHash<QString, QString> &texts, bool areAll)
{
    m_detail->setToolTexts(texts, areAll);
}

// Perhaps it is another day.
void AgentsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateCounts();
}

void AgentsPage::refresh()
{
    m_store.refresh();
}

void AgentsPage::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

QLineEdit *AgentsPage::searchField() const
{
    return m_header->search();
}

bool AgentsPage::choose(const AgentId &id)
{
    const QModelIndex source = m_model.indexOf(id);
    if (!source.isValid())
        return false;
    if (!m_filter->mapFromSource(source).isValid()) { // it is filtered away
        searchField()->clear();
        m_kind->setCurrentIndex(0);
    }
    setCurrent(m_filter->mapFromSource(source));
    updateDetail();
    return true;
}

// Alone, whatever keys are held: a save by Ctrl+S adds nothing to what is chosen.
void AgentsPage::setCurrent(const QModelIndex &index)
{
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void AgentsPage::showMenu(const QList<AgentId> &ids, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"agentMenu"_s);
    m_actions->fill(*menu, ids);
    menu->popup(globalPosition);
}

// What was typed and chosen.
void AgentsPage::narrow()
{
    m_filter->setText(searchField()->text());
    m_filter->setKind(static_cast<AgentFilter::Kind>(m_kind->currentData().toInt()));
    m_filter->setOrder(static_cast<AgentFilter::Order>(m_order->currentData().toInt()));
    keepSelection();
}

void AgentsPage::updateStatus()
{
    m_stack->setStatus({m_store.isLoading(), m_store.isLoaded(), m_store.agents().isEmpty()});
    updateCounts();
}

void AgentsPage::updateCounts()
{
    const AgentCounts counts = m_model.counts();
    const auto text = [](const QString &words, const AgentCounts::Kind &kind) { return words.arg(kind.active).arg(kind.all); };
    QStringList parts{tr("%1 of %n agent(s) active", nullptr, counts.all.all).arg(QLocale().toString(counts.all.active))};
    if (counts.personal.all > 0)
        parts << text(tr("personal: %L1 of %L2", "active, all"), counts.personal);
    if (counts.builtin.all > 0)
        parts << text(tr("built in: %L1 of %L2", "active, all"), counts.builtin);
    parts << todayTexts();
    m_counts->setText(parts.join(u" \u00b7 "_s));
    m_counts->setVisible(counts.all.all > 0);
}

// Nothing where no run was loaded.
QStringList AgentsPage::todayTexts() const
{
    const RunsToday today = m_services.runs ? runsOf(QDate::currentDate(), *m_services.runs) : RunsToday();
    if (!today.isKnown)
        return {};
    if (today.all == 0)
        return {tr("no runs today")};
    QStringList parts{today.isWhole ? tr("%n run(s) today", nullptr, today.all) : tr("at least %n run(s) today", nullptr, today.all)};
    if (today.failed > 0)
        parts << tr("%n of them failed", nullptr, today.failed);
    return parts;
}

void AgentsPage::updateDetail()
{
    const QList<AgentId> chosen = m_list->chosen();
    const QModelIndex source = m_filter->mapToSource(m_list->currentIndex());
    m_selection->setVisible(chosen.size() > 1);
    m_detail->setVisible(chosen.size() < 2 && source.isValid());
    if (chosen.size() > 1)
        m_selection->setCount(static_cast<int>(chosen.size()), m_actions->areFavourites(chosen), m_services.marks != nullptr);
    if (!source.isValid())
        return m_detail->clear();
    const AgentRow &row = m_model.rowAt(source.row());
    m_current = row.agent.id;
    m_detail->setAgent(row, m_store.isCopy(m_current));
}

void AgentsPage::keepSelection()
{
    updateStatus();
    if (m_list->chosen().size() > 1)
        return updateDetail();
    QModelIndex index = m_filter->mapFromSource(m_model.indexOf(m_current));
    if (!index.isValid())
        index = m_filter->index(0, 0);
    setCurrent(index);
    updateDetail();
}

void AgentsPage::showFailure(const Error &error)
{
    updateStatus();
    if (error.kind != Error::Kind::Unauthorized || !m_services.workspace.asksForSignIn()) // else the window says so
        m_banner->showError(error, tr("Try again"), [this] { refresh(); });
}

} // namespace desk
