#include "wire/json/agentjson.h"

#include "wire/json/overlay.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// {"names":[…]} by convention; a bare list is read as well.
QStringList toolNames(const Reader &reader)
{
    if (reader.value("tools"_L1).isArray())
        return reader.strings("tools"_L1);
    return Reader(reader.object("tools"_L1)).strings("names"_L1);
}

} // namespace

Result<Agent> agentFromJson(const QJsonValue &value)
{
    Reader reader(value, u"agent"_s);
    Agent agent;
    agent.id = AgentId(reader.requiredId("id"_L1));
    agent.name = reader.requiredString("name"_L1);
    agent.displayName = reader.string("display_name"_L1);
    agent.description = reader.string("description"_L1);
    agent.model = reader.string("model"_L1);
    agent.instructions = reader.string("instructions"_L1);
    agent.tools = toolNames(reader);
    agent.scopes = reader.strings("scopes"_L1);
    agent.visibility = OpenEnum<AgentVisibility>::fromWire(reader.string("visibility"_L1));
    agent.isBuiltin = reader.boolean("is_builtin"_L1);
    agent.version = reader.integer("version"_L1);
    agent.createdAt = reader.time("created_at"_L1);
    agent.updatedAt = reader.time("updated_at"_L1);
    agent.raw = reader.json();
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
    if (!agent.raw.contains("tools"_L1) || toolNames(Reader(agent.raw)) != agent.tools) {
        QJsonObject tools = agent.raw.value("tools"_L1).toObject();
        tools.insert("names"_L1, QJsonArray::fromStringList(agent.tools));
        out.value("tools"_L1, tools);
    }
    if (!agent.raw.contains("scopes"_L1) || Reader(agent.raw).strings("scopes"_L1) != agent.scopes)
        out.value("scopes"_L1, QJsonArray::fromStringList(agent.scopes));
    if (const QString visibility = agent.visibility.wire(); !visibility.isEmpty())
        out.string("visibility"_L1, visibility);
    out.boolean("is_builtin"_L1, agent.isBuiltin);
    out.integer("version"_L1, agent.version);
    out.time("created_at"_L1, agent.createdAt);
    out.time("updated_at"_L1, agent.updatedAt);
    return out.json();
}

} // namespace desk::wire
