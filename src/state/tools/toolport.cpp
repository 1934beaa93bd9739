#include "state/tools/toolport.h"

#include "state/tools/toolcheck.h"
#include "state/tools/toolstore.h"

using namespace Qt::StringLiterals;

namespace desk {

ToolPort::ToolPort(ApiClient &api, ToolStore *store, QObject *parent)
    : ApiPort(api, parent)
    , m_store(store)
{
    if (m_store)
        connect(m_store, &ToolStore::cleared, this, &DefinitionPort::left);
}

QStringList ToolPort::problemsOf(const QJsonObject &tool)
{
    QStringList out;
    out.append(ToolCheck::nameProblem(tool.value("name"_L1).toString()));
    out.append(ToolCheck::entrypointProblem(tool.value("entrypoint"_L1).toString()));
    out.removeAll(QString());
    return out;
}

DefinitionImportPlan::Rules ToolPort::rules() const
{
    const auto check = [](ImportItem &item, const QJsonObject &source) {
        if (!item.canApply())
            return;
        item.reasons += problemsOf(item.definition);
        if (item.state == ImportItem::State::New && source.value("is_builtin"_L1).toBool())
            item.reasons.append(tr("This tool comes with the other server. It cannot be made here."));
        else if (item.definition.value("mcp_server"_L1).isObject())
            item.advice.append(tr("It starts a program on this server. Look at what it starts before it is used."));
    };
    return {DefinitionKind::Tool, check};
}

void ToolPort::settle()
{
    if (m_store)
        m_store->refresh();
}

} // namespace desk
