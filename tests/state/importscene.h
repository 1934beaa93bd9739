#pragma once

#include "agentserver.h"
#include "state/agents/agentimport.h"
#include "state/agents/agentstore.h"
#include "teamfixture.h"

#include <functional>
#include <memory>

namespace desk::test {

// A server of agents that also forgets them, and an import onto it.
struct ImportScene {
    AgentServer agents;
    TeamFixture team;
    std::function<bool(const Received &request)> isCut = {}; // the answer is lost, the request is not
    Scripted refusal = {};                                   // of writes; no pieces: none
    AgentStore store{team.api};
    AgentSurroundings known;
    std::unique_ptr<AgentImport> import;

    [[nodiscard]] bool open()
    {
        team.script = [this](const Received &request) { return answer(request); };
        renew();
        return team.open();
    }
    void renew()
    {
        import = std::make_unique<AgentImport>(AgentImport::Services{team.api, store, [this] { return known;
    }});
} // namespace desk::test
[[nodiscard]] bool waitFor(AgentImport::State state) const
{
    return QTest::qWaitFor([this, state] { return import->state() == state; }, 10'000);
}
[[nodiscard]] const ImportItem *item(const QString &name) const
{
    for (const ImportItem &one : import->items()) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}
[[nodiscard]] QJsonObject named(const QString &name) const // as the server has it; empty: it has none
{
    for (const QJsonObject &agent : agents.agents) {
        if (agent.value(QLatin1StringView("name")).toString() == name)
            return agent;
    }
    return {};
}
[[nodiscard]] QList<int> all() const
{
    QList<int> out;
    for (int i = 0; i < import->items().size(); ++i)
        out.append(i);
    return out;
}

private:
Scripted answer(const Received &request)
{
    if (request.method != "GET" && !refusal.pieces.isEmpty())
        return refusal;
    const QString id = QString::fromUtf8(request.target).section(u'/', -1);
    Scripted out = agents.answer(request);
    if (request.method == "DELETE" && agents.agents.remove(id) > 0)
        out = reply(204, {});
    return isCut && isCut(request) ? cut(out, 0, Scripted::End::Reset) : out;
}
}
;

inline QJsonObject sampleAgent(const QString &name, const QString &instructions = QStringLiteral("Be exact."))
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("display_name"), name.toUpper()},
            {QStringLiteral("description"), QStringLiteral("Reads contracts")},
            {QStringLiteral("model"), QStringLiteral("agent")},
            {QStringLiteral("instructions"), instructions},
            {QStringLiteral("tools"), QJsonObject{{QStringLiteral("names"), QJsonArray{QStringLiteral("calculate")}}}},
            {QStringLiteral("visibility"), QStringLiteral("personal")},
            {QStringLiteral("is_active"), true}};
}

} // namespace desk::test
