#include "state/agents/serverrefusal.h"

#include "wire/json/agentjson.h"

#include <array>
#include <optional>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, AgentField>, 12> members{{
    {"name"_L1, AgentField::Name},
    {"display_name"_L1, AgentField::DisplayName},
    {"description"_L1, AgentField::Description},
    {"model"_L1, AgentField::Model},
    {"instructions"_L1, AgentField::Instructions},
    {"tools"_L1, AgentField::Tools},
    {"scopes"_L1, AgentField::Scopes},
    {"visibility"_L1, AgentField::Visibility},
    {"app_id"_L1, AgentField::AppId},
    {"mcp_servers"_L1, AgentField::McpServers},
    {"context_compression"_L1, AgentField::ContextCompression},
    {"workflows"_L1, AgentField::Workflows},
}};

// "body.mcp_servers.0.url": the member of the agent, wherever it stands in the path.
std::optional<AgentField> fieldOf(const QString &path)
{
    const QStringList steps = path.split(u'.');
    for (const QString &step : steps) {
        for (const auto &[member, field] : members) {
            if (step == member)
                return field;
        }
    }
    return {};
}

QLatin1StringView memberOf(AgentField field)
{
    for (const auto &[member, of] : members) {
        if (of == field)
            return member;
    }
    return {};
}

AgentRemark fault(AgentField field, const QString &text)
{
    AgentRemark remark;
    remark.field = field;
    remark.level = AgentRemark::Level::Fault;
    remark.text = text;
    return remark;
}

} // namespace

QList<AgentRemark> ServerRefusal::remarks(const Error &error, bool isCreation)
{
    QList<AgentRemark> out;
    for (const FieldError &refused : error.fields) {
        if (const std::optional<AgentField> field = fieldOf(refused.path))
            out.append(fault(*field, refused.message));
    }
    if (out.isEmpty() && isCreation && error.kind == Error::Kind::Conflict)
        out.append(fault(AgentField::Name, error.userText()));
    return out;
}

bool ServerRefusal::isTouched(AgentField field, const Agent &before, const Agent &after)
{
    return field == AgentField::Name ? before.name != after.name : wire::agentChanges(before, after).contains(memberOf(field));
}

QList<AgentRemark> ServerRefusal::stillThere(const QList<AgentRemark> &refusals, const Agent &before, const Agent &after)
{
    QList<AgentRemark> out;
    for (const AgentRemark &refusal : refusals) {
        if (!isTouched(refusal.field, before, after))
            out.append(refusal);
    }
    return out;
}

} // namespace desk
