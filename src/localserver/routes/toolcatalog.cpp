#include "localserver/routes/toolcatalog.h"

#include "localserver/engine/builtins.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QJsonObject builtinJson(const ToolDescription &tool)
{
    return {{"id"_L1, builtinToolId(tool.name)},
            {"name"_L1, tool.name},
            {"description"_L1, tool.description},
            {"schema"_L1, tool.schema},
            {"entrypoint"_L1, QString(u"builtin:"_s + tool.name)},
            {"scopes"_L1, QJsonArray()},
            {"is_active"_L1, true},
            {"is_builtin"_L1, true},
            {"version"_L1, 1}};
}

} // namespace

QJsonArray ToolCatalog::list() const
{
    QJsonArray out;
    const auto tools = m_source.builtinTools();
    for (const ToolDescription &tool : tools)
        out.append(builtinJson(tool));
    return out;
}

std::optional<ToolDescription> ToolCatalog::findBuiltin(const QString &id) const
{
    const auto tools = m_source.builtinTools();
    for (const ToolDescription &tool : tools) {
        if (builtinToolId(tool.name) == id)
            return tool;
    }
    return std::nullopt;
}

} // namespace desk::server
