#include "state/agents/agentpromotion.h"

#include "state/agents/agentport.h"
#include "wire/json/agentjson.h"

namespace desk {

namespace {

QList<QJsonObject> jsonOf(const QList<Agent> &agents)
{
    QList<QJsonObject> out;
    for (const Agent &agent : agents)
        out.append(wire::toJson(agent));
    return out;
}

QStringList nameIfShared(const ImportItem &item)
{
    const Result<Agent> agent = wire::agentFromJson(item.definition);
    return agent && agent->visibility.value() != AgentVisibility::Personal ? QStringList{agent->name} : QStringList();
}

} // namespace

AgentPromotion::AgentPromotion(const QList<Agent> &agents, const PromotionTarget::Services &services, QObject *parent)
    : DefinitionPromotion(jsonOf(agents), services, parent)
{
    setPort(std::make_unique<AgentPort>(target().api(), target().agents(), [this] { return target().surroundings(); }));
}

QList<PromotionCheck> AgentPromotion::checklist(const QList<int> &items) const
{
    const bool knowsTools = there().surroundings().tools.has_value();
    return {toolsCheck(items, knowsTools), modelsCheck(items), scopesCheck(items), secretsCheck(items), visibilityCheck(items)};
}

PromotionCheck AgentPromotion::modelsCheck(const QList<int> &items) const
{
    if (!there().surroundings().models)
        return {PromotionCheck::State::Unknown, tr("Whether the language models exist there is not known.")};
    return openIf(namesOf(items, [](const ImportItem &item) { return QStringList{item.missingModel}; }),
                  tr("All language models exist there."), tr("Language models that are not listed there: %1"));
}

PromotionCheck AgentPromotion::visibilityCheck(const QList<int> &items) const
{
    return openIf(namesOf(items, nameIfShared), tr("All of them stay personal."), tr("Others see them there, too: %1"));
}

} // namespace desk
