#include "gui/chat/conversationpanel.h"

#include "gui/chat/conversationdelegate.h"
#include "gui/chat/textlimiter.h"
#include "gui/dialogs.h"
#include "gui/theme.h"
#include "gui/widgets/emptystate.h"
#include "state/conversationstore.h"
#include "state/models/conversationlistmodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int patienceMs = 1500;

} // namespace

ConversationPanel::ConversationPanel(ConversationStore &store, ConversationListModel &model, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(model)
    , m_dialogs(dialogs)
    , m_new(new QPushButton(tr("New chat"), this))
    , m_search(new QPushButton(tr("Search in all messages\u2026"), this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_saved(new QLabel(tr("Saved on this computer; not connected."), this))
{
    setObjectName(u"conversationPanel"_s);
    build();
    connect(m_new, &QPushButton::clicked, this, &ConversationPanel::newChatRequested);
    connect(m_search, &QPushButton::clicked, this, &ConversationPanel::searchRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConversationPanel::onCurrentChanged);
    connect(m_list, &QListView::customContextMenuRequested, this, &ConversationPanel::showMenu);
    connect(&store, &ConversationStore::loadingChanged, this, &ConversationPanel::updateState);
    connect(&store, &ConversationStore::conversationsChanged, this, &ConversationPanel::updateState);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &ConversationPanel::updateState);
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
    // Before the view hears of it: a row that goes must not open its neighbour.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_selecting = true; });
    m_list->setModel(&m_model);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this] { m_selecting = false; });
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setItemDelegate(new ConversationDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_empty->setObjectName(u"noConversations"_s);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit, unit * 3 / 2, unit, unit);
    box->setSpacing(unit);
    box->addWidget(m_new);
    box->addWidget(m_search);
    box->addWidget(m_stack, 1);
    box->addWidget(m_saved);
}

void ConversationPanel::updateState()
{
    const bool loading = m_store.isLoading() && m_model.rowCount() == 0;
    if (loading)
        m_empty->setContent(u"clock"_s, tr("Loading\u2026"), {});
    else
        m_empty->setContent(u"chat"_s, tr("No conversations yet"), tr("What you ask appears here."));
    const auto isCopy = [this] { return m_store.isSavedCopy() && m_model.rowCount() > 0; };
    m_saved->setVisible(isCopy() && m_saved->isVisible());
    if (isCopy()) // most often the server answers before anybody could have read it
        QTimer::singleShot(patienceMs, m_saved, [this, isCopy] { m_saved->setVisible(isCopy()); });
    m_stack->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
}

ConversationId ConversationPanel::currentId() const
{
    return m_list->currentIndex().isValid() ? m_model.idAt(m_list->currentIndex()) : ConversationId();
}

void ConversationPanel::onCurrentChanged(const QModelIndex &current)
{
    if (!m_selecting && current.isValid())
        Q_EMIT conversationChosen(m_model.idAt(current));
}

void ConversationPanel::select(const ConversationId &id)
{
    m_selecting = true;
    const QModelIndex index = id.isEmpty() ? QModelIndex() : m_model.indexOf(id);
    if (index.isValid())
        m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        m_list->selectionModel()->clear();
    m_selecting = false;
}

void ConversationPanel::showMenu(const QPoint &position)
{
    QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        index = m_list->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"conversationMenu"_s);
    const QPersistentModelIndex kept = index;
    const auto with = [this, kept](void (ConversationPanel::*action)()) {
        m_list->setCurrentIndex(kept);
        (this->*action)();
    };
    menu->addAction(Theme::icon(u"edit"_s), tr("Rename"), this, [with] { with(&ConversationPanel::startRename); });
    menu->addAction(Theme::icon(u"delete"_s), tr("Delete\u2026"), this, [with] { with(&ConversationPanel::askDelete); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ConversationPanel::startRename()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || m_editor != nullptr)
        return;
    m_renamed = currentId();
    m_list->scrollTo(index);
    m_editor = new QLineEdit(index.data(ConversationListModel::TitleRole).toString(), m_list->viewport());
    m_editor->setObjectName(u"renameField"_s);
    m_editor->setAccessibleName(tr("New title"));
    m_editor->setMaxLength(200);
    m_editor->setGeometry(m_list->visualRect(index).adjusted(2, 2, -2, -2));
    m_editor->selectAll();
    m_editor->installEventFilter(this);
    m_editor->show();
    m_editor->setFocus();
    connect(m_editor, &QLineEdit::editingFinished, this, [this] { endRename(true); });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, m_editor, [this] { endRename(true); });
}

void ConversationPanel::endRename(bool keep)
{
    QLineEdit *editor = std::exchange(m_editor, nullptr);
    if (editor == nullptr)
        return;
    const bool hadFocus = editor->hasFocus();
    const QString title = editor->text().simplified();
    const Conversation *conversation = m_store.find(m_renamed);
    editor->hide();
    editor->deleteLater();
    if (hadFocus)
        m_list->setFocus();
    if (keep && !title.isEmpty() && conversation != nullptr && conversation->title != title)
        m_store.rename(m_renamed, title);
}

void ConversationPanel::askDelete()
{
    const ConversationId id = currentId();
    const Conversation *conversation = m_store.find(id);
    if (conversation == nullptr)
        return;
    const QString text =
        tr("\u201C%1\u201D and all its messages are removed. This cannot be undone.").arg(displayLine(conversation->title, 80));
    m_dialogs.confirm(this, tr("Delete conversation"), text, tr("Delete"), [self = QPointer(this), id] {
        if (self != nullptr)
            Q_EMIT self->deleteConfirmed(id);
    });
}

bool ConversationPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_editor && key == Qt::Key_Escape) {
        endRename(false);
        return true;
    }
    if (watched == m_list && (key == Qt::Key_F2 || key == Qt::Key_Delete)) {
        key == Qt::Key_F2 ? startRename() : askDelete();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desk
