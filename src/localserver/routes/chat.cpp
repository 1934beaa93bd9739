#include "localserver/errors.h"
#include "localserver/routes/optionrules.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/runfeed.h"
#include "localserver/routes/services.h"
#include "localserver/routes/titles.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "sqlite/transaction.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype maxPromptChars = 50'000; // contract 3.11

struct ChatRequest {
    QString prompt;
    std::optional<Conversation> conversation; // none: make one
    QList<StoredFile> files;
    QList<Agent> agents;
    QJsonObject input; // kept with the run
};

Result<ChatRequest> refused(int status, const QString &message)
{
    return Unexpected{refusal(Error::Kind::Invalid, status, message)};
}

Result<ChatRequest> withConversation(const Services &services, const QJsonObject &body, ChatRequest out)
{
    const QJsonValue id = body.value("conversation_id"_L1);
    if (id.isUndefined() || id.isNull())
        return out;
    out.conversation = services.store.conversations.find(ConversationId(id.toString()));
    if (!out.conversation)
        return refused(404, LocalServer::tr("There is no such conversation."));
    if (!services.store.runs.activeIn(out.conversation->id).isEmpty())
        return refused(409, LocalServer::tr("An answer is still being written in this conversation. Wait for it or stop it first."));
    return out;
}

Result<ChatRequest> readRequest(const Services &services, const QJsonObject &body)
{
    ChatRequest out;
    out.prompt = body.value("message"_L1).toString();
    if (out.prompt.trimmed().isEmpty())
        return refused(422, LocalServer::tr("The message is empty."));
    if (out.prompt.size() > maxPromptChars)
        return refused(422, LocalServer::tr("The message is longer than %L1 characters. Attach it as a file.").arg(maxPromptChars));
    const QJsonArray ids = body.value("attachment_ids"_L1).toArray();
    for (const QJsonValue &id : ids) {
        const auto file = services.store.files.find(FileId(id.toString()));
        if (!file)
            return refused(422, LocalServer::tr("An attached file is no longer there. Attach it again."));
        out.files.append(*file);
    }
    for (const auto key : {"model"_L1, "temperature"_L1, "max_tokens"_L1, "enabled_tools"_L1, "enable_doc_search"_L1}) {
        const QJsonValue value = body.value(key);
        const bool isSet = !value.isUndefined() && !value.isNull();
        if (const QString reason = isSet ? optionFault(key, value) : QString(); !reason.isEmpty())
            return refused(422, reason);
        if (isSet)
            out.input.insert(key, value);
    }
    const QJsonArray names = body.value("selected_agents"_L1).toArray();
    for (const QJsonValue &name : names) {
        if (const auto agent = services.agents.findActive(name.toString()))
            out.agents.append(*agent);
    }
    out.input.insert("prompt"_L1, out.prompt);
    out.input.insert("selected_agents"_L1, names);
    out.input.insert("attachment_ids"_L1, ids);
    if (body.contains("metadata"_L1))
        out.input.insert("metadata"_L1, body.value("metadata"_L1));
    return withConversation(services, body, std::move(out));
}

// A chat that begins with one agent is that agent's (CA-20): with its model, or the one that was chosen for it.
QJsonObject begunWith(QJsonObject raw, const ChatRequest &chat)
{
    if (chat.agents.size() != 1 || !raw.value("agent_id"_L1).toString().isEmpty())
        return raw;
    const Agent &agent = chat.agents.constFirst();
    raw.insert("agent_id"_L1, agent.id.value());
    const QString chosen = chat.input.value("model"_L1).toString();
    const QString own = agent.isBuiltin ? QString() : agent.model; // those that are shipped have none of their own
    const QString model = !chosen.isEmpty() && chosen != "auto"_L1 ? chosen : own;
    if (raw.value("model"_L1).toString().isEmpty() && !model.isEmpty())
        raw.insert("model"_L1, model);
    return raw;
}

// The conversation of the turn, made or titled where needed, and the event that says so.
Conversation prepareConversation(const Services &services, const ChatRequest &chat, QList<ChatEvent> &opening)
{
    const QString title = titleFrom(chat.prompt);
    Conversation conversation = chat.conversation.value_or(Conversation{});
    const QJsonObject before = conversation.raw;
    if (!chat.conversation || conversation.messageCount == 0)
        conversation.raw = begunWith(before, chat);
    if (!chat.conversation) {
        conversation.id = ConversationId(newId());
        conversation.title = title;
        conversation.createdAt = now();
        conversation.updatedAt = conversation.createdAt;
        services.store.conversations.insert(conversation);
        opening.append(ConversationCreated{conversation.id, title});
    } else if (conversation.title.isEmpty() || conversation.title == defaultTitle()) {
        conversation.title = title;
        services.store.conversations.update(conversation);
        opening.append(TitleChanged{conversation.id, title});
    } else if (conversation.raw != before) {
        services.store.conversations.update(conversation);
    } else {
        services.store.conversations.touch(conversation.id);
    }
    return conversation;
}

Message storeQuestion(const Services &services, const ChatRequest &chat, const ConversationId &conversation)
{
    Message message;
    message.id = MessageId(newId());
    message.conversationId = conversation;
    message.role = Role::User;
    message.content = chat.prompt;
    message.attachments = chat.files;
    message.createdAt = now();
    services.store.messages.insert(message);
    return message;
}

RunRecord startTurn(const Services &services, const ChatRequest &chat)
{
    Transaction transaction(services.store.database());
    QList<ChatEvent> opening;
    const Conversation conversation = prepareConversation(services, chat, opening);
    RunRecord record;
    record.userMessage = storeQuestion(services, chat, conversation.id).id;
    record.run.conversationId = conversation.id;
    record.run.prompt = chat.prompt;
    record.run.input = chat.input;
    const auto agent = chat.agents.isEmpty() ? services.agents.find(u"dispatcher"_s) : std::optional<Agent>(chat.agents.constFirst());
    if (agent) {
        record.run.agentId = agent->id;
        record.run.agentName = agent->name;
    }
    record = services.runs.create(record, opening);
    transaction.commit();
    return record;
}

Response postMessage(Services &services, const Request &request)
{
    services.runs.reap(); // a dead server's unfinished answer must not block this conversation
    const Result<ChatRequest> chat = readRequest(services, request.object());
    if (!chat)
        return problemOf(chat.error());
    const RunRecord record = startTurn(services, *chat);
    return Response::events(std::make_shared<RunFeed>(services.store, services.runs, record, 0), record.run.id);
}

} // namespace

void addChatRoutes(Router &router, Services &services)
{
    router.add("POST", "/chat/message/stream/agentic"_L1, [&services](const Request &request) { return postMessage(services, request); });
}

} // namespace desk::server
