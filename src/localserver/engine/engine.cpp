#include "localserver/engine/engine.h"
#include "localserver/engine/builtins.h"
#include "localserver/engine/modelturn.h"
#include "localserver/engine/ruleturn.h"
#include "localserver/engine/toolbox.h"

namespace desk::server {

Engine::Engine()
    : Engine(EngineOptions())
{
}

Engine::Engine(EngineOptions options)
    : m_options(std::move(options))
    , m_toolbox(std::make_shared<Toolbox>(m_options.scratchFolder))
{
}

Engine::~Engine() = default;

QList<Agent> Engine::builtinAgents() const
{
    return shippedAgents();
}

QList<ToolDescription> Engine::builtinTools() const
{
    return shippedTools();
}

QString Engine::builtinToolId(const QString &name) const
{
    return desk::server::builtinToolId(name);
}

std::unique_ptr<Turn> Engine::createTurn(TurnRequest request)
{
    if (request.model)
        return std::make_unique<ModelTurn>(std::move(request), m_toolbox, m_options.timeouts);
    return std::make_unique<RuleTurn>(std::move(request), m_toolbox, m_options.pieceDelayMs);
}

void Engine::runTool(const QString &tool, const QJsonObject &input, const QList<EngineFile> &files, const StopToken &stop, QObject *context,
                     std::function<void(const ToolResult &)> done)
{
    m_toolbox->runTool(tool, input, files, stop, context, std::move(done));
}

} // namespace desk::server
