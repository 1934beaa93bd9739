#include "gui/models/modelspage.h"

#include "gui/models/gatewaypane.h"
#include "gui/models/keyspane.h"
#include "gui/models/llmlistfilter.h"
#include "gui/models/modeldetail.h"
#include "gui/models/providerpane.h"
#include "gui/theme.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/twolinedelegate.h"
#include "state/commandrules.h"
#include "state/llm/modelcatalog.h"
#include "state/llm/serverproviders.h"
#include "state/models/llmlistmodel.h"
#include "state/workspace.h"

#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum Tab { ModelTab, ConnectionTab, GatewayTab, KeysTab };

} // namespace

ModelsPage::ModelsPage(Needs needs, QWidget *parent)
    : QWidget(parent)
    , m_needs(std::move(needs))
    , m_header(new PageHeader(tr("Models"), tr("Search models"), this))
    , m_counts(new PlainLabel(this))
    , m_banner(new ErrorBanner(this))
    , m_filter(new LlmListFilter(this))
    , m_list(new QListView(this))
    , m_tabs(new QTabWidget(this))
    , m_detail(new ModelDetail(this))
{
    setObjectName(u"modelsPage"_s);
    m_counts->setObjectName(u"modelCounts"_s);
    m_counts->setWordWrap(true);
    buildList();
    buildTabs();
    m_stack = new ContentStack(m_needs.workspace, m_list, {}, this);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_tabs);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);

    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this, 2);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    column->addWidget(m_header);
    column->addWidget(m_counts);
    column->addWidget(m_banner);
    column->addWidget(splitter, 1);
    connectAll();
    updateKind();
    keepSelection();
}

void ModelsPage::buildList()
{
    m_filter->setSourceModel(&m_needs.model);
    m_list->setObjectName(u"modelList"_s);
    m_list->setAccessibleName(tr("Models"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TwoLineDelegate(u"model"_s, LlmListModel::NameRole, LlmListModel::SummaryRole, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new EmptyHint(*m_list, tr("No model matches the search."));
}

void ModelsPage::buildTabs()
{
    m_tabs->setObjectName(u"modelPageTabs"_s);
    m_tabs->setAccessibleName(tr("The model and where it comes from"));
    m_tabs->setUsesScrollButtons(true);
    auto *connection = new ProviderPane(m_needs.providers, m_needs.newCheck(nullptr), m_tabs);
    connect(connection, &ProviderPane::settingsRequested, this, &ModelsPage::settingsRequested);
    const auto whyNot = [rules = CommandRules(m_needs.workspace)] {
        return rules.whyNot(CommandRules::Command::Administer).value_or(QString());
    };
    m_tabs->insertTab(ModelTab, m_detail, tr("Model"));
    m_tabs->insertTab(ConnectionTab, connection, tr("Connection"));
    m_tabs->insertTab(GatewayTab, new GatewayPane(m_needs.catalog, m_tabs), tr("Gateway"));
    m_tabs->insertTab(KeysTab, new KeysPane(m_needs.catalog, whyNot, m_tabs), tr("Keys"));
}

void ModelsPage::connectAll()
{
    connect(searchField(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        keepSelection();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsPage::updateDetail);
    connect(m_detail, &ModelDetail::agentRequested, this, &ModelsPage::agentRequested);
    connect(&m_needs.catalog, &ModelCatalog::modelsChanged, this, &ModelsPage::keepSelection);
    connect(&m_needs.catalog, &ModelCatalog::partsChanged, this, &ModelsPage::updateStatus);
    connect(&m_needs.catalog, &ModelCatalog::failed, this, &ModelsPage::showFailure);
    connect(&m_needs.workspace, &Workspace::stateChanged, this, &ModelsPage::updateKind);
    connect(&m_needs.workspace, &Workspace::ready, this, [this] {
        if (isVisible()) // else whoever shows it does
            refresh();
    });
    connect(m_stack, &ContentStack::retryRequested, this, &ModelsPage::refresh);
}

void ModelsPage::refresh()
{
    m_banner->clear();
    m_needs.catalog.refresh();
}

void ModelsPage::focusList()
{
    if (m_list->isVisible())
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_tabs->setFocus(Qt::OtherFocusReason);
}

QLineEdit *ModelsPage::searchField() const
{
    return m_header->search();
}

void ModelsPage::updateKind()
{
    const bool isLocal = m_needs.catalog.isLocal();
    m_tabs->setTabVisible(ConnectionTab, isLocal);
    m_tabs->setTabVisible(GatewayTab, !isLocal);
    m_tabs->setTabVisible(KeysTab, !isLocal);
    if (isLocal)
        m_stack->setEmptyText({u"model"_s, tr("No models"), tr("No language model is set up. The built-in engine answers.")});
    else
        m_stack->setEmptyText({u"model"_s, tr("No models"), tr("The server's gateway lists none. It may be down.")});
    updateStatus();
}

void ModelsPage::updateStatus()
{
    const QList<CatalogModel> &models = m_needs.catalog.models();
    m_stack->setStatus({m_needs.catalog.isLoading(), m_needs.catalog.isLoaded(), models.isEmpty()});
    int used = 0;
    QStringList providers;
    for (const CatalogModel &model : models) {
        used += model.users.isEmpty() ? 0 : 1;
        if (!model.provider.isEmpty() && !providers.contains(model.provider))
            providers << model.provider;
    }
    m_counts->setVisible(!models.isEmpty());
    m_counts->setText(QStringList{tr("%n model(s)", nullptr, static_cast<int>(models.size())),
                                  tr("%n provider(s)", nullptr, static_cast<int>(providers.size())), tr("%n used by agents", nullptr, used)}
                          .join(u" \u00b7 "_s));
}

void ModelsPage::updateDetail()
{
    const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
    const CatalogModel *model = m_needs.model.modelAt(index);
    if (model != nullptr)
        m_current = index.data(LlmListModel::KeyRole).toString();
    m_detail->setModel(model);
}

void ModelsPage::keepSelection()
{
    updateStatus();
    QModelIndex index = m_filter->mapFromSource(m_needs.model.indexOf(m_current));
    if (!index.isValid())
        index = m_filter->index(0, 0);
    m_list->setCurrentIndex(index);
    updateDetail();
}

void ModelsPage::showFailure(const Error &error)
{
    updateStatus();
    if (error.kind != Error::Kind::Unauthorized || !m_needs.workspace.asksForSignIn()) // else the window says so
        m_banner->showError(error, tr("Try again"), [this] { refresh(); });
}

} // namespace desk
