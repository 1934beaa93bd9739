// What the panel does with conversations; the rest of it is in conversationpanel.cpp.
#include "gui/conversations/conversationpanel.h"

#include "gui/conversations/conversationcommands.h"
#include "gui/conversations/importdialog.h"
#include "gui/conversations/removalbar.h"
#include "gui/conversations/sharedialog.h"
#include "gui/conversations/tagsdialog.h"
#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/conversationtools.h"
#include "state/models/conversationgroupmodel.h"
#include "state/models/conversationlistmodel.h"
#include "state/workspace.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// One that another program may have made; reading it tells whether it is ours.
QStringList conversationFiles(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(".json"_L1, Qt::CaseInsensitive))
            paths.append(url.toLocalFile());
    }
    return paths.size() == urls.size() ? paths : QStringList();
}

} // namespace

void ConversationPanel::connectCommands()
{
    connect(m_commands, &ConversationCommands::renameRequested, this, &ConversationPanel::startRename);
    connect(m_commands, &ConversationCommands::deleteRequested, this, &ConversationPanel::deleteSelected);
    connect(m_commands, &ConversationCommands::undoRequested, this, &ConversationPanel::undoDelete);
    connect(m_commands, &ConversationCommands::tagsRequested, this, &ConversationPanel::openTags);
    connect(m_commands, &ConversationCommands::shareRequested, this, &ConversationPanel::openShares);
    connect(m_commands, &ConversationCommands::exportRequested, this, &ConversationPanel::exportRequested);
    if (m_undo)
        connect(m_undo, &RemovalBar::undoRequested, this, &ConversationPanel::undoDelete);
    if (m_extras.tools)
        connect(&m_extras.tools->marks(), &ConversationMarks::loaded, this, &ConversationPanel::loadRest);
}

void ConversationPanel::fillMenu(QMenu &menu)
{
    m_commands->fill(menu);
}

QList<QAction *> ConversationPanel::withKeys() const
{
    return m_commands->withKeys();
}

void ConversationPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    const ConversationId id = m_groups->idAt(index);
    if (!id.isEmpty() && !m_list->selectionModel()->isSelected(index))
        m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    if (selectedIds().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"conversationMenu"_s);
    if (const ConversationId only = selectedIds().size() == 1 ? selectedIds().constFirst() : ConversationId(); !only.isEmpty())
        menu->addAction(Theme::icon(u"expand"_s), tr("Open in new window"), this, [this, only] { Q_EMIT windowRequested(only); });
    m_commands->fill(*menu);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

// ------------------------------------------------------------------------------------------------ renaming in place

void ConversationPanel::startRename()
{
    const QModelIndex index = m_groups->indexOf(selectedIds().value(0));
    if (!index.isValid() || m_editor != nullptr)
        return;
    m_renamed = m_groups->idAt(index);
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

// ------------------------------------------------------------------------------------------------ deleting

void ConversationPanel::deleteSelected()
{
    if (!m_extras.tools)
        return askDelete();
    const QList<ConversationId> ids = selectedIds();
    if (ids.isEmpty())
        return;
    m_extras.tools->removals().remove(ids);
    Q_EMIT removed(ids);
    m_list->setFocus();
}

void ConversationPanel::undoDelete()
{
    if (!m_extras.tools)
        return;
    const QList<ConversationId> back = m_extras.tools->removals().undo();
    m_list->setFocus();
    if (back.size() == 1)
        Q_EMIT conversationChosen(back.constFirst());
}

void ConversationPanel::askDelete()
{
    const ConversationId id = selectedIds().value(0);
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

// ------------------------------------------------------------------------------------------------ dialogs

void ConversationPanel::openTags(const QList<ConversationId> &ids)
{
    if (m_extras.tools && !ids.isEmpty())
        (new TagsDialog(m_extras.tools->marks(), ids, this))->open();
}

void ConversationPanel::openShares(const ConversationId &id)
{
    if (m_extras.tools && m_store.find(id))
        (new ShareDialog(*m_extras.tools, m_store, id, this))->open();
}

QString ConversationPanel::importProblem() const
{
    if (!m_extras.tools || !m_extras.workspace || m_extras.workspace->state() != Workspace::State::Ready)
        return tr("There is no connection to the server.");
    return {};
}

void ConversationPanel::offerImport(QAction &action)
{
    connect(&action, &QAction::triggered, this, &ConversationPanel::importConversation);
    const auto update = [this, &action] {
        action.setEnabled(importProblem().isEmpty());
        action.setToolTip(importProblem());
    };
    if (m_extras.workspace)
        connect(m_extras.workspace, &Workspace::stateChanged, &action, update);
    update();
}

void ConversationPanel::importConversation()
{
    if (importProblem().isEmpty())
        m_dialogs.openFiles(this, tr("Import a conversation"), [self = QPointer(this)](const QStringList &paths) {
            if (self != nullptr)
                self->importFiles(paths);
        });
}

void ConversationPanel::importFiles(const QStringList &paths)
{
    m_toImport += paths;
    if (!m_importing && importProblem().isEmpty())
        importNext();
}

void ConversationPanel::importNext()
{
    m_importing = !m_toImport.isEmpty();
    if (!m_importing)
        return;
    auto *dialog = new ImportDialog(*m_extras.tools, m_store, m_toImport.takeFirst(), this);
    connect(dialog, &ImportDialog::imported, this, &ConversationPanel::conversationChosen);
    connect(dialog, &QDialog::finished, this, &ConversationPanel::importNext);
    dialog->open();
}

void ConversationPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (conversationFiles(*event->mimeData()).isEmpty() || !importProblem().isEmpty())
        return; // the page takes it as an attachment
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void ConversationPanel::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    importFiles(conversationFiles(*event->mimeData()));
}

} // namespace desk
