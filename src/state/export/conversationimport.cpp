#include "state/export/conversationimport.h"

#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "state/conversations/conversationstore.h"
#include "state/export/canonicaljson.h"
#include "state/store/unfinishedimports.h"
#include "wire/json/recordjson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype previewLength = 100; // as the server cuts it
constexpr qsizetype maxTitle = 255;      // contract 3.10

bool canBeSent(const Message &message)
{
    return message.role != Role::Unknown && !message.content.trimmed().isEmpty();
}

// Ids and times are a server's own, and another for each copy.
Message withoutOrigin(Message message)
{
    message.id = {};
    message.conversationId = {};
    message.runId = {}; // the team server fails for a run it does not know
    message.attachments.clear();
    message.createdAt = {};
    return message;
}

} // namespace

ImportPlan ImportPlan::of(const ConversationFile &file)
{
    ImportPlan plan;
    QJsonArray contents{file.conversation.title};
    for (const Message &message : file.messages) {
        plan.files += message.attachments.size();
        if (canBeSent(message)) {
            ++plan.messages;
            contents.append(wire::recordFrom(withoutOrigin(message)));
        } else {
            ++plan.empty;
        }
    }
    plan.content = canonicalHash(contents);
    return plan;
}

ConversationImport::ConversationImport(ApiClient &api, ConversationStore &conversations, UnfinishedImports &unfinished, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_conversations(conversations)
    , m_unfinished(unfinished)
{
}

void ConversationImport::start(const ConversationFile &file)
{
    m_running = true;
    for (const Message &message : file.messages) {
        if (canBeSent(message))
            m_messages.append(withoutOrigin(message));
    }
    Conversation wanted;
    wanted.title = file.conversation.title.simplified().left(maxTitle);
    wanted.source = file.conversation.source;
    wanted.isPrivate = file.conversation.isPrivate;
    m_api.conversations().create(wanted)->then(this, [this](const Result<Conversation> &made) {
        if (!made)
            return end(Unexpected{made.error()});
        m_made = *made;
        m_unfinished.begin(m_made);
        sendNext();
    });
}

void ConversationImport::cancel()
{
    m_cancelled = true; // seen when the answer under way is there: what it made must be known to be deleted
}

void ConversationImport::sendNext()
{
    Q_EMIT progressed(m_next, m_messages.size());
    if (m_cancelled) {
        Error error;
        error.kind = Error::Kind::Cancelled;
        return giveUp(error);
    }
    if (m_next < m_messages.size()) {
        m_api.conversations().addMessage(m_made.id, m_messages.at(m_next))->then(this, [this](const Result<Message> &answer) {
            if (!answer)
                return giveUp(answer.error());
            ++m_next;
            sendNext();
        });
        return;
    }
    m_unfinished.end(m_made.id);
    m_made.messageCount = static_cast<int>(m_messages.size());
    m_made.updatedAt = QDateTime::currentDateTimeUtc();
    if (!m_messages.isEmpty())
        m_made.lastMessage = m_messages.constLast().content.left(previewLength).simplified();
    m_conversations.upsert(m_made);
    end(m_made.id);
}

void ConversationImport::giveUp(const Error &error)
{
    m_api.conversations().remove(m_made.id)->then(this, [this, error](const Result<> &removed) {
        Error told = error;
        if (!removed && removed.error().kind != Error::Kind::NotFound) {
            if (told.kind == Error::Kind::Cancelled) { // there is something to say after all
                told = removed.error();
                told.message = tr("The import was cancelled, but the server did not delete what had arrived.");
            }
            told.nextStep = tr("A part of the conversation is in the list: delete it there.");
            m_conversations.upsert(m_made);
        } else {
            m_unfinished.end(m_made.id);
        }
        end(Unexpected{told});
    });
}

void ConversationImport::end(const Result<ConversationId> &outcome)
{
    m_running = false;
    Q_EMIT finished(outcome);
}

} // namespace desk
