#pragma once

#include "state/definitions/exchange/definitionpromotion.h"

namespace desk {

// The promotion of tools (D-63): its list looks at scopes, secrets, programs, and what has to be set up anew.
class ToolPromotion : public DefinitionPromotion
{
    Q_OBJECT
public:
    ToolPromotion(const QList<QJsonObject> &tools, const PromotionTarget::Services &services, QObject *parent = nullptr);

    [[nodiscard]] QList<PromotionCheck> checklist(const QList<int> &items) const override;
};

} // namespace desk
