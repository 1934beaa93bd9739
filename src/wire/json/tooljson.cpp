#include "wire/json/tooljson.h"

#include "wire/json/members.h"
#include "wire/json/overlay.h"
#include "wire/json/reader.h"
#include "wire/problem.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// What a creation takes and an update may change. What a tool of the local server starts, the last two, is only in `raw`.
constexpr std::array editableKeys{
    "name"_L1, "description"_L1, "schema"_L1, "entrypoint"_L1, "scopes"_L1, "is_active"_L1, "mcp_server"_L1, "mcp_tool"_L1,
};

// What a tool's JSON says, without asking for anything.
Tool fieldsFrom(const Reader &reader)
{
    Tool tool;
    tool.description = reader.string("description"_L1);
    tool.schema = reader.object("schema"_L1);
    tool.entrypoint = reader.string("entrypoint"_L1);
    tool.scopes = reader.strings("scopes"_L1);
    tool.isActive = reader.boolean("is_active"_L1, true);
    tool.isBuiltin = reader.boolean("is_builtin"_L1);
    tool.createdBy = UserId(reader.string("created_by"_L1));
    tool.version = reader.integer("version"_L1);
    tool.createdAt = reader.time("created_at"_L1);
    tool.updatedAt = reader.time("updated_at"_L1);
    tool.raw = reader.json();
    return tool;
}

} // namespace

Result<Tool> toolFromJson(const QJsonValue &value)
{
    Reader reader(value, u"tool"_s);
    Tool tool = fieldsFrom(reader);
    tool.id = ToolId(reader.requiredId("id"_L1));
    tool.name = reader.requiredString("name"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return tool;
}

QJsonObject toJson(const Tool &tool)
{
    const Tool base = fieldsFrom(Reader(tool.raw));
    Overlay out(tool.raw);
    out.id("id"_L1, tool.id.value());
    out.string("name"_L1, tool.name);
    if (tool.description != base.description)
        out.optional("description"_L1, tool.description);
    if (tool.schema != base.schema || !tool.raw.contains("schema"_L1))
        out.value("schema"_L1, tool.schema);
    out.string("entrypoint"_L1, tool.entrypoint);
    if (tool.scopes != base.scopes || !tool.raw.contains("scopes"_L1))
        out.value("scopes"_L1, QJsonArray::fromStringList(tool.scopes));
    if (tool.isActive != base.isActive)
        out.boolean("is_active"_L1, tool.isActive);
    if (tool.isBuiltin != base.isBuiltin)
        out.boolean("is_builtin"_L1, tool.isBuiltin);
    if (tool.createdBy != base.createdBy)
        out.optional("created_by"_L1, tool.createdBy.value());
    if (tool.version != base.version)
        out.integer("version"_L1, tool.version);
    out.time("created_at"_L1, tool.createdAt);
    out.time("updated_at"_L1, tool.updatedAt);
    return out.json();
}

QJsonObject toolCreation(const Tool &tool)
{
    return presentMembers(toJson(tool), editableKeys);
}

QJsonObject toolChanges(const Tool &before, const Tool &after)
{
    return changedMembers(toJson(before), toJson(after), editableKeys);
}

Result<ToolTestResult> toolTestResultFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"tool test"_s);
    ToolTestResult out;
    out.success = reader.boolean("success"_L1);
    out.output = reader.json().contains("output"_L1) ? reader.value("output"_L1) : QJsonValue();
    out.error = reader.string("error"_L1);
    out.executionMs = reader.bigInteger("execution_time_ms"_L1, -1);
    out.toolName = reader.string("tool_name"_L1);
    out.inputUsed = reader.object("input_used"_L1);
    out.providersUsed = reader.array("providers_used"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return out;
}

Result<ToolConfig> toolConfigFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"tool configuration"_s);
    ToolConfig out;
    out.toolId = ToolId(reader.string("tool_id"_L1));
    out.toolName = reader.string("tool_name"_L1);
    out.scope = OpenEnum<ToolConfigScope>::fromWire(reader.string("scope"_L1));
    out.providers = reader.object("providers"_L1);
    out.settings = reader.object("settings"_L1);
    out.updatedAt = reader.time("updated_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return out;
}

QJsonObject toolConfigBody(const ToolConfig &config, const ToolConfigTarget &target)
{
    QJsonObject out{{u"providers"_s, config.providers}, {u"settings"_s, config.settings}, {u"scope"_s, target.scope.wire()}};
    if (!target.agentId.isEmpty())
        out.insert("agent_id"_L1, target.agentId.value());
    return out;
}

QList<ToolUser> toolUsers(const Error &error)
{
    QList<ToolUser> out;
    for (const FieldError &field : error.fields) {
        if (error.kind == Error::Kind::Conflict && field.path.startsWith(usedByPath))
            out.append({AgentId(field.path.mid(usedByPath.size())), field.message});
    }
    return out;
}

} // namespace desk::wire
