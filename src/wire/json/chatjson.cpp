#include "wire/json/chatjson.h"

#include "domain/routinghint.h"
#include "wire/json/answerfactsjson.h"
#include "wire/json/filejson.h"
#include "wire/json/overlay.h"
#include "wire/json/reader.h"
#include "wire/json/wordtable.h"
#include "wire/thinkfilter.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr std::array<std::pair<Role, QLatin1StringView>, 3> roles{{
    {Role::User, QLatin1StringView("user")},
    {Role::Assistant, QLatin1StringView("assistant")},
    {Role::System, QLatin1StringView("system")},
}};

constexpr std::array<std::pair<MessageState, QLatin1StringView>, 5> states{{
    {MessageState::Pending, QLatin1StringView("pending")},
    {MessageState::Streaming, QLatin1StringView("streaming")},
    {MessageState::Stopped, QLatin1StringView("cancelled")},
    {MessageState::Interrupted, QLatin1StringView("interrupted")},
    {MessageState::Failed, QLatin1StringView("failed")},
}};

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// A text, or the text of an {type, message} object.
QString textOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value("message"_L1).toString() : value.toString();
}

QString previewOf(const QJsonValue &lastMessage)
{
    const QString text = lastMessage.isObject() ? lastMessage.toObject().value("content"_L1).toString() : lastMessage.toString();
    return ThinkFilter::split(text).answer;
}

// {name, type, url, size}: what the team server stores of an attachment without a chat_attachments row.
StoredFile teamAttachment(const QJsonValue &value)
{
    const Reader reader(value);
    StoredFile file;
    file.filename = reader.string("name"_L1);
    file.mimeType = reader.string("type"_L1);
    file.size = std::max<qint64>(0, reader.bigInteger("size"_L1));
    return file;
}

constexpr qsizetype longestFileText = 128 * 1024; // characters, of each file: more is not searched

QList<StoredFile> attachmentsOf(const Reader &reader)
{
    QList<StoredFile> out;
    const QJsonArray stored = reader.array("chat_attachments"_L1);
    for (const QJsonValue item : stored) {
        Result<StoredFile> file = fileFromJson(item);
        if (!file)
            continue;
        file->text = item.toObject().value("parsed_content"_L1).toString().left(longestFileText);
        out.append(*file);
    }
    if (!out.isEmpty())
        return out;
    const QJsonArray named = reader.array("attachments"_L1);
    for (const QJsonValue item : named) {
        if (const StoredFile file = teamAttachment(item); !file.filename.isEmpty())
            out.append(file);
    }
    return out;
}

// The team server keeps thoughts and the agents as sent in routing_decision; that alone is no decision to show.
bool saysSomething(const Reader &routing)
{
    return !routing.strings("selected_agents"_L1).isEmpty() || !routing.strings("selected_tools"_L1).isEmpty() ||
           routing.value("confidence"_L1).isDouble() || !routing.string("reasoning"_L1).isEmpty();
}

void readRouting(const QJsonObject &object, Message &message)
{
    const Reader reader(object);
    if (saysSomething(reader))
        message.routing = routingFromJson(object);
    const QJsonArray thoughts = reader.array("thoughts"_L1);
    for (const QJsonValue thought : thoughts) {
        if (!thought.isObject())
            continue;
        message.thoughts.append(thoughtFromJson(thought.toObject()));
        message.routing = routingAfter(std::move(message.routing), message.thoughts.constLast());
    }
    if (reader.value("plan"_L1).isObject())
        message.plan = planFromJson(reader.object("plan"_L1));
}

void readMetadata(const Reader &metadata, Message &message)
{
    message.state = valueOf(states, metadata.string("status"_L1), MessageState::Complete);
    message.errorText = textOf(metadata.value("error"_L1));
    if (message.role == Role::Assistant)
        message.facts = factsFrom(metadata.json());
    const QJsonArray citations = metadata.array("citations"_L1);
    for (const QJsonValue item : citations) {
        if (const Result<Citation> citation = citationFromJson(item))
            message.citations.append(*citation);
    }
}

// What a server left in the text of the thoughts of a model (contract 4.6).
void takeThoughtsOutOfText(Message &message)
{
    if (message.role != Role::Assistant)
        return;
    ThinkFilter::Parts parts = ThinkFilter::split(message.content);
    message.content = std::move(parts.answer);
    const QString thought = parts.thought.trimmed();
    const auto isIt = [&thought](const Thought &known) { return known.text.trimmed() == thought; };
    if (!thought.isEmpty() && std::none_of(message.thoughts.cbegin(), message.thoughts.cend(), isIt))
        message.thoughts.append({{}, thought, u"model_reasoning"_s, false});
}

template <typename Items>
QJsonArray jsonArray(const Items &items)
{
    QJsonArray out;
    for (const auto &item : items)
        out.append(toJson(item));
    return out;
}

QJsonValue metadataOf(const Message &message)
{
    QJsonObject metadata;
    if (message.state != MessageState::Complete)
        metadata.insert("status"_L1, nameOf(states, message.state));
    if (!message.errorText.isEmpty())
        metadata.insert("error"_L1, message.errorText);
    if (!message.citations.isEmpty())
        metadata.insert("citations"_L1, jsonArray(message.citations));
    insertFacts(metadata, message.facts);
    return metadata.isEmpty() ? QJsonValue() : QJsonValue(metadata);
}

QJsonValue routingOf(const Message &message)
{
    QJsonObject routing = message.routing ? toJson(*message.routing) : QJsonObject();
    if (!message.thoughts.isEmpty())
        routing.insert("thoughts"_L1, jsonArray(message.thoughts));
    if (message.plan)
        routing.insert("plan"_L1, toJson(*message.plan));
    return routing.isEmpty() ? QJsonValue() : QJsonValue(routing);
}

} // namespace

Result<Conversation> conversationFromJson(const QJsonValue &value)
{
    Reader reader(value, u"conversation"_s);
    Conversation conversation;
    conversation.id = ConversationId(reader.requiredId("id"_L1));
    conversation.title = reader.string("title"_L1);
    conversation.messageCount = std::max(-1, reader.integer("message_count"_L1, -1));
    conversation.lastMessage = previewOf(reader.value("last_message"_L1));
    conversation.activeRun = RunId(reader.string("active_run_id"_L1));
    conversation.source = reader.string("source"_L1);
    conversation.model = reader.string("model"_L1);
    if (reader.value("is_private"_L1).isBool())
        conversation.isPrivate = reader.boolean("is_private"_L1);
    conversation.agentId = AgentId(reader.string("agent_id"_L1));
    conversation.createdAt = reader.time("created_at"_L1);
    conversation.updatedAt = reader.time("updated_at"_L1);
    conversation.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return conversation;
}

QJsonObject toJson(const Conversation &conversation)
{
    Overlay out(conversation.raw);
    out.id("id"_L1, conversation.id.value());
    out.string("title"_L1, conversation.title);
    if (conversation.messageCount >= 0)
        out.integer("message_count"_L1, conversation.messageCount);
    if (previewOf(conversation.raw.value("last_message"_L1)) != conversation.lastMessage)
        out.value("last_message"_L1, QJsonObject{{u"content"_s, conversation.lastMessage}});
    out.optional("active_run_id"_L1, conversation.activeRun.value());
    out.id("source"_L1, conversation.source);
    out.id("model"_L1, conversation.model);
    if (conversation.isPrivate)
        out.boolean("is_private"_L1, *conversation.isPrivate);
    out.id("agent_id"_L1, conversation.agentId.value());
    out.time("created_at"_L1, conversation.createdAt);
    out.time("updated_at"_L1, conversation.updatedAt);
    return out.json();
}

Result<Message> messageFromJson(const QJsonValue &value)
{
    Reader reader(value, u"message"_s);
    Message message;
    message.id = MessageId(reader.requiredId("id"_L1));
    message.conversationId = ConversationId(reader.string("conversation_id"_L1));
    message.role = valueOf(roles, reader.requiredString("role"_L1), Role::Unknown);
    message.content = reader.string("content"_L1);
    message.runId = RunId(reader.string("run_id"_L1));
    message.attachments = attachmentsOf(reader);
    const QJsonArray calls = reader.array("tool_calls"_L1);
    for (const QJsonValue call : calls) {
        if (call.isObject())
            message.toolCalls.append(toolCallFromJson(call.toObject()));
    }
    readRouting(reader.object("routing_decision"_L1), message);
    readMetadata(Reader(reader.value(reader.json().contains("metadata"_L1) ? "metadata"_L1 : "metadata_json"_L1)), message);
    takeThoughtsOutOfText(message);
    message.createdAt = reader.time("created_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return message;
}

QJsonObject toJson(const Message &message)
{
    QJsonObject out{{u"id"_s, message.id.value()},
                    {u"conversation_id"_s, message.conversationId.value()},
                    {u"role"_s, nameOf(roles, message.role)},
                    {u"content"_s, message.content},
                    {u"run_id"_s, orNull(message.runId.value())},
                    {u"chat_attachments"_s, jsonArray(message.attachments)},
                    {u"tool_calls"_s, jsonArray(message.toolCalls)},
                    {u"routing_decision"_s, routingOf(message)},
                    {u"metadata"_s, metadataOf(message)}};
    if (message.createdAt.isValid())
        out.insert("created_at"_L1, formatTime(message.createdAt));
    return out;
}

QJsonObject toJson(const ToolCall &call)
{
    QJsonObject out{{u"call_id"_s, call.callId}, {u"tool"_s, call.tool},     {u"source"_s, call.source},   {u"title"_s, call.title},
                    {u"input"_s, call.input},    {u"output"_s, call.output}, {u"success"_s, call.success}, {u"finished"_s, call.finished}};
    if (!call.error.isEmpty())
        out.insert("error"_L1, call.error);
    if (call.durationMs >= 0)
        out.insert("duration_ms"_L1, call.durationMs);
    return out;
}

ToolCall toolCallFromJson(const QJsonObject &object)
{
    const Reader reader(object);
    ToolCall call;
    call.callId = reader.string("call_id"_L1);
    call.source = reader.string("source"_L1);
    call.tool = reader.value("tool"_L1).isString() ? reader.string("tool"_L1) : reader.string("tool_name"_L1);
    call.title = reader.string("title"_L1);
    call.input = reader.value("input"_L1);
    call.output = reader.value("output"_L1);
    call.error = textOf(reader.value("error"_L1));
    call.success = reader.boolean("success"_L1, call.error.isEmpty());
    call.finished = reader.boolean("finished"_L1, true); // what history holds is over, unless it says otherwise
    call.durationMs = std::max<qint64>(-1, reader.bigInteger("duration_ms"_L1, -1));
    return call;
}

QJsonObject toJson(const Thought &thought)
{
    QJsonObject data;
    if (!thought.phase.isEmpty())
        data.insert("phase"_L1, thought.phase);
    if (thought.partial)
        data.insert("partial"_L1, true);
    if (thought.confidence > 0)
        data.insert("confidence"_L1, thought.confidence);
    if (!thought.agent.isEmpty())
        data.insert("selected_agent"_L1, thought.agent);
    return {{u"type"_s, u"thought"_s},
            {u"source"_s, thought.source},
            {u"message"_s, thought.text},
            {u"data"_s, data.isEmpty() ? QJsonValue() : QJsonValue(data)}};
}

Thought thoughtFromJson(const QJsonObject &object)
{
    const Reader reader(object);
    const Reader data(reader.object("data"_L1));
    const QString phase = data.string("phase"_L1);
    const double confidence = phase == "intent_routing"_L1 ? std::clamp(data.number("confidence"_L1), 0.0, 1.0) : 0;
    return {reader.string("source"_L1),
            reader.string("message"_L1),
            phase,
            data.boolean("partial"_L1),
            confidence,
            data.string("selected_agent"_L1),
            phase == upgradePhase ? data.string("model"_L1) : QString()};
}

QJsonObject toJson(const Plan &plan)
{
    QJsonArray steps;
    QJsonArray reported;
    QMap<int, QJsonArray> groups;
    for (const PlanStep &step : plan.steps) {
        steps.append(QJsonObject{{u"id"_s, step.id},
                                 {u"tool"_s, step.tool},
                                 {u"objective"_s, step.objective},
                                 {u"run_mode"_s, step.group < 0 ? u"serial"_s : u"parallel"_s}});
        if (step.group >= 0)
            groups[step.group].append(step.id);
        if (step.reported)
            reported.append(step.id);
    }
    QJsonObject out{{u"summary"_s, plan.summary}, {u"steps"_s, steps}};
    QJsonArray parallel;
    for (const QJsonArray &group : std::as_const(groups))
        parallel.append(group);
    if (!parallel.isEmpty())
        out.insert("parallel_groups"_L1, parallel);
    if (!reported.isEmpty())
        out.insert("reported"_L1, reported);
    return out;
}

Plan planFromJson(const QJsonObject &object)
{
    constexpr qsizetype maxSteps = 200;
    const Reader reader(object);
    QHash<QString, int> groups;
    int group = 0;
    const QJsonArray parallel = reader.array("parallel_groups"_L1);
    for (const QJsonValue ids : parallel) {
        const QJsonArray list = ids.toArray();
        for (const QJsonValue id : list)
            groups.insert(id.toString(), list.size() > 1 ? group : -1);
        group += list.size() > 1 ? 1 : 0;
    }
    const QStringList reported = reader.strings("reported"_L1);
    Plan plan;
    plan.summary = reader.string("summary"_L1);
    const QJsonArray steps = reader.array("steps"_L1);
    for (const QJsonValue item : steps) {
        if (plan.steps.size() == maxSteps)
            break;
        const Reader step(item);
        const QString id = step.string("id"_L1);
        plan.steps.append({id, step.string("tool"_L1), step.string("objective"_L1), groups.value(id, -1), reported.contains(id)});
    }
    return plan;
}

QJsonObject toJson(const RoutingDecision &routing)
{
    return {{u"selected_agents"_s, QJsonArray::fromStringList(routing.agents)},
            {u"selected_tools"_s, QJsonArray::fromStringList(routing.tools)},
            {u"confidence"_s, routing.confidence},
            {u"reasoning"_s, routing.reasoning},
            {u"alternatives"_s, QJsonArray::fromStringList(routing.alternatives)},
            {u"requires_disambiguation"_s, routing.needsDisambiguation}};
}

RoutingDecision routingFromJson(const QJsonObject &object)
{
    const Reader reader(object);
    RoutingDecision routing;
    routing.agents = reader.strings("selected_agents"_L1);
    routing.tools = reader.strings("selected_tools"_L1);
    routing.confidence = std::clamp(reader.number("confidence"_L1), 0.0, 1.0);
    routing.reasoning = reader.string("reasoning"_L1);
    routing.alternatives = reader.strings("alternatives"_L1);
    routing.needsDisambiguation = reader.boolean("requires_disambiguation"_L1);
    return routing;
}

} // namespace desk::wire
