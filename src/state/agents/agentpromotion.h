#pragma once

#include "domain/agent.h"
#include "state/definitions/exchange/definitionpromotion.h"

namespace desk {

// The promotion of agents (D-63): its list looks at tools, language models, scopes, secrets and who sees them.
class AgentPromotion : public DefinitionPromotion
{
    Q_OBJECT
public:
    AgentPromotion(const QList<Agent> &agents, const PromotionTarget::Services &services, QObject *parent = nullptr);

    [[nodiscard]] QList<PromotionCheck> checklist(const QList<int> &items) const override;

private:
    [[nodiscard]] PromotionCheck modelsCheck(const QList<int> &items) const;
    [[nodiscard]] PromotionCheck visibilityCheck(const QList<int> &items) const;
};

} // namespace desk
