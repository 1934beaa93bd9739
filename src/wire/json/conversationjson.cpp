#include "wire/json/conversationjson.h"

#include "wire/json/chatjson.h"
#include "wire/json/overlay.h"
#include "wire/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

template <typename Number>
QJsonValue orNull(const std::optional<Number> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

} // namespace

QJsonObject conversationCreateJson(const Conversation &conversation)
{
    Overlay out({});
    out.id("title"_L1, conversation.title);
    out.id("source"_L1, conversation.source);
    out.id("model"_L1, conversation.model);
    out.boolean("is_private"_L1, conversation.isPrivate.value_or(false));
    out.id("agent_id"_L1, conversation.agentId.value());
    return out.json();
}

QJsonObject conversationChanges(const Conversation &before, const Conversation &after)
{
    Overlay out({});
    if (before.title != after.title)
        out.string("title"_L1, after.title);
    if (after.isPrivate && before.isPrivate != after.isPrivate)
        out.boolean("is_private"_L1, *after.isPrivate);
    if (before.model != after.model)
        out.id("model"_L1, after.model);
    return out.json();
}

QJsonObject messageCreateJson(const Message &message)
{
    const QJsonObject whole = toJson(message);
    QJsonObject out{{u"role"_s, whole.value("role"_L1)}, {u"content"_s, whole.value("content"_L1)}};
    for (const QLatin1StringView key : {"run_id"_L1, "routing_decision"_L1, "metadata"_L1}) {
        if (!whole.value(key).isNull())
            out.insert(key, whole.value(key));
    }
    if (!message.toolCalls.isEmpty())
        out.insert("tool_calls"_L1, whole.value("tool_calls"_L1));
    QJsonArray ids;
    for (const StoredFile &file : message.attachments) {
        if (!file.id.isEmpty())
            ids.append(file.id.value());
    }
    if (!ids.isEmpty())
        out.insert("attachment_ids"_L1, ids);
    return out;
}

Result<Share> shareFromJson(const QJsonValue &value)
{
    Reader reader(value, u"share"_s);
    Share share;
    share.id = reader.string("id"_L1);
    share.conversationId = ConversationId(reader.string("conversation_id"_L1));
    share.userId = UserId(reader.requiredId("user_id"_L1)); // what a share is removed by
    share.role = OpenEnum<ShareRole>::fromWire(reader.string("role"_L1));
    share.sharedBy = UserId(reader.string("shared_by"_L1));
    share.sharedAt = reader.time("shared_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return share;
}

Result<ChatAttachment> chatAttachmentFromJson(const QJsonValue &value)
{
    Reader reader(value, u"attachment"_s);
    ChatAttachment out;
    out.id = AttachmentId(reader.requiredId("id"_L1));
    out.messageId = MessageId(reader.string("message_id"_L1));
    out.filename = reader.string("filename"_L1);
    out.fileUrl = reader.string("file_url"_L1);
    out.mimeType = reader.string("mime_type"_L1);
    out.size = std::max<qint64>(-1, reader.bigInteger("size_bytes"_L1, -1));
    out.isInLibrary = reader.boolean("added_to_library"_L1);
    out.libraryDocumentId = reader.string("library_document_id"_L1);
    out.parsedContent = reader.string("parsed_content"_L1);
    out.createdAt = reader.time("created_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return out;
}

QJsonObject chatAttachmentCreateJson(const ChatAttachment &attachment)
{
    Overlay out({});
    out.string("filename"_L1, attachment.filename);
    out.string("file_url"_L1, attachment.fileUrl);
    out.id("mime_type"_L1, attachment.mimeType);
    if (attachment.size >= 0)
        out.integer("size_bytes"_L1, attachment.size);
    out.boolean("added_to_library"_L1, attachment.isInLibrary);
    out.id("library_document_id"_L1, attachment.libraryDocumentId);
    out.id("parsed_content"_L1, attachment.parsedContent);
    return out.json();
}

Result<ChatSettings> chatSettingsFromJson(const QJsonValue &value)
{
    Reader reader(value, u"chat settings"_s);
    ChatSettings settings;
    settings.userId = UserId(reader.string("user_id"_L1));
    settings.enabledTools = reader.strings("enabled_tools"_L1);
    const QStringList agents = reader.strings("enabled_agents"_L1);
    for (const QString &agent : agents)
        settings.enabledAgents.append(AgentId(agent));
    settings.model = reader.string("model"_L1);
    if (reader.value("temperature"_L1).isDouble())
        settings.temperature = reader.number("temperature"_L1);
    if (reader.value("max_tokens"_L1).isDouble())
        settings.maxTokens = reader.integer("max_tokens"_L1);
    settings.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return settings;
}

QJsonObject toJson(const ChatSettings &settings)
{
    QJsonObject out = settings.raw;
    for (const QLatin1StringView key : {"id"_L1, "user_id"_L1, "created_at"_L1, "updated_at"_L1})
        out.remove(key);
    QJsonArray agents;
    for (const AgentId &agent : settings.enabledAgents)
        agents.append(agent.value());
    out.insert("enabled_tools"_L1, QJsonArray::fromStringList(settings.enabledTools));
    out.insert("enabled_agents"_L1, agents);
    out.insert("model"_L1, settings.model.isEmpty() ? QJsonValue() : QJsonValue(settings.model));
    out.insert("temperature"_L1, orNull(settings.temperature));
    out.insert("max_tokens"_L1, orNull(settings.maxTokens));
    return out;
}

} // namespace desk::wire
