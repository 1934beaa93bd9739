#include "state/definitions/exchange/definitionshape.h"

#include "wire/json/agentjson.h"
#include "wire/json/tooljson.h"
#include "wire/json/workflowjson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct AgentJson {
    static Result<Agent> read(const QJsonObject &json) { return wire::agentFromJson(json); }
    static QJsonObject creation(const Agent &agent) { return wire::agentCreation(agent); }
    static QJsonObject changes(const Agent &before, const Agent &after) { return wire::agentChanges(before, after); }
};

struct ToolJson {
    static Result<Tool> read(const QJsonObject &json) { return wire::toolFromJson(json); }
    static QJsonObject creation(const Tool &tool) { return wire::toolCreation(tool); }
    static QJsonObject changes(const Tool &before, const Tool &after) { return wire::toolChanges(before, after); }
};

struct WorkflowJson {
    static Result<Workflow> read(const QJsonObject &json) { return wire::workflowFromJson(json); }
    static QJsonObject creation(const Workflow &workflow) { return wire::workflowCreation(workflow); }
    static QJsonObject changes(const Workflow &before, const Workflow &after) { return wire::workflowChanges(before, after); }
};

template <typename Json>
constexpr DefinitionShape shapeOf{[](const QJsonObject &definition) -> Result<QJsonObject> {
                                      const auto value = Json::read(definition);
                                      if (!value)
                                          return Unexpected{value.error()};
                                      return wire::toJson(*value);
                                  },
                                  [](const QJsonObject &definition) {
                                      const auto value = Json::read(definition);
                                      return value ? Json::creation(*value) : QJsonObject();
                                  },
                                  [](const QJsonObject &before, const QJsonObject &after) {
                                      const auto was = Json::read(before);
                                      const auto is = Json::read(after);
                                      return was && is ? Json::changes(*was, *is) : QJsonObject();
                                  }};

constexpr DefinitionShape nothing{[](const QJsonObject &definition) -> Result<QJsonObject> { return definition; },
                                  [](const QJsonObject &) { return QJsonObject(); },
                                  [](const QJsonObject &, const QJsonObject &) { return QJsonObject(); }};

} // namespace

QJsonObject DefinitionShape::with(const QJsonObject &definition, const QJsonObject &members) const
{
    QJsonObject json = definition;
    for (auto member = members.begin(); member != members.end(); ++member)
        json.insert(member.key(), member.value());
    const Result<QJsonObject> changed = read(json);
    return changed ? *changed : definition;
}

bool DefinitionShape::isSame(const QJsonObject &one, const QJsonObject &other) const
{
    return changes(one, with(one, creation(other))).isEmpty() && changes(other, with(other, creation(one))).isEmpty();
}

const QStringList &serverOwnedMembers()
{
    static const QStringList members{u"id"_s, u"is_builtin"_s, u"created_by"_s, u"version"_s, u"created_at"_s, u"updated_at"_s};
    return members;
}

const DefinitionShape &definitionShape(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Agent:
        return shapeOf<AgentJson>;
    case DefinitionKind::Tool:
        return shapeOf<ToolJson>;
    case DefinitionKind::Workflow:
        return shapeOf<WorkflowJson>;
    case DefinitionKind::Unknown:
        break;
    }
    return nothing;
}

} // namespace desk
