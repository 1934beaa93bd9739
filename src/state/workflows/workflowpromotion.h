#pragma once

#include "state/definitions/exchange/definitionpromotion.h"

namespace desk {

class WorkflowPort;

// The promotion of workflows (D-63): its list looks at the agents and tools that their steps name, and at secrets.
class WorkflowPromotion : public DefinitionPromotion
{
    Q_OBJECT
public:
    WorkflowPromotion(const QList<QJsonObject> &workflows, const PromotionTarget::Services &services, QObject *parent = nullptr);

    [[nodiscard]] QList<PromotionCheck> checklist(const QList<int> &items) const override;

private:
    [[nodiscard]] PromotionCheck agentsCheck(const QList<int> &items) const;

    WorkflowPort *m_port; // the import's
};

} // namespace desk
