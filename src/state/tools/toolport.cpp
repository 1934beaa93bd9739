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

void ToolPort::remove(const QJsonObject &definition, const TakeDone &take)
{
    ApiPort::remove(definition,
                    [take](const Result<> &answer) { take(answer ? answer : Result<>(Unexpected{withUsers(answer.error())})); });
}

// No conflict of two changes: it can be tried again.
Error ToolPort::withUsers(const Error &refusal)
{
    QStringList names;
    for (const ToolUser &user : wire::toolUsers(refusal))
        names.append(user.name);
    if (names.isEmpty())
        return refusal;
    Error error = refusal;
    error.kind = Error::Kind::Forbidden;
    error.message = tr("Agents use it: %1.").arg(names.join(u", "_s));
    error.nextStep = tr("Take it away from these agents, then undo it again.");
    return error;
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
        if (item.state == ImportItem::State::New)
            item.advice.append(tr("If this is undone, a server may refuse a new tool of the same name."));
    };
    return {DefinitionKind::Tool, check};
}

void ToolPort::settle()
{
    if (m_store)
        m_store->refresh();
}

} // namespace desk
