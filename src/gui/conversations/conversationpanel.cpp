// How the panel is put together, and what is selected; what it does with that is in conversationpanelactions.cpp.
#include "gui/conversations/conversationpanel.h"

#include "gui/conversations/conversationcommands.h"
#include "gui/conversations/conversationdelegate.h"
#include "gui/conversations/conversationfilterbar.h"
#include "gui/conversations/removalbar.h"
#include "gui/conversations/unfinishedimportbar.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/plainlabel.h"
#include "state/agents/agentstore.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/conversationtools.h"
#include "state/models/conversationgroupmodel.h"
#include "state/models/conversationlistmodel.h"
#include "state/workspace.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int clockMs = 60'000;
constexpr int patienceMs = 1500;

ConversationFilterBar::Choices choicesOf(const ConversationStore &store, ConversationTools *tools, const AgentStore *agents)
{
    ConversationFilterBar::Choices choices;
    if (tools)
        choices.tags = tools->marks().tags();
    QStringList ids;
    for (const Conversation &conversation : store.conversations()) {
        if (!conversation.source.isEmpty() && !choices.sources.contains(conversation.source))
            choices.sources.append(conversation.source);
        if (!conversation.agentId.isEmpty() && !ids.contains(conversation.agentId.value()))
            ids.append(conversation.agentId.value());
    }
    if (tools) {
        for (const QString &id : tools->marks().agents()) {
            if (!ids.contains(id))
                ids.append(id);
        }
    }
    choices.sources.sort(Qt::CaseInsensitive);
    QSet<QString> titles; // an agent may be known by its id and by its name
    for (const QString &id : std::as_const(ids)) {
        const Agent *agent = agents ? agents->find(AgentId(id)) : nullptr;
        if (!agent && agents)
            agent = agents->findByName(id);
        const QString title = agent ? agent->title() : id;
        if (!titles.contains(title))
            choices.agents.append({id, title});
        titles.insert(title);
    }
    std::sort(choices.agents.begin(), choices.agents.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return choices;
}

} // namespace

ConversationPanel::ConversationPanel(ConversationStore &store, ConversationListModel &model, Dialogs &dialogs, const Extras &extras,
                                     QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(model)
    , m_dialogs(dialogs)
    , m_extras(extras)
    , m_groups(new ConversationGroupModel(model, {}, this))
    , m_new(new QPushButton(tr("New chat"), this))
    , m_filter(new ConversationFilterBar([this] { return choicesOf(m_store, m_extras.tools, m_extras.agents); }, this))
    , m_search(new QPushButton(tr("Search in all messages\u2026"), this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_saved(new PlainLabel(tr("Saved on this computer; not connected."), this))
    , m_undo(extras.tools ? new RemovalBar(extras.tools->removals(), this) : nullptr)
    , m_commands(new ConversationCommands(store, extras.tools, extras.workspace, *m_list, *this))
{
    setObjectName(u"conversationPanel"_s);
    setAcceptDrops(true);
    build();
    connectList();
    connect(m_search, &QPushButton::clicked, this, &ConversationPanel::searchRequested);
    connectCommands();
    connect(&store, &ConversationStore::loadingChanged, this, &ConversationPanel::updateState);
    connect(&store, &ConversationStore::loadingChanged, this, &ConversationPanel::loadRest);
    connect(&store, &ConversationStore::failed, this, &ConversationPanel::onFailed);
    if (extras.workspace)
        connect(extras.workspace, &Workspace::stateChanged, this, &ConversationPanel::updateState);
    connect(&model, &ConversationListModel::settled, this, &ConversationPanel::updateState);
    connect(&store, &ConversationStore::conversationsChanged, this, &ConversationPanel::seeShown);
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_clock, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
    m_clock.start(clockMs);
    updateState();
}

void ConversationPanel::build()
{
    const int unit = Theme::space(this);
    m_new->setObjectName(u"newChatButton"_s);
    m_new->setIcon(Theme::icon(u"new-chat"_s));
    m_new->setToolTip(tr("Start a new conversation"));
    m_search->setObjectName(u"searchEverywhereButton"_s);
    m_search->setIcon(Theme::icon(u"search"_s));
    m_search->setFlat(true);
    m_saved->setObjectName(u"savedListNote"_s);
    m_saved->setWordWrap(true);
    m_saved->setFont(Theme::small(font()));
    m_list->setObjectName(u"conversationList"_s);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setItemDelegate(new ConversationDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_empty->setObjectName(u"noConversations"_s);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit, unit * 3 / 2, unit, unit);
    box->setSpacing(unit);
    box->addWidget(m_new);
    box->addWidget(m_search);
    box->addWidget(m_filter);
    box->addWidget(m_stack, 1);
    box->addWidget(m_saved);
    if (m_extras.tools)
        box->addWidget(new UnfinishedImportBar(*m_extras.tools, m_store, this));
    if (m_undo)
        box->addWidget(m_undo);
}

void ConversationPanel::connectList()
{
    // Before the view hears of it: a row that goes must not open its neighbour.
    connect(m_groups, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_selecting = true;
        const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
        m_settles = std::any_of(selected.cbegin(), selected.cend(),
                                [first, last](const QModelIndex &index) { return index.row() >= first && index.row() <= last; });
    });
    m_list->setModel(m_groups);
    connect(m_groups, &QAbstractItemModel::rowsRemoved, this, &ConversationPanel::settleAfterRemoval);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ConversationPanel::onSelectionChanged);
    connect(m_list, &QListView::activated, this, &ConversationPanel::onActivated);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (m_groups->isHeader(index))
            onActivated(index);
    });
    connect(m_list, &QListView::customContextMenuRequested, this, &ConversationPanel::showMenu);
    connect(m_new, &QPushButton::clicked, this, &ConversationPanel::newChatRequested);
    connect(m_filter, &ConversationFilterBar::filterChanged, this, &ConversationPanel::setFilter);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_problem && m_model.rowCount() == 0)
            return m_store.refresh();
        m_filter->setFilter({});
        setFilter({});
    });
}

void ConversationPanel::updateState()
{
    const auto isCopy = [this] { return m_store.isSavedCopy() && m_model.rowCount() > 0; };
    m_saved->setVisible(isCopy() && m_saved->isVisible());
    if (isCopy()) // most often the server answers before anybody could have read it
        QTimer::singleShot(patienceMs, m_saved, [this, isCopy] { m_saved->setVisible(isCopy()); });
    if (m_store.isLoading() || m_store.isLoaded() || (m_extras.workspace && m_extras.workspace->state() != Workspace::State::Ready))
        m_problem.reset();
    if (m_groups->rowCount() > 0)
        return m_stack->setCurrentWidget(m_list);
    if (m_groups->filter().hides() && m_model.rowCount() > 0)
        m_empty->setContent(u"filter"_s, tr("No conversation matches"), tr("The filter hides all of them."), tr("Show all"));
    else
        showWhyEmpty();
    m_stack->setCurrentWidget(m_empty);
}

// A list that nobody has seen yet is not an empty one.
void ConversationPanel::showWhyEmpty()
{
    const bool isOffline = m_extras.workspace && m_extras.workspace->state() == Workspace::State::Failed;
    if (m_store.isLoading())
        m_empty->setContent(u"clock"_s, tr("Loading\u2026"), {});
    else if (m_problem)
        m_empty->setContent(u"error"_s, tr("The conversations could not be loaded"), displayLine(m_problem->message, 300), tr("Try again"));
    else if (isOffline && !m_store.isLoaded())
        m_empty->setContent(u"offline"_s, tr("Not connected"), tr("Your conversations appear here as soon as there is a connection."));
    else
        m_empty->setContent(u"chat"_s, tr("No conversations yet"), tr("What you ask appears here."));
}

void ConversationPanel::onFailed(const Error &error)
{
    if (m_store.isLoaded() || m_store.isLoading() || error.kind == Error::Kind::Cancelled)
        return; // of something else than the list, or it is asked for again
    m_problem = error;
    updateState();
}

ConversationId ConversationPanel::currentId() const
{
    return m_groups->idAt(m_list->currentIndex());
}

QList<ConversationId> ConversationPanel::selectedIds() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<ConversationId> ids;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (!m_groups->isHeader(row))
            ids.append(m_groups->idAt(row));
    }
    return ids;
}

void ConversationPanel::onSelectionChanged()
{
    const QList<ConversationId> ids = selectedIds();
    m_commands->setSelection(ids);
    if (!m_selecting && ids.size() == 1 && ids.constFirst() != m_shown)
        Q_EMIT conversationChosen(ids.constFirst());
}

void ConversationPanel::onActivated(const QModelIndex &index)
{
    if (m_groups->isHeader(index)) {
        if (!index.flags().testFlag(Qt::ItemIsEnabled))
            return; // of a group that does not close; a click tells of it all the same
        ConversationListFilter filter = m_groups->filter();
        filter.archivedShown = !filter.archivedShown;
        m_filter->setFilter(filter);
        return setFilter(filter);
    }
    const ConversationId id = m_groups->idAt(index);
    if (!id.isEmpty() && id != m_shown && selectedIds().size() <= 1)
        Q_EMIT conversationChosen(id);
}

// The view has taken a neighbour for what went: it is where the keys go on from, but nobody chose it.
void ConversationPanel::settleAfterRemoval()
{
    if (std::exchange(m_settles, false)) {
        const QPersistentModelIndex neighbour = m_list->currentIndex();
        m_list->selectionModel()->clearSelection();
        const QModelIndex shown = m_shown.isEmpty() ? QModelIndex() : m_groups->indexOf(m_shown);
        if (shown.isValid())
            m_list->selectionModel()->setCurrentIndex(shown, QItemSelectionModel::ClearAndSelect);
        else if (neighbour.isValid())
            m_list->selectionModel()->setCurrentIndex(neighbour, QItemSelectionModel::NoUpdate);
    }
    m_selecting = false;
    m_commands->setSelection(selectedIds());
}

void ConversationPanel::select(const ConversationId &id)
{
    m_shown = id;
    m_selecting = true;
    const QModelIndex index = id.isEmpty() ? QModelIndex() : m_groups->indexOf(id);
    if (index.isValid())
        m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        m_list->selectionModel()->clear();
    m_selecting = false;
    m_commands->setSelection(selectedIds());
    const Conversation *conversation = m_store.find(id);
    if (m_extras.tools && conversation)
        m_extras.tools->marks().markRead(*conversation);
}

// What is shown in a window that somebody looks at has been read.
void ConversationPanel::seeShown()
{
    const Conversation *conversation = m_store.find(m_shown);
    if (m_extras.tools && conversation && isVisible() && isActiveWindow())
        m_extras.tools->marks().see(*conversation);
}

bool ConversationPanel::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        seeShown();
    return QWidget::event(event);
}

void ConversationPanel::setFilter(const ConversationListFilter &filter)
{
    m_groups->setFilter(filter);
    const QModelIndex shown = m_groups->indexOf(m_shown);
    if (shown.isValid() && selectedIds().isEmpty()) { // and the keys go on from where they are, which may be a header
        m_selecting = true;
        m_list->selectionModel()->select(shown, QItemSelectionModel::Select);
        m_selecting = false;
        m_commands->setSelection(selectedIds());
    }
    updateState();
    m_loadedFrom = 0;
    loadRest();
}

// A filter and the pinned ones are about all conversations: the pages that are not here yet are fetched, one after the other.
void ConversationPanel::loadRest()
{
    if (m_store.isLoading() || !m_store.canLoadMore() || m_store.conversations().size() == m_loadedFrom)
        return;
    const ConversationListFilter &filter = m_groups->filter();
    bool isWanted = filter.hides() || filter.archivedShown;
    if (m_extras.tools && !isWanted) {
        const QList<ConversationId> pinned = m_extras.tools->marks().pinned();
        isWanted = std::any_of(pinned.cbegin(), pinned.cend(), [this](const ConversationId &id) { return !m_store.find(id); });
    }
    if (!isWanted)
        return;
    m_loadedFrom = m_store.conversations().size(); // one that failed is not asked for again and again
    m_store.loadMore();
}

bool ConversationPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *press = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_list->indexAt(press->position().toPoint());
        if (press->button() != Qt::MiddleButton)
            return false;
        if (const ConversationId id = m_groups->idAt(index); !id.isEmpty())
            Q_EMIT windowRequested(id);
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_editor && key == Qt::Key_Escape) {
        endRename(false);
        return true;
    }
    const QModelIndex current = m_list->currentIndex();
    const bool isHeader = m_groups->isHeader(current);
    if (watched == m_list && isHeader && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        onActivated(current);
        return true;
    }
    const bool isHome = key == Qt::Key_Home && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier;
    if (watched == m_list && isHome && m_groups->isHeader(m_groups->index(0)) && m_groups->rowCount() > 1) {
        m_list->setCurrentIndex(m_groups->index(1)); // the first row is a header, which the view would not go to
        m_list->scrollToTop();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desk
