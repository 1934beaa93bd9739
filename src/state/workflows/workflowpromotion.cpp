#include "state/workflows/workflowpromotion.h"

#include "state/workflows/workflowport.h"

#include <utility>

namespace desk {

WorkflowPromotion::WorkflowPromotion(const QList<QJsonObject> &workflows, const PromotionTarget::Services &services, QObject *parent)
    : DefinitionPromotion(workflows, services, parent)
{
    auto port = std::make_unique<WorkflowPort>(target().api());
    m_port = port.get();
    setPort(std::move(port));
}

QList<PromotionCheck> WorkflowPromotion::checklist(const QList<int> &items) const
{
    return {agentsCheck(items), toolsCheck(items, m_port->knowsTools()), secretsCheck(items)};
}

PromotionCheck WorkflowPromotion::agentsCheck(const QList<int> &items) const
{
    if (!m_port->knowsAgents())
        return {PromotionCheck::State::Unknown, tr("Whether the agents exist there is not known.")};
    return openIf(namesOf(items, [](const ImportItem &item) { return item.missingAgents; }), tr("All agents exist there."),
                  tr("Agents that do not exist there: %1"));
}

} // namespace desk
