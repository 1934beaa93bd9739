#include "state/tools/toolpromotion.h"

#include "state/tools/toolport.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The program of its tool server, or else the function that its server has to have.
QStringList needsThere(const ImportItem &item)
{
    const QString program = item.definition.value("mcp_server"_L1).toObject().value("command"_L1).toString();
    return {program.isEmpty() ? item.definition.value("entrypoint"_L1).toString() : program};
}

} // namespace

ToolPromotion::ToolPromotion(const QList<QJsonObject> &tools, const PromotionTarget::Services &services, QObject *parent)
    : DefinitionPromotion(tools, services, parent)
{
    setPort(std::make_unique<ToolPort>(target().api()));
}

QList<PromotionCheck> ToolPromotion::checklist(const QList<int> &items) const
{
    const PromotionCheck code =
        openIf(namesOf(items, needsThere), tr("No program is needed there."), tr("Programs and functions that have to exist there: %1"));
    const PromotionCheck configuration{PromotionCheck::State::Open, tr("The configuration does not go along. Enter it there.")};
    return {code, scopesCheck(items), secretsCheck(items), configuration};
}

} // namespace desk
