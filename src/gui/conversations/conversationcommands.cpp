#include "gui/conversations/conversationcommands.h"

#include "gui/theme.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/conversationtools.h"
#include "state/workspace.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

ConversationCommands::ConversationCommands(ConversationStore &conversations, ConversationTools *tools, Workspace *workspace, QWidget &list,
                                           QWidget &panel)
    : QObject(&panel)
    , m_conversations(conversations)
    , m_tools(tools)
    , m_workspace(workspace)
    , m_rename(add(list, u"renameConversation"_s, u"edit"_s, Qt::Key_F2, &ConversationCommands::renameRequested))
    , m_pin(add(list, u"pinConversation"_s, u"pin"_s, Qt::CTRL | Qt::Key_D, &ConversationCommands::pin))
    , m_archive(add(list, u"archiveConversation"_s, u"folder"_s, Qt::CTRL | Qt::Key_E, &ConversationCommands::archive))
    , m_tags(add(list, u"tagConversation"_s, {}, Qt::CTRL | Qt::Key_T, nullptr))
    , m_unread(add(list, u"markUnread"_s, {}, Qt::CTRL | Qt::Key_U, &ConversationCommands::toggleUnread))
    , m_share(add(list, u"shareConversation"_s, u"user"_s, {}, nullptr))
    , m_export(add(list, u"exportConversations"_s, u"save"_s, {}, nullptr))
    , m_delete(add(list, u"deleteConversation"_s, u"delete"_s, Qt::Key_Delete, &ConversationCommands::deleteRequested))
    , m_undo(add(panel, u"undoDelete"_s, {}, QKeySequence::Undo, &ConversationCommands::undoRequested))
{
    m_rename->setText(tr("&Rename"));
    m_tags->setText(tr("&Tags\u2026"));
    m_share->setText(tr("&Share\u2026"));
    m_export->setText(tr("E&xport\u2026"));
    m_delete->setText(m_tools ? tr("&Delete") : tr("&Delete\u2026"));
    m_undo->setText(tr("&Undo deleting"));
    connect(m_tags, &QAction::triggered, this, [this] { Q_EMIT tagsRequested(m_ids); });
    connect(m_share, &QAction::triggered, this, [this] { Q_EMIT shareRequested(m_ids.value(0)); });
    connect(m_export, &QAction::triggered, this, [this] { Q_EMIT exportRequested(m_ids); });
    if (m_tools) {
        connect(&m_tools->marks(), &ConversationMarks::changed, this, &ConversationCommands::update);
        connect(&m_tools->removals(), &ConversationRemovals::changed, this, &ConversationCommands::update);
    }
    if (m_workspace)
        connect(m_workspace, &Workspace::stateChanged, this, &ConversationCommands::update);
    update();
}

QAction *ConversationCommands::add(QWidget &owner, const QString &name, const QString &icon, const QKeySequence &keys,
                                   void (ConversationCommands::*run)())
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(Theme::icon(icon));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // in the menu bar they are shown, and count in the list only
    if (run)
        connect(action, &QAction::triggered, this, run);
    owner.addAction(action);
    return action;
}

void ConversationCommands::setSelection(const QList<ConversationId> &ids)
{
    m_ids = ids;
    update();
}

void ConversationCommands::fill(QMenu &menu) const
{
    menu.setToolTipsVisible(true);
    menu.addAction(m_rename);
    if (m_tools) {
        menu.addAction(m_pin);
        menu.addAction(m_archive);
        menu.addAction(m_tags);
        menu.addAction(m_unread);
        menu.addSeparator();
        menu.addAction(m_share);
    }
    menu.addAction(m_export);
    menu.addSeparator();
    menu.addAction(m_delete);
    if (m_tools)
        menu.addAction(m_undo);
}

QList<QAction *> ConversationCommands::withKeys() const
{
    return m_tools ? QList<QAction *>{m_rename, m_pin, m_archive, m_tags, m_unread, m_delete, m_undo}
                   : QList<QAction *>{m_rename, m_delete};
}

void ConversationCommands::update()
{
    const auto offer = [](QAction *action, const QString &whyNot) {
        action->setEnabled(whyNot.isEmpty());
        action->setToolTip(whyNot);
    };
    const QString none = m_ids.isEmpty() ? tr("No conversation is selected.") : QString();
    const QString several = m_ids.size() > 1 ? tr("Select one conversation only.") : none;
    const bool isNew = m_ids.size() == 1 && isProvisional(m_ids.constFirst());
    offer(m_rename, isNew ? tr("The server does not have this conversation yet.") : several);
    for (QAction *action : {m_pin, m_archive, m_tags, m_unread})
        offer(action, m_tools ? none : tr("Nothing is kept on this computer."));
    offer(m_share, several.isEmpty() ? whyNotShared() : several);
    offer(m_export, none);
    offer(m_delete, none);
    offer(m_undo, m_tools && m_tools->removals().canUndo() ? QString() : tr("Nothing was deleted in the last seconds."));
    m_pin->setText(allPinned() ? tr("Un&pin") : tr("&Pin"));
    m_archive->setText(allArchived() ? tr("Bring back from the &archive") : tr("&Archive"));
    m_unread->setText(allUnread() ? tr("&Mark as read") : tr("&Mark as unread"));
}

QString ConversationCommands::whyNotShared() const
{
    if (!m_workspace || m_workspace->profile().kind == Profile::Kind::Local)
        return tr("Conversations on this computer have nobody to be shared with.");
    if (m_workspace->state() != Workspace::State::Ready)
        return tr("There is no connection to the server.");
    if (!m_ids.isEmpty() && isProvisional(m_ids.constFirst()))
        return tr("The server does not have this conversation yet.");
    return {};
}

bool ConversationCommands::allPinned() const
{
    return m_tools && !m_ids.isEmpty() &&
           std::all_of(m_ids.cbegin(), m_ids.cend(), [this](const ConversationId &id) { return m_tools->marks().mark(id).pinned; });
}

bool ConversationCommands::allArchived() const
{
    return m_tools && !m_ids.isEmpty() &&
           std::all_of(m_ids.cbegin(), m_ids.cend(), [this](const ConversationId &id) { return m_tools->marks().mark(id).archived; });
}

bool ConversationCommands::allUnread() const
{
    return m_tools && !m_ids.isEmpty() && std::all_of(m_ids.cbegin(), m_ids.cend(), [this](const ConversationId &id) {
               const Conversation *conversation = m_conversations.find(id);
               return conversation && m_tools->marks().isUnread(*conversation);
           });
}

void ConversationCommands::pin()
{
    if (m_tools)
        m_tools->marks().setPinned(m_ids, !allPinned());
}

void ConversationCommands::archive()
{
    if (m_tools)
        m_tools->marks().setArchived(m_ids, !allArchived());
}

void ConversationCommands::toggleUnread()
{
    if (!m_tools)
        return;
    if (!allUnread())
        return m_tools->marks().markUnread(m_ids);
    const QList<ConversationId> ids = m_ids;
    for (const ConversationId &id : ids) {
        if (const Conversation *conversation = m_conversations.find(id))
            m_tools->marks().markRead(*conversation);
    }
}

} // namespace desk
