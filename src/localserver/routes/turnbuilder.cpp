#include "localserver/routes/turnbuilder.h"

#include "localserver/routes/customtools.h"
#include "localserver/routes/transcript.h"
#include "localserver/texts.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {
constexpr int historyMessages = 40;

// The client shows other versions of these, or is deleting them (feature::hiddenMessages).
QSet<MessageId> leftOutOf(const RunRecord &record)
{
    QSet<MessageId> ids;
    const QJsonArray hidden = record.run.input.value("metadata"_L1).toObject().value("hidden_message_ids"_L1).toArray();
    for (const QJsonValue &id : hidden)
        ids.insert(MessageId(id.toString()));
    return ids;
}

// Checked when the question came.
ChatOptions optionsOf(const QJsonObject &input)
{
    ChatOptions options;
    if (input.value("temperature"_L1).isDouble())
        options.temperature = input.value("temperature"_L1).toDouble();
    if (input.value("max_tokens"_L1).isDouble())
        options.maxTokens = input.value("max_tokens"_L1).toInt();
    if (input.value("enabled_tools"_L1).isArray()) {
        options.tools = QStringList();
        const QJsonArray tools = input.value("enabled_tools"_L1).toArray();
        for (const QJsonValue &tool : tools)
            options.tools->append(tool.toString());
    }
    if (input.value("enable_doc_search"_L1).isBool())
        options.searchesDocuments = input.value("enable_doc_search"_L1).toBool();
    return options;
}

// What an agent owns, as far as the person lets it.
QStringList allowed(QStringList owned, const std::optional<QStringList> &chosen)
{
    if (chosen)
        owned.removeIf([&chosen](const QString &tool) { return !chosen->contains(tool); });
    return owned;
}

} // namespace

TurnRequest TurnBuilder::build(const RunRecord &record) const
{
    TurnRequest request;
    request.runId = record.run.id;
    request.conversationId = record.run.conversationId;
    request.prompt = record.run.prompt;
    QString model = record.run.input.value("model"_L1).toString();
    const bool isChosen = !model.isEmpty() && model != "auto"_L1; // by the person: before an agent's own
    request.options = optionsOf(record.run.input);
    const QJsonArray selected = record.run.input.value("selected_agents"_L1).toArray();
    for (const QJsonValue &name : selected) {
        const auto agent = m_agents.findActive(name.toString());
        if (!agent)
            continue; // contract 4.6: entries that are unknown are skipped; inactive ones are unknown to a chat
        request.selectedAgents.append(agent->name);
        if (!agent->isBuiltin && request.selectedAgents.size() == 1) { // it answers, with the tools that it owns
            request.options.tools = allowed(agent->tools, request.options.tools);
            addCustomTools(request);
        }
        if (!agent->isBuiltin && request.instructions.isEmpty()) {
            request.instructions = agent->instructions;
            if (!isChosen)
                model = agent->model;
        }
    }
    request.files = filesOf(record);
    request.history = historyOf(record);
    request.model = m_providers.endpointFor(model);
    request.finishedToolCalls = finishedCallsOf(record);
    request.approvalMs = m_approvalMs;
    return request;
}

void TurnBuilder::addCustomTools(TurnRequest &request) const
{
    for (const QString &name : *request.options.tools) {
        const auto definition = m_tools.findCustomByName(name);
        if (!definition || !definition->value("is_active"_L1).toBool(true))
            continue;
        if (const Result<CustomTool> tool = customToolFrom(*definition))
            request.customTools.append(*tool);
        else
            request.toolProblems.append(LocalServer::tr("The tool %1 cannot be used: %2").arg(name, tool.error().message));
    }
}

bool TurnBuilder::isCurrent(const CustomTool &tool) const
{
    const auto definition = m_tools.findCustomByName(tool.name);
    if (!definition || !definition->value("is_active"_L1).toBool(true))
        return false;
    const Result<CustomTool> now = customToolFrom(*definition);
    return now && now->definition() == tool.definition();
}

QList<EngineFile> TurnBuilder::filesOf(const RunRecord &record) const
{
    QList<StoredFile> files;
    if (record.isChat()) {
        files = m_store.files.ofConversation(record.run.conversationId, leftOutOf(record));
    } else {
        const QJsonArray ids = record.run.input.value("attachment_ids"_L1).toArray();
        for (const QJsonValue &id : ids) {
            if (auto file = m_store.files.find(FileId(id.toString())))
                files.append(*file);
        }
    }
    QList<EngineFile> out;
    for (const StoredFile &file : std::as_const(files))
        out.append({file, m_store.folder().file(file.id.value())});
    return out;
}

QList<HistoryMessage> TurnBuilder::historyOf(const RunRecord &record) const
{
    QList<HistoryMessage> out;
    if (!record.isChat())
        return out;
    const QList<Message> messages =
        m_store.messages.before(record.run.conversationId, record.userMessage, historyMessages, leftOutOf(record));
    for (const Message &message : messages)
        out.append({message.role, message.content});
    return out;
}

QHash<QString, QJsonValue> TurnBuilder::finishedCallsOf(const RunRecord &record) const
{
    QHash<QString, QJsonValue> out;
    QList<RunId> seen;
    RunId next = record.run.retryOf;
    while (!next.isEmpty() && !seen.contains(next)) {
        seen.append(next);
        out.insert(finishedToolCalls(m_store.events, next));
        const auto older = m_store.runs.find(next);
        next = older ? older->run.retryOf : RunId();
    }
    return out;
}

} // namespace desk::server
