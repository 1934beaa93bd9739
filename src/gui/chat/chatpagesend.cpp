// How a message leaves the page: at once, or as soon as its files are uploaded. The rest of what the page does is in chatpageactions.cpp.
#include "gui/chat/chatpage.h"

#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/folderbar.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/guard/sendguard.h"
#include "gui/chat/options/chatoptionscontrol.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/waitingsendbar.h"
#include "gui/composeservices.h"
#include "gui/text/textlimiter.h"
#include "gui/widgets/errorbanner.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/commandrules.h"
#include "state/conversations/conversationstore.h"
#include "state/store/chatoptionsstore.h"
#include "state/store/draftstore.h"
#include "state/workspace.h"

#include <utility>

namespace desk {

void ChatPage::submit()
{
    const QString text = m_composer->text().trimmed();
    if (text.isEmpty() || !blockedReason().isEmpty() || (m_guard && !m_guard->mayGo(text)))
        return;
    if (m_services.attachments.isUploading())
        return promise(conversationId(), {text, m_composer->selectedAgents()});
    sendNow(text);
}

// The text leaves the composer only when it stands in the transcript, where it can be sent again if that fails.
void ChatPage::sendNow(const QString &text)
{
    if (text.isEmpty() || !blockedReason().isEmpty() || m_services.attachments.isUploading())
        return;
    m_banner->clear();
    const int before = m_session->transcript().rowCount();
    m_session->send(text, m_services.attachments.take(), m_composer->selectedAgents(), m_options ? m_options->current() : ChatOptions());
    if (m_session->transcript().rowCount() == before)
        return;
    if (m_composer->text().trimmed() == text)
        m_composer->clear();
    keepDraft();
    m_transcript->jumpToEnd();
    focusComposer();
}

// An answer with a secret goes the way of every message: into the composer, where the bar over it asks (D-51).
void ChatPage::answerPrompt(const QString &text)
{
    if (!blockedReason().isEmpty())
        return;
    if (!isAskedAbout(text))
        return sendNow(text);
    addText(text);
    submit();
}

bool ChatPage::isAskedAbout(const QString &text) const
{
    return m_guard && !SendGuard::find(text, GuardPolicy::of(*m_services.settings, m_services.workspace.profile())).findings.isEmpty();
}

// ------------------------------------------------------------------------------------------------ when the files are uploaded

bool ChatPage::isPromised() const
{
    return m_session != nullptr && !m_elsewhere && m_promises.contains(conversationId());
}

void ChatPage::promise(const ConversationId &conversation, const PromisedSend &send)
{
    m_promises.insert(conversation, send);
    keepPromises();
}

std::optional<ChatPage::PromisedSend> ChatPage::takePromise(const ConversationId &conversation)
{
    if (conversation == conversationId())
        updatePromise();
    const auto promised = m_promises.constFind(conversation);
    if (promised == m_promises.cend())
        return std::nullopt;
    const PromisedSend send = *promised;
    m_promises.erase(promised);
    updateSendState();
    return send;
}

void ChatPage::cancelPromise()
{
    m_promises.remove(conversationId());
    updateSendState();
    focusComposer();
}

void ChatPage::onEscape()
{
    if (m_session != nullptr && m_session->isBusy())
        stop();
    else if (isPromised())
        cancelPromise();
    else if (m_folders->isCounting())
        m_folders->cancel();
    else if (m_session != nullptr && m_session->pendingQuestion().isDoubt && m_prompt->isVisible())
        keepAnswer();
}

// Before another conversation is shown. The text may be another one than was promised: it is not sent without being looked at (D-51).
void ChatPage::updatePromise()
{
    if (!isPromised())
        return;
    const QString text = m_composer->text().trimmed();
    PromisedSend &send = m_promises[conversationId()];
    send.agents = m_composer->selectedAgents();
    if (text == send.text)
        return;
    send.text = text;
    if (!text.isEmpty() && !isAskedAbout(text))
        return;
    m_promises.remove(conversationId());
    Q_EMIT statusMessage(tr("The message is not sent when its files are uploaded: its text was changed. It is kept as a draft."));
}

// After another conversation is shown.
void ChatPage::showPromise()
{
    if (!isPromised())
        return;
    const QString text = m_promises.value(conversationId()).text;
    if (m_composer->text().trimmed() != text) // there is no store for drafts
        m_composer->setText(text);
}

void ChatPage::keepPromises()
{
    if (m_showingDraft) // what stands in the composer may be of the conversation before
        return updateSendState();
    const QList<ConversationId> conversations = m_promises.keys();
    for (const ConversationId &conversation : conversations) {
        if (m_session == nullptr || conversation != conversationId())
            keepPromiseOf(conversation);
        else if (isPromised())
            keepPromise();
    }
    updateSendState();
}

// Of the conversation that is shown: what stands in the composer is what goes.
void ChatPage::keepPromise()
{
    const AttachmentQueue &files = m_services.attachments;
    if (files.isUploading() && !files.hasFailed())
        return;
    const PromisedSend send = m_promises.take(conversationId());
    if (files.hasFailed() || files.isEmpty())
        return;
    if (m_composer->text().trimmed() == send.text) // it was looked at
        sendNow(send.text);
    else
        submit();
}

// Of one that is not: what it was when it was left.
void ChatPage::keepPromiseOf(const ConversationId &conversation)
{
    AttachmentQueue &files = m_services.attachments;
    if ((files.isUploading(conversation) && !files.hasFailed(conversation)) || !m_promises.contains(conversation))
        return;
    const PromisedSend send = m_promises.take(conversation);
    const Conversation *known = m_services.conversations.find(conversation);
    const QString title = known == nullptr || known->title.isEmpty() ? tr("New chat") : displayLine(known->title, 80);
    const bool isPossible = m_services.workspace.state() != Workspace::State::Stopped &&
                            !CommandRules(m_services.workspace).whyNot(CommandRules::Command::Chat);
    if (files.isEmpty(conversation) || files.hasFailed(conversation) || !isPossible) {
        //: The title of a conversation
        Q_EMIT statusMessage(tr("The message in \u201C%1\u201D was not sent with its files. It is kept there as a draft.").arg(title));
        return;
    }
    ChatSession *session = conversation.isEmpty() ? m_services.sessions.newSession() : m_services.sessions.session(conversation);
    ChatOptionsStore *options = m_services.compose ? m_services.compose->options : nullptr;
    session->send(send.text, files.take(conversation), send.agents, options ? options->options(conversation) : ChatOptions());
    if (options && session->conversationId() != conversation)
        options->move(conversation, session->conversationId());
    if (m_services.drafts)
        m_services.drafts->set(conversation, {});
    //: The title of a conversation
    Q_EMIT statusMessage(tr("The files in \u201C%1\u201D are uploaded, and the message is sent.").arg(title));
}

} // namespace desk
