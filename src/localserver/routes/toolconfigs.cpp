#include "localserver/routes/toolconfigs.h"

#include "localserver/store/values.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QString keyOf(const QString &tool, ToolConfigScope scope, const AgentId &agent)
{
    const QString of = scope == ToolConfigScope::Agent ? agent.value() : QString();
    return tool + u'/' + OpenEnum<ToolConfigScope>(scope).wire() + u'/' + of;
}

} // namespace

std::optional<ToolConfigs::Stored> ToolConfigs::find(const QString &tool, const ToolConfigTarget &target) const
{
    bool reached = false;
    for (const ToolConfigScope scope : {ToolConfigScope::User, ToolConfigScope::Agent, ToolConfigScope::System}) {
        reached = reached || target.scope == scope;
        if (!reached || (scope == ToolConfigScope::Agent && target.agentId.isEmpty()))
            continue;
        if (const auto document = m_table.find(keyOf(tool, scope, target.agentId)))
            return Stored{scope, document->json.toObject()};
    }
    return std::nullopt;
}

void ToolConfigs::put(const QString &tool, const ToolConfigTarget &target, const QJsonObject &providers, const QJsonObject &settings)
{
    if (providers.isEmpty() && settings.isEmpty())
        return remove(tool, target);
    const QString key = keyOf(tool, target.scope.value(), target.agentId);
    m_table.put(
        {key, key, QJsonObject{{"providers"_L1, providers}, {"settings"_L1, settings}, {"updated_at"_L1, wire::formatTime(now())}}});
}

void ToolConfigs::remove(const QString &tool, const ToolConfigTarget &target)
{
    m_table.remove(keyOf(tool, target.scope.value(), target.agentId));
}

void ToolConfigs::removeAll(const QString &tool)
{
    const auto documents = m_table.list();
    for (const auto &document : documents) {
        if (document.id.startsWith(tool + u'/'))
            m_table.remove(document.id);
    }
}

} // namespace desk::server
