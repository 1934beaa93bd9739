#include "wire/json/recordjson.h"

#include "wire/json/answerfactsjson.h"
#include "wire/json/approvaljson.h"
#include "wire/json/chatjson.h"
#include "wire/json/reader.h"
#include "wire/json/wordtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr QLatin1StringView unknownWord("unknown");

constexpr std::array<std::pair<Role, QLatin1StringView>, 3> roles{{
    {Role::User, QLatin1StringView("user")},
    {Role::Assistant, QLatin1StringView("assistant")},
    {Role::System, QLatin1StringView("system")},
}};

constexpr std::array<std::pair<MessageState, QLatin1StringView>, 8> states{{
    {MessageState::Complete, QLatin1StringView("complete")},
    {MessageState::Pending, QLatin1StringView("pending")},
    {MessageState::Streaming, QLatin1StringView("streaming")},
    {MessageState::Stopped, QLatin1StringView("stopped")},
    {MessageState::Interrupted, QLatin1StringView("interrupted")},
    {MessageState::Failed, QLatin1StringView("failed")},
    {MessageState::Waiting, QLatin1StringView("waiting")},
    {MessageState::Unknown, QLatin1StringView("unknown")},
}};

constexpr std::array<std::pair<Prompt::Type, QLatin1StringView>, 3> promptTypes{{
    {Prompt::Type::Confirm, QLatin1StringView("confirm")},
    {Prompt::Type::Choice, QLatin1StringView("choice")},
    {Prompt::Type::Open, QLatin1StringView("open")},
}};

// Writes what is set; a record of a million messages should not repeat what is not.
class Writer
{
public:
    void text(QLatin1StringView key, const QString &value) { put(key, value, !value.isEmpty()); }
    void texts(QLatin1StringView key, const QStringList &value) { put(key, QJsonArray::fromStringList(value), !value.isEmpty()); }
    void time(QLatin1StringView key, const QDateTime &value) { text(key, formatTime(value)); }
    void number(QLatin1StringView key, qint64 value, qint64 unset) { put(key, value, value != unset); }
    void flag(QLatin1StringView key, bool value) { put(key, value, value); }
    void value(QLatin1StringView key, const QJsonValue &value) { put(key, value, !value.isUndefined()); }
    template <typename Items, typename Write>
    void list(QLatin1StringView key, const Items &items, Write write)
    {
        QJsonArray out;
        for (const auto &item : items)
            out.append(write(item));
        put(key, out, !items.isEmpty());
    }
    void put(QLatin1StringView key, const QJsonValue &value, bool isSet)
    {
        if (isSet)
            m_object.insert(key, value);
    }

    [[nodiscard]] QJsonObject json() const { return m_object; }

private:
    QJsonObject m_object;
};

template <typename Item, typename Read>
QList<Item> listOf(const Reader &reader, QLatin1StringView key, Read read)
{
    QList<Item> out;
    const QJsonArray items = reader.array(key);
    out.reserve(items.size());
    for (const QJsonValue item : items) {
        if (item.isObject())
            out.append(read(Reader(item)));
    }
    return out;
}

QJsonObject write(const StoredFile &file)
{
    Writer out;
    out.text("id"_L1, file.id.value());
    out.text("filename"_L1, file.filename);
    out.text("mime_type"_L1, file.mimeType);
    out.number("size"_L1, file.size, 0);
    out.time("created_at"_L1, file.createdAt);
    out.flag("in_library"_L1, file.isInLibrary);
    return out.json();
}

StoredFile readFile(const Reader &reader)
{
    return {FileId(reader.string("id"_L1)), reader.string("filename"_L1),
            reader.string("mime_type"_L1),  std::max<qint64>(0, reader.bigInteger("size"_L1)),
            reader.time("created_at"_L1),   {},
            reader.boolean("in_library"_L1)};
}

QJsonObject write(const ToolCall &call)
{
    Writer out;
    out.text("call_id"_L1, call.callId);
    out.text("tool"_L1, call.tool);
    out.text("source"_L1, call.source);
    out.text("title"_L1, call.title);
    out.value("input"_L1, call.input);
    out.value("output"_L1, call.output);
    out.put("finished"_L1, call.finished, true);
    out.put("success"_L1, call.success, true);
    out.text("error"_L1, call.error);
    out.number("duration_ms"_L1, call.durationMs, -1);
    return out.json();
}

ToolCall readCall(const Reader &reader)
{
    ToolCall call;
    call.callId = reader.string("call_id"_L1);
    call.tool = reader.string("tool"_L1);
    call.source = reader.string("source"_L1);
    call.title = reader.string("title"_L1);
    call.input = reader.value("input"_L1);
    call.output = reader.value("output"_L1);
    call.finished = reader.boolean("finished"_L1);
    call.success = reader.boolean("success"_L1);
    call.error = reader.string("error"_L1);
    call.durationMs = std::max<qint64>(-1, reader.bigInteger("duration_ms"_L1, -1));
    return call;
}

QJsonObject write(const Thought &thought)
{
    Writer out;
    out.text("source"_L1, thought.source);
    out.text("text"_L1, thought.text);
    out.text("phase"_L1, thought.phase);
    out.flag("partial"_L1, thought.partial);
    out.text("model"_L1, thought.model);
    return out.json();
}

Thought readThought(const Reader &reader)
{
    Thought thought{reader.string("source"_L1), reader.string("text"_L1), reader.string("phase"_L1), reader.boolean("partial"_L1)};
    thought.model = reader.string("model"_L1);
    return thought;
}

QJsonObject write(const Citation &citation)
{
    Writer out;
    out.text("file_id"_L1, citation.fileId.value());
    out.text("filename"_L1, citation.filename);
    out.number("page"_L1, citation.page, 0);
    out.text("quote"_L1, citation.quote);
    if (citation.score)
        out.put("score"_L1, *citation.score, true);
    return out.json();
}

Citation readCitation(const Reader &reader)
{
    Citation citation{FileId(reader.string("file_id"_L1)), reader.string("filename"_L1), std::max(0, reader.integer("page"_L1)),
                      reader.string("quote"_L1)};
    if (reader.value("score"_L1).isDouble())
        citation.score = reader.number("score"_L1);
    return citation;
}

QJsonObject write(const RoutingDecision &routing)
{
    Writer out;
    out.texts("agents"_L1, routing.agents);
    out.texts("tools"_L1, routing.tools);
    out.put("confidence"_L1, routing.confidence, true);
    out.text("reasoning"_L1, routing.reasoning);
    out.texts("alternatives"_L1, routing.alternatives);
    out.flag("needs_disambiguation"_L1, routing.needsDisambiguation);
    out.flag("is_taken"_L1, routing.isTaken);
    return out.json();
}

RoutingDecision readRouting(const Reader &reader)
{
    return {reader.strings("agents"_L1),   reader.strings("tools"_L1),        std::clamp(reader.number("confidence"_L1), 0.0, 1.0),
            reader.string("reasoning"_L1), reader.strings("alternatives"_L1), reader.boolean("needs_disambiguation"_L1),
            reader.boolean("is_taken"_L1)};
}

QJsonObject write(const Prompt &prompt)
{
    Writer out;
    out.put("type"_L1, nameOf(promptTypes, prompt.type), true);
    out.text("source"_L1, prompt.source);
    out.text("text"_L1, prompt.text);
    out.texts("options"_L1, prompt.options);
    out.text("default"_L1, prompt.defaultOption);
    QJsonObject record = out.json();
    if (prompt.isApproval())
        insertApproval(record, prompt);
    return record;
}

Prompt readPrompt(const Reader &reader)
{
    Prompt prompt{valueOf(promptTypes, reader.string("type"_L1), Prompt::Type::Open), reader.string("source"_L1), reader.string("text"_L1),
                  reader.strings("options"_L1), reader.string("default"_L1)};
    readApproval(prompt, reader);
    return prompt;
}

Unexpected<Error> unreadable(const Reader &reader)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = QCoreApplication::translate("desk::wire", "A saved part of a conversation could not be read.");
    error.nextStep = QCoreApplication::translate("desk::wire", "It may be damaged, or not of this program.");
    error.detail = reader.error().detail;
    return {error};
}

} // namespace

QJsonObject recordFrom(const Message &message)
{
    const auto writeItem = [](const auto &item) { return write(item); };
    Writer out;
    out.text("id"_L1, message.id.value());
    out.text("conversation_id"_L1, message.conversationId.value());
    out.put("role"_L1, nameOf(roles, message.role, unknownWord), true);
    out.put("content"_L1, message.content, true);
    out.put("state"_L1, nameOf(states, message.state, unknownWord), true);
    out.text("agent"_L1, message.agent);
    out.text("run_id"_L1, message.runId.value());
    out.list("attachments"_L1, message.attachments, writeItem);
    out.list("tool_calls"_L1, message.toolCalls, writeItem);
    out.list("thoughts"_L1, message.thoughts, writeItem);
    out.list("citations"_L1, message.citations, writeItem);
    if (message.routing)
        out.value("routing"_L1, write(*message.routing));
    if (message.plan)
        out.value("plan"_L1, toJson(*message.plan));
    out.list("prompts"_L1, message.prompts, writeItem);
    out.text("error_text"_L1, message.errorText);
    out.time("created_at"_L1, message.createdAt);
    out.number("elapsed_ms"_L1, message.elapsedMs, -1);
    QJsonObject record = out.json();
    insertFacts(record, message.facts);
    return record;
}

Result<Message> messageFromRecord(const QJsonObject &record)
{
    Reader reader(record, u"message"_s);
    Message message;
    message.id = MessageId(reader.string("id"_L1));
    message.conversationId = ConversationId(reader.string("conversation_id"_L1));
    message.role = valueOf(roles, reader.requiredString("role"_L1), Role::Unknown);
    message.content = reader.requiredString("content"_L1);
    message.state = valueOf(states, reader.string("state"_L1), MessageState::Interrupted);
    message.runId = RunId(reader.string("run_id"_L1));
    message.agent = reader.string("agent"_L1);
    message.attachments = listOf<StoredFile>(reader, "attachments"_L1, readFile);
    message.toolCalls = listOf<ToolCall>(reader, "tool_calls"_L1, readCall);
    message.thoughts = listOf<Thought>(reader, "thoughts"_L1, readThought);
    message.citations = listOf<Citation>(reader, "citations"_L1, readCitation);
    if (reader.value("routing"_L1).isObject())
        message.routing = readRouting(Reader(reader.value("routing"_L1)));
    if (reader.value("plan"_L1).isObject())
        message.plan = planFromJson(reader.object("plan"_L1));
    message.prompts = listOf<Prompt>(reader, "prompts"_L1, readPrompt);
    message.errorText = reader.string("error_text"_L1);
    message.facts = factsFrom(reader.json());
    message.createdAt = reader.time("created_at"_L1);
    message.elapsedMs = std::max<qint64>(-1, reader.bigInteger("elapsed_ms"_L1, -1));
    if (reader.failed())
        return unreadable(reader);
    return message;
}

QJsonObject recordFrom(const Conversation &conversation)
{
    Writer out;
    out.put("id"_L1, conversation.id.value(), true);
    out.text("title"_L1, conversation.title);
    out.number("message_count"_L1, conversation.messageCount, -1);
    out.text("last_message"_L1, conversation.lastMessage);
    out.text("active_run"_L1, conversation.activeRun.value());
    out.text("source"_L1, conversation.source);
    out.text("model"_L1, conversation.model);
    if (conversation.isPrivate)
        out.value("is_private"_L1, *conversation.isPrivate);
    out.text("agent_id"_L1, conversation.agentId.value());
    out.time("created_at"_L1, conversation.createdAt);
    out.time("updated_at"_L1, conversation.updatedAt);
    out.put("raw"_L1, conversation.raw, !conversation.raw.isEmpty());
    return out.json();
}

Result<Conversation> conversationFromRecord(const QJsonObject &record)
{
    Reader reader(record, u"conversation"_s);
    Conversation conversation;
    conversation.id = ConversationId(reader.requiredString("id"_L1));
    conversation.title = reader.string("title"_L1);
    conversation.messageCount = std::max(-1, reader.integer("message_count"_L1, -1));
    conversation.lastMessage = reader.string("last_message"_L1);
    conversation.activeRun = RunId(reader.string("active_run"_L1));
    conversation.source = reader.string("source"_L1);
    conversation.model = reader.string("model"_L1);
    if (reader.value("is_private"_L1).isBool())
        conversation.isPrivate = reader.boolean("is_private"_L1);
    conversation.agentId = AgentId(reader.string("agent_id"_L1));
    conversation.createdAt = reader.time("created_at"_L1);
    conversation.updatedAt = reader.time("updated_at"_L1);
    conversation.raw = reader.object("raw"_L1);
    if (reader.failed())
        return unreadable(reader);
    return conversation;
}

} // namespace desk::wire
