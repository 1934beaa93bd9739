#include "wire/json/agentjson.h"

#include "wire/json/mcpserverjson.h"
#include "wire/json/members.h"
#include "wire/json/overlay.h"
#include "wire/json/reader.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// The first is for new agents only.
constexpr std::array creationKeys{
    "name"_L1,         "context_compression"_L1,
    "display_name"_L1, "description"_L1,
    "model"_L1,        "instructions"_L1,
    "tools"_L1,        "workflows"_L1,
    "scopes"_L1,       "mcp_servers"_L1,
    "is_active"_L1,    "visibility"_L1,
    "app_id"_L1,       "allow_frontier_fallback"_L1,
};
constexpr std::span changeableKeys = std::span(creationKeys).subspan(1);

// {"names":[…]} by convention; a bare list is read as well.
QStringList toolNames(const Reader &reader)
{
    if (reader.value("tools"_L1).isArray())
        return reader.strings("tools"_L1);
    return Reader(reader.object("tools"_L1)).strings("names"_L1);
}

std::optional<ContextCompression> compressionFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const Reader reader(value);
    ContextCompression out;
    out.enabled = reader.boolean("enabled"_L1, out.enabled);
    out.thresholdChars = reader.integer("compression_threshold_chars"_L1, out.thresholdChars);
    out.recentMessages = reader.integer("recent_messages_to_keep"_L1, out.recentMessages);
    out.maxSummaryChars = reader.integer("max_summary_chars"_L1, out.maxSummaryChars);
    if (reader.json().contains("compression_model"_L1))
        out.model = reader.string("compression_model"_L1);
    out.raw = reader.json();
    return out;
}

QJsonValue compressionJson(const std::optional<ContextCompression> &compression)
{
    if (!compression)
        return {};
    Overlay out(compression->raw);
    out.boolean("enabled"_L1, compression->enabled);
    out.integer("compression_threshold_chars"_L1, compression->thresholdChars);
    out.integer("recent_messages_to_keep"_L1, compression->recentMessages);
    out.integer("max_summary_chars"_L1, compression->maxSummaryChars);
    out.optional("compression_model"_L1, compression->model);
    return out.json();
}

// What an agent's JSON says, without asking for anything.
Agent fieldsFrom(const Reader &reader)
{
    Agent agent;
    agent.displayName = reader.string("display_name"_L1);
    agent.description = reader.string("description"_L1);
    agent.model = reader.string("model"_L1);
    agent.instructions = reader.string("instructions"_L1);
    agent.tools = toolNames(reader);
    // The key had no plural once (contract 6.2 #16).
    agent.workflows = reader.object(reader.json().contains("workflows"_L1) ? "workflows"_L1 : "workflow"_L1);
    agent.scopes = reader.strings("scopes"_L1);
    agent.mcpServers = mcpServersFromJson(reader.value("mcp_servers"_L1));
    agent.visibility = OpenEnum<AgentVisibility>::fromWire(reader.string("visibility"_L1));
    agent.appId = reader.string("app_id"_L1);
    agent.isBuiltin = reader.boolean("is_builtin"_L1);
    agent.isActive = reader.boolean("is_active"_L1, true);
    agent.allowFrontierFallback = reader.boolean("allow_frontier_fallback"_L1);
    agent.contextCompression = compressionFrom(reader.value("context_compression"_L1));
    agent.createdBy = UserId(reader.string("created_by"_L1));
    agent.version = reader.integer("version"_L1);
    agent.createdAt = reader.time("created_at"_L1);
    agent.updatedAt = reader.time("updated_at"_L1);
    agent.raw = reader.json();
    return agent;
}

// Lists and objects, and what older servers do not know: written only where the value is not what raw says already.
void writeChanged(Overlay &out, const Agent &agent)
{
    const Agent base = fieldsFrom(Reader(agent.raw));
    if (!agent.raw.contains("tools"_L1) || agent.tools != base.tools) {
        QJsonObject tools = agent.raw.value("tools"_L1).toObject();
        tools.insert("names"_L1, QJsonArray::fromStringList(agent.tools));
        out.value("tools"_L1, tools);
    }
    if (!agent.raw.contains("scopes"_L1) || agent.scopes != base.scopes)
        out.value("scopes"_L1, QJsonArray::fromStringList(agent.scopes));
    if (agent.workflows != base.workflows)
        out.value("workflows"_L1, agent.workflows.isEmpty() ? QJsonValue() : QJsonValue(agent.workflows));
    if (const QJsonArray servers = toJson(agent.mcpServers); servers != toJson(base.mcpServers))
        out.value("mcp_servers"_L1, servers.isEmpty() ? QJsonValue() : QJsonValue(servers));
    if (agent.appId != base.appId)
        out.optional("app_id"_L1, agent.appId);
    if (agent.isActive != base.isActive)
        out.boolean("is_active"_L1, agent.isActive);
    if (agent.allowFrontierFallback != base.allowFrontierFallback)
        out.boolean("allow_frontier_fallback"_L1, agent.allowFrontierFallback);
    if (const QJsonValue json = compressionJson(agent.contextCompression); json != compressionJson(base.contextCompression))
        out.value("context_compression"_L1, json);
    if (agent.createdBy != base.createdBy)
        out.optional("created_by"_L1, agent.createdBy.value());
}

} // namespace

Result<Agent> agentFromJson(const QJsonValue &value)
{
    Reader reader(value, u"agent"_s);
    Agent agent = fieldsFrom(reader);
    agent.id = AgentId(reader.requiredId("id"_L1));
    agent.name = reader.requiredString("name"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return agent;
}

QJsonObject toJson(const Agent &agent)
{
    Overlay out(agent.raw);
    out.id("id"_L1, agent.id.value());
    out.string("name"_L1, agent.name);
    out.optional("display_name"_L1, agent.displayName);
    out.optional("description"_L1, agent.description);
    out.string("model"_L1, agent.model);
    out.string("instructions"_L1, agent.instructions);
    if (const QString visibility = agent.visibility.wire(); !visibility.isEmpty())
        out.string("visibility"_L1, visibility);
    writeChanged(out, agent);
    out.boolean("is_builtin"_L1, agent.isBuiltin);
    out.integer("version"_L1, agent.version);
    out.time("created_at"_L1, agent.createdAt);
    out.time("updated_at"_L1, agent.updatedAt);
    return out.json();
}

QJsonObject agentCreation(const Agent &agent)
{
    QJsonObject out = presentMembers(toJson(agent), creationKeys);
    if (!out.contains("visibility"_L1))
        out.insert("visibility"_L1, OpenEnum(AgentVisibility::Personal).wire());
    return out;
}

QJsonObject agentChanges(const Agent &before, const Agent &after)
{
    return changedMembers(toJson(before), toJson(after), changeableKeys);
}

Agent agentWith(const Agent &agent, const QJsonObject &changes)
{
    QJsonObject json = toJson(agent);
    for (auto change = changes.begin(); change != changes.end(); ++change)
        json.insert(change.key(), change.value());
    Agent out = fieldsFrom(Reader(json));
    out.id = agent.id;
    out.name = agent.name;
    out.etag = agent.etag;
    return out;
}

Result<AgentModels> agentModelsFromJson(const QJsonValue &value)
{
    Reader reader(value, u"models"_s);
    AgentModels out;
    if (!reader.json().contains("data"_L1)) { // the gateway is down, and the server says so with a 200
        out.error = reader.requiredString("error"_L1);
        out.note = reader.string("note"_L1);
        out.commonPurposes = reader.strings("common_purposes"_L1);
        return reader.failed() ? Result<AgentModels>(Unexpected{reader.error()}) : out;
    }
    const auto models = listFromJson<AgentModel>(reader.value("data"_L1), [](const QJsonValue &item) -> Result<AgentModel> {
        Reader model(item, u"model"_s);
        AgentModel read{model.requiredId("id"_L1), model.string("owned_by"_L1), {}};
        if (const qint64 seconds = model.bigInteger("created"_L1); seconds > 0)
            read.createdAt = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
        return model.failed() ? Result<AgentModel>(Unexpected{model.error()}) : read;
    });
    if (!models)
        return Unexpected{models.error()};
    out.models = *models;
    return out;
}

} // namespace desk::wire
