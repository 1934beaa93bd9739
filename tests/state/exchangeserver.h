#pragma once

#include "agentserver.h"

namespace desk::test {

// A server of agents, tools and workflows that also forgets them. For a FaultServer's handler.
struct ExchangeServer {
    AgentServer agents;
    AgentServer tools;
    AgentServer workflows;

    ExchangeServer()
    {
        tools.place = tools.makingAt = QStringLiteral("/agents/tools");
        workflows.place = workflows.makingAt = QStringLiteral("/agents/workflows");
    }

    [[nodiscard]] Scripted answer(const Received &request)
    {
        AgentServer &part = partOf(request.target);
        const QString id = QString::fromUtf8(request.target).section(u'/', -1);
        if (request.method == "DELETE" && part.agents.remove(id) > 0)
            return reply(204, {});
        return part.answer(request);
    }
    [[nodiscard]] AgentServer &partOf(const QByteArray &target)
    {
        if (target.startsWith("/agents/tools"))
            return tools;
        return target.startsWith("/agents/workflows") ? workflows : agents;
    }
};

[[nodiscard]] inline QJsonObject named(const AgentServer &part, const QString &name) // as it has it; empty: it has none
{
    for (const QJsonObject &one : part.agents) {
        if (one.value(QLatin1StringView("name")).toString() == name)
            return one;
    }
    return {};
}

inline QJsonObject sampleTool(const QString &name, const QString &description = QStringLiteral("Sends a note."))
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("description"), description},
            {QStringLiteral("entrypoint"), QStringLiteral("notes.mail:send")},
            {QStringLiteral("scopes"), QJsonArray{QStringLiteral("data:read")}},
            {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("object")}}},
            {QStringLiteral("is_active"), true}};
}

inline QJsonObject sampleWorkflow(const QString &name, const QString &agent = QStringLiteral("writer"))
{
    const QJsonObject look{{QStringLiteral("id"), QStringLiteral("look")},
                           {QStringLiteral("type"), QStringLiteral("tool")},
                           {QStringLiteral("tool"), QStringLiteral("telescope")}};
    const QJsonObject write{{QStringLiteral("id"), QStringLiteral("write")},
                            {QStringLiteral("type"), QStringLiteral("agent")},
                            {QStringLiteral("agent"), agent}};
    const QJsonObject loop{{QStringLiteral("items_path"), QStringLiteral("$.input.all")}, {QStringLiteral("steps"), QJsonArray{write}}};
    const QJsonObject each{{QStringLiteral("id"), QStringLiteral("each")},
                           {QStringLiteral("type"), QStringLiteral("loop")},
                           {QStringLiteral("loop_config"), loop}};
    return {{QStringLiteral("name"), name},
            {QStringLiteral("description"), QStringLiteral("Looks and writes")},
            {QStringLiteral("steps"), QJsonArray{look, each}},
            {QStringLiteral("is_active"), true}};
}

} // namespace desk::test
