#include "state/agents/agentimportrules.h"

#include "state/agents/agentrules.h"
#include "wire/json/agentjson.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace desk {

namespace {

void noteRemarks(ImportItem &item, const Agent &agent, AgentSurroundings known)
{
    known.isNew = item.state == ImportItem::State::New;
    for (const AgentRemark &remark : agentRemarks(agent, known)) {
        // Tools that are missing do not stop it: a server takes them, and they may come later (contract 3.1).
        const bool stops = remark.level == AgentRemark::Fault && remark.field != AgentField::Tools;
        (stops ? item.reasons : item.advice).append(remark.text);
    }
}

void noteMissing(ImportItem &item, const Agent &agent, const AgentSurroundings &known)
{
    if (known.tools) {
        QSet<QString> names(known.otherTools.cbegin(), known.otherTools.cend());
        for (const Tool &tool : *known.tools)
            names.insert(tool.name);
        std::copy_if(agent.tools.cbegin(), agent.tools.cend(), std::back_inserter(item.missingTools),
                     [&names](const QString &tool) { return !names.contains(tool); });
    }
    if (known.models && !agent.model.isEmpty() && !known.models->contains(agent.model))
        item.missingModel = agent.model;
}

} // namespace

DefinitionImportPlan::Rules AgentImportRules::of(const AgentSurroundings &known)
{
    const auto check = [known](ImportItem &item, const QJsonObject &) {
        Result<Agent> agent = wire::agentFromJson(item.definition);
        if (!agent)
            return;
        if (item.state == ImportItem::State::New && agent->visibility.value() == AgentVisibility::Builtin) {
            agent->visibility = AgentVisibility::Personal; // it only was one where it came from
            item.definition = wire::toJson(*agent);
            item.advice.append(tr("It came with the other server. Here it becomes a personal agent."));
        }
        noteMissing(item, *agent, known);
        if (item.canApply())
            noteRemarks(item, *agent, known);
    };
    return {DefinitionKind::Agent, check};
}

} // namespace desk
