// Building the page and its connections. What it does is in insightspageactions.cpp.
#include "gui/insights/insightspage.h"

#include "gui/insights/categorybar.h"
#include "gui/insights/insightactions.h"
#include "gui/insights/insightdetail.h"
#include "gui/insights/insightlist.h"
#include "gui/insights/undobar.h"
#include "gui/text/linkopener.h"
#include "gui/theme.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/listfilter.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/plainlabel.h"
#include "state/conversations/conversationstore.h"
#include "state/models/insightmodel.h"

#include <QFrame>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QList<int> searchedRoles()
{
    return {InsightModel::ContentRole, InsightModel::CategoryTitleRole};
}

} // namespace

InsightsPage::InsightsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_store(services.store)
    , m_model(new InsightModel(services.store, this))
    , m_header(new PageHeader(tr("Insights"), tr("Filter; Enter searches by meaning"), this))
    , m_banner(new ErrorBanner(this))
    , m_undo(new UndoBar(this))
    , m_categories(new CategoryBar(this))
    , m_filter(new ListFilter(searchedRoles(), this)) // no braces here: lupdate would lose the class that tr() belongs to
    , m_list(new InsightList(tr("No loaded insight matches. Enter searches all of them by meaning."), this))
    , m_detail(new InsightDetail(this))
    , m_more(new QPushButton(tr("&Load more"), this))
    , m_add(new QPushButton(Theme::icon(u"add"_s), tr("&Add…"), this))
    , m_menu(new QToolButton(this))
    , m_scope(new QFrame(this))
    , m_scopeText(new PlainLabel(m_scope))
    , m_scopeEnd(new QPushButton(tr("&Show all"), m_scope))
    , m_links(new LinkOpener(services.dialogs, this))
{
    m_actions = new InsightActions(services.store, services.workspace, services.dialogs, {*this, *m_banner, *m_undo}, this);
    setObjectName(u"insightsPage"_s);
    m_filter->setSourceModel(m_model);
    m_list->setObjectName(u"insightList"_s);
    m_list->setAccessibleName(tr("Insights"));
    m_list->setModel(m_filter);
    m_more->setObjectName(u"loadMoreInsights"_s);
    buildHeader();
    buildScope();
    build();
    connectStore();
    connectParts();
    keepSelection();
    updateScope();
}

void InsightsPage::buildHeader()
{
    m_add->setObjectName(u"addInsight"_s);
    m_menu->setObjectName(u"insightsMenu"_s);
    m_menu->setIcon(Theme::icon(u"more"_s));
    m_menu->setToolTip(tr("More"));
    m_menu->setAccessibleName(tr("More to do with insights"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_menu);
    m_learn = menu->addAction(Theme::icon(u"thought"_s), tr("&Learn from a conversation…"), this, &InsightsPage::learn);
    menu->addSeparator();
    using Format = InsightActions::Format;
    m_exports << menu->addAction(Theme::icon(u"save"_s), tr("Export as &Markdown…"), this, [this] {
        m_actions->exportTo(Format::Markdown);
    }) << menu->addAction(Theme::icon(u"save"_s), tr("Export as &JSON…"), this, [this] { m_actions->exportTo(Format::Json); });
    menu->addSeparator();
    m_forget = menu->addAction(Theme::icon(u"delete"_s), tr("&Delete all of this conversation…"), this,
                               [this] { m_actions->forget(m_store.conversation(), titleOf(m_store.conversation())); });
    m_menu->setMenu(menu);
    m_header->addFilter(m_add);
    m_header->addFilter(m_menu);
    searchField()->installEventFilter(this);
}

void InsightsPage::buildScope()
{
    m_scope->setObjectName(u"insightScope"_s);
    m_scopeText->setObjectName(u"insightScopeText"_s);
    m_scopeText->setWordWrap(true);
    m_scopeEnd->setObjectName(u"insightScopeEnd"_s);
    auto *row = new QHBoxLayout(m_scope);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_scopeText, 1);
    row->addWidget(m_scopeEnd);
}

void InsightsPage::build()
{
    const int gap = Theme::space(this, 2);
    auto *side = new QWidget(this);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(gap / 2);
    sideColumn->addWidget(m_list, 1);
    sideColumn->addWidget(m_more);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(side);
    splitter->addWidget(m_detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({Theme::space(this, 80), Theme::space(this, 56)});
    const ContentStack::EmptyText none{u"thought"_s, tr("No insights yet"),
                                       tr("What agents learn about you, and what you add yourself, appears here.")};
    m_stack = new ContentStack(m_services.workspace, splitter, none, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_categories);
    column->addWidget(m_scope);
    column->addWidget(m_stack, 1);
    column->addWidget(m_undo);
    m_detail->hide();
}

void InsightsPage::connectStore()
{
    connect(&m_store, &InsightStore::insightsChanged, this, &InsightsPage::keepSelection);
    connect(&m_store, &InsightStore::insightChanged, this, &InsightsPage::updateDetail);
    connect(&m_store, &InsightStore::countsChanged, this, [this] { m_categories->setCounts(m_store.counts(), m_store.total()); });
    connect(&m_store, &InsightStore::loadingChanged, this, &InsightsPage::updateStatus);
    connect(&m_store, &InsightStore::loadingChanged, this, &InsightsPage::updateScope);
    connect(&m_store, &InsightStore::loadingChanged, this, &InsightsPage::goOnToWanted, Qt::QueuedConnection); // it may load more
    connect(&m_store, &InsightStore::failed, this, [this] { m_wanted = {}; }); // else it would be asked for again and again
    connect(&m_store, &InsightStore::generatingChanged, this, &InsightsPage::updateScope);
    connect(&m_store, &InsightStore::availabilityChanged, this, &InsightsPage::updateScope);
    connect(&m_services.conversations, &ConversationStore::conversationsChanged, this, &InsightsPage::updateDetail);
    m_categories->setCounts(m_store.counts(), m_store.total());
}

void InsightsPage::connectParts()
{
    connect(searchField(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(m_store.query().isEmpty() || text != m_store.query() ? text : QString());
        keepSelection();
    });
    connect(searchField(), &QLineEdit::returnPressed, this, &InsightsPage::searchByMeaning);
    connect(m_categories, &CategoryBar::chosen, &m_store, &InsightStore::setCategory);
    connect(m_list, &InsightList::currentMoved, this, &InsightsPage::updateDetail);
    connect(m_list, &InsightList::editRequested, m_actions, &InsightActions::edit);
    connect(m_list, &InsightList::removeRequested, m_actions, &InsightActions::remove);
    connect(m_list, &InsightList::nearEnd, &m_store, &InsightStore::loadMore);
    connect(m_more, &QPushButton::clicked, &m_store, &InsightStore::loadMore);
    connect(m_add, &QPushButton::clicked, this, [this] { m_actions->add(m_store.conversation()); });
    connect(m_scopeEnd, &QPushButton::clicked, this, &InsightsPage::endSearch);
    connect(m_detail, &InsightDetail::editRequested, this, [this] { m_actions->edit(m_current); });
    connect(m_detail, &InsightDetail::removeRequested, this, [this] {
        const QList<InsightId> ids = m_list->chosen();
        m_actions->remove(ids.contains(m_current) ? ids : QList<InsightId>{m_current});
    });
    connect(m_detail, &InsightDetail::conversationRequested, this, [this] {
        if (const InsightRow *row = m_store.find(m_current))
            Q_EMIT conversationRequested(row->insight.conversationId);
    });
    connect(m_detail, &InsightDetail::conversationFilterRequested, this, [this] {
        if (const InsightRow *row = m_store.find(m_current))
            showConversation(ConversationId(row->insight.conversationId));
    });
    connect(m_detail, &InsightDetail::linkActivated, this, [this](const QString &href) { m_links->open(href, {}); });
    connect(m_stack, &ContentStack::retryRequested, this, &InsightsPage::refresh);
}

} // namespace desk
