#include "state/definitions/files/definitionorder.h"

#include "state/export/canonicaljson.h"

#include <QJsonArray>

#include <QMap>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace desk {

using wire::JsonNode;
using Order = std::span<const QLatin1StringView>;

namespace {

constexpr std::array agentOrder{"id"_L1,          "name"_L1,       "display_name"_L1, "description"_L1,
                                "model"_L1,       "visibility"_L1, "is_active"_L1,    "is_builtin"_L1,
                                "version"_L1,     "created_by"_L1, "created_at"_L1,   "updated_at"_L1,
                                "app_id"_L1,      "tools"_L1,      "scopes"_L1,       "allow_frontier_fallback"_L1,
                                "workflows"_L1,   "workflow"_L1,   "mcp_servers"_L1,  "context_compression"_L1,
                                "instructions"_L1};
constexpr std::array toolOrder{"id"_L1,         "name"_L1,       "display_name"_L1, "description"_L1, "entrypoint"_L1,
                               "is_active"_L1,  "is_builtin"_L1, "version"_L1,      "created_by"_L1,  "created_at"_L1,
                               "updated_at"_L1, "scopes"_L1,     "schema"_L1,       "code"_L1};
constexpr std::array workflowOrder{"id"_L1,         "name"_L1,       "display_name"_L1, "description"_L1, "is_active"_L1,
                                   "is_builtin"_L1, "version"_L1,    "created_by"_L1,   "created_at"_L1,  "updated_at"_L1,
                                   "trigger"_L1,    "guardrails"_L1, "steps"_L1};
// Of everything inside: servers, steps, schemas.
constexpr std::array innerOrder{"id"_L1,  "name"_L1,    "type"_L1, "title"_L1, "description"_L1, "transport"_L1,
                                "url"_L1, "command"_L1, "args"_L1, "tool"_L1,  "agent"_L1,       "input"_L1};

JsonNode nodeOf(const QJsonValue &value, Order order, Order inner);

QStringList orderedKeys(QStringList unknown, Order order)
{
    QStringList out;
    for (const QLatin1StringView key : order) {
        if (unknown.removeOne(key))
            out.append(key);
    }
    return out + unknown;
}

JsonNode objectNode(const QJsonObject &object, Order order, Order inner)
{
    // Not looked up in the object: Qt 6.4 does not find every member where names have characters beyond U+FFFF.
    QMap<QString, QJsonValue> members;
    for (auto member = object.begin(); member != object.end(); ++member)
        members.insert(member.key(), member.value());
    JsonNode out = JsonNode::object();
    const QStringList keys = orderedKeys(members.keys(), order);
    for (const QString &key : keys)
        out.setMember(key, nodeOf(members.value(key), inner, inner));
    return out;
}

JsonNode nodeOf(const QJsonValue &value, Order order, Order inner)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return JsonNode::boolean(value.toBool());
    case QJsonValue::Double:
        return JsonNode::number(QString::fromLatin1(canonicalJson(value)));
    case QJsonValue::String:
        return JsonNode::string(value.toString());
    case QJsonValue::Array: {
        QList<JsonNode> items;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items.append(nodeOf(item, inner, inner));
        return JsonNode::array(items);
    }
    case QJsonValue::Object:
        return objectNode(value.toObject(), order, inner);
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

Order orderOf(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Agent:
        return agentOrder;
    case DefinitionKind::Tool:
        return toolOrder;
    case DefinitionKind::Workflow:
        return workflowOrder;
    case DefinitionKind::Unknown:
        break;
    }
    return {};
}

} // namespace

JsonNode orderedDefinition(DefinitionKind kind, const QJsonObject &definition)
{
    return objectNode(definition, orderOf(kind), innerOrder);
}

JsonNode orderedNode(const QJsonValue &value)
{
    return nodeOf(value, {}, {});
}

} // namespace desk
