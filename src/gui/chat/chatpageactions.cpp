// What the chat page does; how it is put together is in chatpage.cpp.
#include "gui/chat/chatpage.h"

#include "gui/chat/agentwelcome.h"
#include "gui/chat/approval/approvalcontrol.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/dropoverlay.h"
#include "gui/chat/compose/inputhistory.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/conversationhead.h"
#include "gui/chat/elsewherebar.h"
#include "gui/chat/followupcard.h"
#include "gui/chat/guard/sendguard.h"
#include "gui/chat/options/chatoptionscontrol.h"
#include "gui/chat/savednote.h"
#include "gui/chat/source/sourcepanel.h"
#include "gui/chat/transcript/messagereader.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/turnactions.h"
#include "gui/chat/waitingsendbar.h"
#include "gui/chat/welcomepane.h"
#include "gui/conversations/conversationpanel.h"
#include "gui/dialogs.h"
#include "gui/text/doclink.h"
#include "gui/text/linkopener.h"
#include "gui/text/textlimiter.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/errorbanner.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/commandrules.h"
#include "state/conversations/conversationstore.h"
#include "state/store/draftstore.h"
#include "state/workspace.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QListView>
#include <QMimeData>
#include <QPointer>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace desk {

ConversationId ChatPage::conversationId() const
{
    return m_session == nullptr ? ConversationId() : m_session->conversationId();
}

void ChatPage::newChat()
{
    if (m_services.alone)
        return Q_EMIT newChatRequested();
    m_panel->select({});
    showSession(m_services.sessions.newSession());
    leaveAgent();
    Q_EMIT conversationShown({});
    focusComposer();
}

void ChatPage::openConversation(const ConversationId &id)
{
    if (id.isEmpty() || id == conversationId())
        return;
    showSession(m_services.sessions.session(id));
    m_panel->select(id);
    Q_EMIT conversationShown(id);
}

void ChatPage::showMessage(const MessageId &id, const QString &needle)
{
    if (m_session == nullptr || id.isEmpty())
        return;
    Q_EMIT statusMessage(tr("Looking for the message\u2026"));
    m_session->reach(id, this, [this, needle, session = QPointer(m_session)](const Result<int> &row) {
        if (session == nullptr || session != m_session)
            return; // another conversation is shown by now
        Q_EMIT statusMessage(row ? QString() : row.error().userText());
        if (row)
            m_transcript->findAt(*row, needle);
    });
}

void ChatPage::focusComposer()
{
    m_elsewhere ? m_elsewhereBar->focusButton() : m_composer->focusText();
}

void ChatPage::showSession(ChatSession *session)
{
    keepDraft();
    updatePromise();
    for (const QMetaObject::Connection &connection : std::as_const(m_sessionConnections))
        disconnect(connection);
    m_sessionConnections.clear();
    m_session = session;
    m_begunWith.clear();
    m_services.sessions.setShown(this, session);
    m_elsewhere = m_isElsewhere && m_isElsewhere(conversationId());
    m_saved->setSession(session);
    m_followUp->setSession(session);
    m_prompt->clear(); // of the other conversation
    m_questionShown.clear();
    m_source->leave();
    m_banner->clear();
    m_transcript->setModel(session == nullptr ? nullptr : &session->transcript());
    m_turns->setSession(session);
    m_title->setSession(session);
    if (m_guard)
        m_guard->clear();
    if (session == nullptr)
        return m_approvalControl->setSession(nullptr);
    if (m_options)
        m_options->show(conversationId());
    showDraft();
    showPromise();
    showWhoWrites();
    TranscriptModel &model = session->transcript();
    m_sessionConnections = {connect(session, &ChatSession::stateChanged, this, &ChatPage::onSessionState),
                            connect(session, &ChatSession::activity, m_composer, &Composer::setStatus),
                            connect(session, &ChatSession::questionChanged, this, &ChatPage::onQuestion),
                            connect(session, &ChatSession::failed, this, &ChatPage::showError),
                            connect(session, &ChatSession::conversationIdChanged, this, &ChatPage::onConversationId),
                            connect(session, &ChatSession::waitingChanged, this, &ChatPage::updateSendState),
                            connect(session, &QObject::destroyed, this, [this] { m_session = nullptr; }),
                            connect(&model, &QAbstractItemModel::rowsInserted, this, &ChatPage::updatePane),
                            connect(&model, &QAbstractItemModel::modelReset, this, &ChatPage::updatePane)};
    m_composer->setStatus(session->lastActivity());
    showQuestion();
    m_approvalControl->setSession(m_elsewhere ? nullptr : session);
    onSessionState();
}

void ChatPage::onSessionState()
{
    const bool busy = m_session != nullptr && m_session->isBusy();
    m_composer->setBusy(busy);
    if (busy)
        m_clock.start();
    else
        m_clock.stop();
    updateElapsed();
    updatePane();
    updateSendState();
}

void ChatPage::updateElapsed()
{
    m_composer->setElapsed(m_session != nullptr && m_session->isBusy() ? m_session->elapsedMs() : -1);
}

void ChatPage::updatePane()
{
    if (m_session == nullptr)
        return;
    QWidget *pane = m_transcript;
    if (m_session->transcript().rowCount() == 0 && m_session->state() == ChatSession::State::Loading)
        pane = m_loading;
    else if (m_session->transcript().rowCount() == 0 && !m_session->isBusy())
        pane = showAgentWelcome() ? static_cast<QWidget *>(m_agentWelcome) : m_welcome;
    m_stack->setCurrentWidget(pane);
    Q_EMIT canExportChanged();
}

bool ChatPage::hasLanguageModel() const
{
    return m_services.workspace.profile().kind == Profile::Kind::Team || m_services.workspace.hasModel();
}

QString ChatPage::blockedReason() const
{
    if (m_services.workspace.state() == Workspace::State::Stopped)
        return tr("No workspace is open.");
    if (m_session == nullptr)
        return tr("The conversation is being loaded.");
    if (m_services.attachments.hasFailed())
        return tr("A file could not be uploaded: try it again or remove it.");
    return CommandRules(m_services.workspace).whyNot(CommandRules::Command::Chat).value_or(QString());
}

// What is sent now waits in the conversation, in order, until it can go (D-04).
QString ChatPage::delayReason() const
{
    switch (m_services.workspace.state()) {
    case Workspace::State::Starting:
        return tr("Connecting\u2026 Messages are sent as soon as there is a connection.");
    case Workspace::State::Restarting:
        return tr("The server is being restarted. Messages are sent as soon as it is back.");
    case Workspace::State::Failed:
        return tr("There is no connection to the server. Messages are sent as soon as there is one.");
    default:
        break;
    }
    if (m_session != nullptr && m_session->isBusy())
        return tr("The next message is sent when this answer is finished.");
    if (m_session != nullptr && m_session->waitingCount() > 0)
        return tr("%n messages wait to be sent.", nullptr, static_cast<int>(m_session->waitingCount()));
    return {};
}

void ChatPage::updateSendState()
{
    m_welcome->setReady(m_services.workspace.state() == Workspace::State::Ready);
    m_welcome->setHasModel(hasLanguageModel());
    m_agentWelcome->setHasModel(hasLanguageModel());
    const QString blocked = blockedReason();
    QString reason = blocked.isEmpty() ? delayReason() : blocked;
    const bool waits = isPromised();
    if (blocked.isEmpty() && m_services.attachments.isUploading())
        reason = waits ? tr("Sends as soon as the files are uploaded.") : tr("Files are being uploaded.");
    const bool possible = blocked.isEmpty() && !waits && !m_composer->text().trimmed().isEmpty();
    m_composer->setSendState(possible, reason);
    m_followUp->setBlocked(!blocked.isEmpty() || m_elsewhere);
    m_composer->setAttachProblem(attachProblem());
    const bool hadFocus = !waits && m_waitingBar->holdsFocus();
    m_waitingBar->setVisible(waits);
    if (hadFocus)
        focusComposer();
}

void ChatPage::stop()
{
    if (m_session != nullptr && m_session->isBusy())
        m_session->stop();
}

void ChatPage::onDeleted(const ConversationId &id)
{
    if (m_services.drafts)
        m_services.drafts->set(id, {});
    const bool current = id == conversationId();
    m_promises.remove(id);
    if (current)
        m_services.alone ? showSession(nullptr) : newChat();
    m_services.sessions.forget(id);
}

// Gone from the list, and perhaps for ten seconds only: its draft and its turns stay until the server has confirmed it.
void ChatPage::onListRemoved(const QList<ConversationId> &ids)
{
    if (!ids.contains(conversationId()))
        return;
    QWidget *focus = QApplication::focusWidget();
    newChat();
    if (focus && m_panel->isAncestorOf(focus))
        m_panel->list()->setFocus(); // where Ctrl+Z brings it back
}

void ChatPage::showError(const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized && m_services.workspace.asksForSignIn())
        return; // the window says so
    if (m_services.workspace.state() == Workspace::State::Failed)
        m_banner->showError(error, tr("Connect again"), [this] { m_services.workspace.retry(); });
    else
        m_banner->showError(error);
}

// ------------------------------------------------------------------------------------------------ files

QString ChatPage::attachProblem() const
{
    return CommandRules(m_services.workspace).whyNot(CommandRules::Command::AttachFiles).value_or(QString());
}

void ChatPage::attachFiles()
{
    m_services.dialogs.openFiles(this, tr("Attach files"), [self = QPointer(this)](const QStringList &paths) {
        if (self != nullptr)
            self->takeFiles(paths);
    });
}

void ChatPage::askWithFile(const QString &title, const QString &question)
{
    m_services.dialogs.openFiles(this, title, [self = QPointer(this), question](const QStringList &paths) {
        if (self == nullptr || paths.isEmpty())
            return;
        self->takeFiles(paths);
        if (self->m_composer->text().trimmed().isEmpty())
            self->m_composer->setText(question);
        self->focusComposer();
    });
}

void ChatPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(*event->mimeData()).isEmpty() || m_elsewhere)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    m_overlay->show();
}

void ChatPage::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_overlay->hide();
    QWidget::dragLeaveEvent(event);
}

void ChatPage::dropEvent(QDropEvent *event)
{
    m_overlay->hide();
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty() || m_elsewhere)
        return;
    event->acceptProposedAction();
    takeFiles(paths);
}

void ChatPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_overlay->setGeometry(rect());
}

void ChatPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_session != nullptr && (m_session->isBusy() || isPromised()))
        onEscape();
    else
        QWidget::keyPressEvent(event);
}

// ------------------------------------------------------------------------------------------------ windows of a message

void ChatPage::showReader(int row)
{
    if (m_session == nullptr || row >= m_session->transcript().rowCount())
        return;
    const Message message = m_session->transcript().messageAt(row);
    auto *reader = new MessageReader(message, this);
    connect(reader, &MessageReader::linkActivated, this, [this, citations = message.citations](const QString &href, const QString &label) {
        docLink(href) ? showLinkedSource(citations, href) : m_links->open(href, label);
    });
    reader->show();
}

} // namespace desk
