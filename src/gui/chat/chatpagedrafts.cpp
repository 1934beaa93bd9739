// What is written and not sent, and what leaves the chat as a file. The rest of what the page does is in chatpageactions.cpp.
#include "gui/chat/chatpage.h"

#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/inputhistory.h"
#include "gui/chat/options/chatoptionscontrol.h"
#include "gui/conversations/bulkexportdialog.h"
#include "gui/conversations/conversationpanel.h"
#include "gui/export/exportdialog.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/conversationtools.h"
#include "state/store/draftstore.h"
#include "state/workspace.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace desk {

void ChatPage::keepDraft()
{
    if (!m_services.drafts || m_session == nullptr || m_showingDraft || m_elsewhere)
        return;
    Draft draft;
    draft.text = m_composer->text();
    draft.caret = m_composer->caret();
    draft.files = m_services.attachments.paths();
    if (!draft.isEmpty()) // whom to ask is no draft by itself
        draft.agents = m_composer->selectedAgents();
    m_services.drafts->set(conversationId(), draft);
}

void ChatPage::showDraft()
{
    m_showingDraft = true;
    m_services.attachments.show(conversationId());
    const Draft draft = m_services.drafts && !m_elsewhere ? m_services.drafts->draft(conversationId()) : Draft();
    m_composer->setText(draft.text, draft.caret);
    if (!draft.agents.isEmpty())
        showDraftAgents(draft.agents);
    if (m_services.attachments.isEmpty() && !draft.files.isEmpty())
        m_services.attachments.addAccepted(draft.files); // of before the restart
    m_showingDraft = false;
}

// Others than the conversation's were named for this message.
void ChatPage::showDraftAgents(const QStringList &agents)
{
    if (m_options)
        m_composer->mentionAgents(agents);
    else
        m_composer->selectAgent(agents.constFirst());
}

// Of another account: it is in that one's drafts, and may not become this one's.
void ChatPage::forgetDraft()
{
    m_showingDraft = true;
    m_promises.clear();
    m_composer->clear();
    m_services.attachments.clear();
    m_showingDraft = false;
}

// What was written before that stands in it too (DraftStore).
void ChatPage::onDraftsLoaded()
{
    if (m_elsewhere || m_session == nullptr)
        return;
    const Draft stored = m_services.drafts->draft(conversationId());
    if (stored.isEmpty())
        return keepDraft();
    const bool lacksFiles = m_services.attachments.isEmpty() && !stored.files.isEmpty();
    if (lacksFiles || stored.text != m_composer->text())
        showDraft();
}

void ChatPage::onConversationId(const ConversationId &id)
{
    m_panel->select(id);
    if (m_options)
        m_options->show(id);
    Q_EMIT conversationShown(id);
}

// The newest message that waits, back into an empty composer, as a terminal brings back the last line; where none waits, what was asked
// last.
void ChatPage::takeBackWaiting()
{
    if (m_session == nullptr || !m_composer->text().isEmpty())
        return;
    TranscriptModel &transcript = m_session->transcript();
    const int last = transcript.rowCount() - 1;
    if (last < 0 || transcript.messageAt(last).state != MessageState::Waiting)
        return m_history->begin();
    m_composer->setText(transcript.messageAt(last).content);
    keepDraft();
    if (m_services.drafts)
        m_services.drafts->flush(); // before it leaves the queue: at no moment it is nowhere
    const std::optional<TurnRequest> taken = m_session->withdraw(last);
    if (!taken)
        return;
    m_services.attachments.give(taken->files);
    Q_EMIT statusMessage(tr("The message was taken back. It has not been sent."));
}

// What came from a server may be too long to stand in a text field.
QStringList ChatPage::questions() const
{
    constexpr qsizetype mostQuestions = 500; // nobody goes through more
    QStringList questions;
    const TranscriptModel &transcript = m_session->transcript();
    for (int row = transcript.rowCount() - 1; row >= 0 && questions.size() < mostQuestions; --row) {
        const Message &message = transcript.messageAt(row);
        const bool again = !questions.isEmpty() && questions.constLast() == message.content;
        if (message.role == Role::User && !again && !message.content.isEmpty() && ComposerEdit::canHold(message.content))
            questions.append(message.content);
    }
    return questions;
}

// ------------------------------------------------------------------------------------------------ export

bool ChatPage::canExport() const
{
    return m_session != nullptr && m_session->transcript().rowCount() > 0;
}

void ChatPage::exportConversation()
{
    if (!canExport())
        return;
    m_composer->setStatus(tr("Loading the whole conversation\u2026"));
    m_session->loadWhole(this, [this, session = QPointer(m_session)](const Result<> &outcome) {
        m_composer->setStatus({});
        if (outcome)
            openExport(session);
        else
            showError(outcome.error());
    });
}

void ChatPage::exportSelected(const QList<ConversationId> &ids)
{
    if (ids.size() == 1 && ids.constFirst() == conversationId())
        return exportConversation();
    (new BulkExportDialog({m_services.sessions, m_services.conversations, m_services.workspace, m_services.dialogs}, ids, this))->open();
}

void ChatPage::openExport(const QPointer<ChatSession> &session)
{
    if (!session)
        return;
    ExportContent content;
    content.conversation.id = session->conversationId();
    if (const Conversation *known = m_services.conversations.find(session->conversationId()))
        content.conversation = *known;
    content.conversation.title = session->title();
    for (int row = 0; row < session->transcript().rowCount(); ++row)
        content.messages.append(session->transcript().messageAt(row));
    const Workspace &workspace = m_services.workspace;
    content.facts.program = QGuiApplication::applicationDisplayName();
    content.facts.version = QCoreApplication::applicationVersion();
    content.facts.server = workspace.capabilities().server;
    content.facts.serverVersion = workspace.capabilities().version;
    content.facts.serverAddress = workspace.profile().baseUrl.toString(QUrl::RemoveUserInfo);
    content.facts.model = workspace.provider().models.value(0);
    const auto open = [this](const ExportContent &whole) { (new ExportDialog(whole, {}, m_services.dialogs, this))->open(); };
    if (!m_services.tools)
        return open(content);
    m_services.tools->fileHashes().find(content.messages, this, [open, content](const QHash<QString, QByteArray> &hashes) {
        ExportContent whole = content;
        whole.fileHashes = hashes;
        open(whole);
    });
}

} // namespace desk
