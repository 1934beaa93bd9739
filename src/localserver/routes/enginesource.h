#pragma once

#include "localserver/routes/turnsource.h"

namespace desk::server {

class EngineSource final : public TurnSource
{
public:
    [[nodiscard]] QList<Agent> builtinAgents() const override { return m_engine.builtinAgents(); }
    [[nodiscard]] QList<ToolDescription> builtinTools() const override { return m_engine.builtinTools(); }
    [[nodiscard]] std::unique_ptr<Turn> createTurn(TurnRequest request) override { return m_engine.createTurn(std::move(request)); }
    void runTool(const ToolCallRequest &call, QObject *context, std::function<void(const ToolResult &)> done) override
    {
        m_engine.runTool(call.tool, call.input, call.files, call.stop, context, std::move(done));
    }

private:
    Engine m_engine;
};

} // namespace desk::server
