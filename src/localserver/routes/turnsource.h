#pragma once

#include "localserver/engine/engine.h"
#include "localserver/engine/toolexecutor.h"

#include <functional>

namespace desk::server {

// A call of a tool for a step of a workflow.
struct ToolCallRequest {
    QString tool;
    QJsonObject input;
    QList<EngineFile> files;
    StopToken stop;
};

// What the server needs of the engine. The program gives it the Engine; tests a scripted one.
class TurnSource
{
public:
    virtual ~TurnSource() = default;
    [[nodiscard]] virtual QList<Agent> builtinAgents() const = 0;
    [[nodiscard]] virtual QList<ToolDescription> builtinTools() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Turn> createTurn(TurnRequest request) = 0;
    // One of builtinTools() outside a turn; done comes later in the main thread, and not at all once the context is gone.
    virtual void runTool(const ToolCallRequest &call, QObject *context, std::function<void(const ToolResult &)> done) = 0;
};

} // namespace desk::server
