#include "gui/tools/toolspage.h"

#include "gui/chat/table/datawindows.h"
#include "gui/definitions/exchangebar.h"
#include "gui/dialogs.h"
#include "gui/theme.h"
#include "gui/tools/toolconfigpane.h"
#include "gui/tools/tooldetail.h"
#include "gui/tools/tooleditor.h"
#include "gui/tools/toollistfilter.h"
#include "gui/tools/toolplayground.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/twolinedelegate.h"
#include "state/commandrules.h"
#include "state/models/toollistmodel.h"
#include "state/tools/toolconfigs.h"
#include "state/tools/toolstore.h"
#include "state/workspace.h"
#include "wire/json/tooljson.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ToolsPage::ToolsPage(Needs needs, QWidget *parent)
    : QWidget(parent)
    , m_needs(std::move(needs))
    , m_header(new PageHeader(tr("Tools"), tr("Search tools"), this))
    , m_counts(new PlainLabel(this))
    , m_group(new QComboBox(this))
    , m_new(new QPushButton(Theme::icon(u"add"_s), tr("New tool\u2026"), this))
    , m_banner(new ErrorBanner(this))
    , m_filter(new ToolListFilter(this))
    , m_list(new QListView(this))
    , m_detail(new ToolDetail(this))
{
    setObjectName(u"toolsPage"_s);
    buildHeader();
    buildList();
    addPages();
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    const ContentStack::EmptyText none{u"tool"_s, tr("No tools"), tr("This server offers none to you.")};
    m_stack = new ContentStack(m_needs.workspace, splitter, none, this);

    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this, 2);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    column->addWidget(m_header);
    column->addWidget(m_counts);
    column->addWidget(buildExchange());
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_detail->hide();
    connectAll();
    keepSelection();
}

void ToolsPage::addPages()
{
    if (m_needs.newToolRun) {
        m_playground = new ToolPlayground(m_needs.newToolRun, m_needs.cases, m_needs.dialogs, m_detail);
        m_detail->addTab(m_playground, tr("Try it"));
    }
    if (m_needs.configs) {
        const auto whyNotForAll = [rules = CommandRules(m_needs.workspace)] { return rules.whyNot(CommandRules::Command::Administer); };
        m_settings = new ToolConfigPane(m_needs.configs, m_needs.dialogs, whyNotForAll, m_detail);
        m_settings->setTests(m_needs.newToolRun);
        m_detail->addTab(m_settings, tr("Configuration"));
    }
}

void ToolsPage::buildHeader()
{
    m_counts->setObjectName(u"toolCounts"_s);
    m_counts->setWordWrap(true);
    m_group->setObjectName(u"toolFilter"_s);
    m_group->setAccessibleName(tr("Which tools are shown"));
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const auto add = [this](const QString &text, ToolListFilter::Group group) { m_group->addItem(text, static_cast<int>(group)); };
    add(tr("All"), ToolListFilter::Group::All);
    add(tr("Active"), ToolListFilter::Group::Active);
    add(tr("Inactive"), ToolListFilter::Group::Inactive);
    add(tr("Built in"), ToolListFilter::Group::Builtin);
    add(tr("Custom"), ToolListFilter::Group::Custom);
    add(tr("MCP"), ToolListFilter::Group::Mcp);
    m_header->addFilter(m_group);
    m_new->setObjectName(u"newTool"_s);
    m_header->addFilter(m_new);
}

void ToolsPage::buildList()
{
    m_filter->setSourceModel(&m_needs.model);
    m_list->setObjectName(u"toolList"_s);
    m_list->setAccessibleName(tr("Tools"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TwoLineDelegate(u"tool"_s, ToolListModel::NameRole, ToolListModel::SummaryRole, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new EmptyHint(*m_list, tr("No tool matches the search."));
}

QWidget *ToolsPage::buildExchange()
{
    auto *exchange = new DefinitionExchange({DefinitionKind::Tool, m_needs.workspace, m_needs.dialogs, m_needs.exchange}, *this, this);
    const auto definitionOf = [this](const QModelIndex &index) {
        const Tool *tool = m_needs.model.toolAt(m_filter->mapToSource(index));
        return tool ? wire::toJson(*tool) : QJsonObject();
    };
    return new ExchangeBar(DefinitionKind::Tool, *exchange, *m_list, definitionOf, this);
}

void ToolsPage::connectAll()
{
    connect(searchField(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        keepSelection();
    });
    connect(m_group, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setGroup(static_cast<ToolListFilter::Group>(m_group->currentData().toInt()));
        keepSelection();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ToolsPage::updateDetail);
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    m_detail->setVersions(m_needs.newVersions != nullptr);
    connect(m_detail, &ToolDetail::versionsRequested, this, &ToolsPage::showVersions);
    connect(m_detail, &ToolDetail::editRequested, this, &ToolsPage::editKnown);
    connect(m_detail, &ToolDetail::removeRequested, this, &ToolsPage::remove);
    connect(&m_needs.store, &ToolStore::removeFailed, this, &ToolsPage::showRemovalFailure);
    connect(&m_needs.store, &ToolStore::saveFailed, this, [this](const ToolId &, const Error &error) {
        if (!m_editor) // else it is said there
            m_banner->showError(error);
    });
    connect(m_detail, &ToolDetail::agentRequested, this, &ToolsPage::agentRequested);
    auto *windows = new DataWindows(*this, m_needs.dialogs);
    connect(m_detail, &ToolDetail::tableRequested, windows, &DataWindows::showTable);
    connect(m_detail, &ToolDetail::saveRequested, windows, &DataWindows::save);
    if (m_playground != nullptr) {
        connect(m_playground, &ToolPlayground::tableRequested, windows, &DataWindows::showTable);
        connect(m_playground, &ToolPlayground::saveRequested, windows, &DataWindows::save);
    }
    connect(&m_needs.store, &ToolStore::toolsChanged, this, &ToolsPage::keepSelection);
    connect(&m_needs.store, &ToolStore::toolsChanged, m_banner, &ErrorBanner::clear);
    connect(&m_needs.store, &ToolStore::loadingChanged, this, &ToolsPage::updateStatus);
    connect(&m_needs.store, &ToolStore::failed, this, &ToolsPage::showFailure);
    connect(m_stack, &ContentStack::retryRequested, this, &ToolsPage::refresh);
}

void ToolsPage::refresh()
{
    m_needs.store.refresh();
}

void ToolsPage::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

QLineEdit *ToolsPage::searchField() const
{
    return m_header->search();
}

bool ToolsPage::choose(const ToolId &id)
{
    const QModelIndex source = m_needs.model.indexOf(id);
    if (!source.isValid())
        return false;
    if (!m_filter->mapFromSource(source).isValid()) { // it is filtered away
        searchField()->clear();
        m_group->setCurrentIndex(0);
    }
    m_list->setCurrentIndex(m_filter->mapFromSource(source));
    updateDetail();
    return true;
}

void ToolsPage::updateStatus()
{
    const QList<Tool> &tools = m_needs.store.tools();
    m_stack->setStatus({m_needs.store.isLoading(), m_needs.store.isLoaded(), tools.isEmpty()});
    int active = 0;
    int builtin = 0;
    int custom = 0;
    for (const Tool &tool : tools) {
        active += tool.isActive ? 1 : 0;
        builtin += toolCategory(tool) == ToolCategory::Builtin ? 1 : 0;
        custom += toolCategory(tool) == ToolCategory::Custom ? 1 : 0;
    }
    m_counts->setVisible(!tools.isEmpty());
    m_counts->setText(QStringList{tr("%n tool(s)", nullptr, static_cast<int>(tools.size())), tr("%n active", nullptr, active),
                                  tr("%n built in", nullptr, builtin), tr("%n custom", nullptr, custom)}
                          .join(u" \u00b7 "_s));
}

void ToolsPage::updateDetail()
{
    const Tool *tool = m_needs.model.toolAt(m_filter->mapToSource(m_list->currentIndex()));
    m_detail->setVisible(tool != nullptr);
    if (!tool)
        return;
    m_current = tool->id;
    const QList<ToolUser> users = m_needs.store.usersOf(tool->name);
    m_detail->setTool(*tool, users);
    if (m_settings != nullptr)
        m_settings->setTool(*tool, users);
    if (m_playground != nullptr)
        m_playground->setTool(tool->name);
}

void ToolsPage::keepSelection()
{
    updateStatus();
    if (m_playground != nullptr && m_needs.store.tools().isEmpty())
        m_playground->forget(); // another workspace
    if (m_settings != nullptr && m_needs.store.tools().isEmpty())
        m_settings->forget();
    QModelIndex index = m_filter->mapFromSource(m_needs.model.indexOf(m_current));
    if (!index.isValid())
        index = m_filter->index(0, 0);
    if (index != m_list->currentIndex()) // else others stay chosen beside it
        m_list->setCurrentIndex(index);
    updateDetail();
}

void ToolsPage::showFailure(const Error &error)
{
    updateStatus();
    if (error.kind != Error::Kind::Unauthorized || !m_needs.workspace.asksForSignIn()) // else the window says so
        m_banner->showError(error, tr("Try again"), [this] { refresh(); });
}

} // namespace desk
