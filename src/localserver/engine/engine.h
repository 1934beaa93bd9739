#pragma once

#include "domain/agent.h"
#include "localserver/engine/toolexecutor.h"
#include "localserver/engine/turn.h"
#include "localserver/model/modeltimeouts.h"

#include <QJsonObject>
#include <QList>

#include <functional>
#include <memory>

namespace desk::server {

class Toolbox;

// A tool as GET /agents/tools shows it: name, description and {"input":<JSON Schema>,"output":<JSON Schema>}.
struct ToolDescription {
    QString name;
    QString description;
    QJsonObject schema;
};

struct EngineOptions {
    QString scratchFolder; // for loaded attachments; emptied at start, so nothing else may live there. Empty: a private temporary folder
    int pieceDelayMs = 10; // pace of the built-in engine's answers; 0: none
    ModelTimeouts timeouts;
};

// The agents and tools this program ships and the way to run them.
class Engine
{
public:
    Engine();
    explicit Engine(EngineOptions options);
    ~Engine();
    Q_DISABLE_COPY_MOVE(Engine)

    // `dispatcher`, `document`, `table`, `calculator`, `workflow_builder`, `agent_designer`; ids are stable UUIDs (contract 1.4).
    [[nodiscard]] QList<Agent> builtinAgents() const;
    [[nodiscard]] QList<ToolDescription> builtinTools() const;
    // The stable UUID of a built-in tool, for GET /agents/tools.
    [[nodiscard]] QString builtinToolId(const QString &name) const;

    // Ownership goes to the caller. A turn may outlive the engine. With request.model it talks to that endpoint, else the built-in engine
    // answers.
    [[nodiscard]] std::unique_ptr<Turn> createTurn(TurnRequest request);
    // One built-in tool outside a turn; see Toolbox::runTool.
    void runTool(const QString &tool, const QJsonObject &input, const QList<EngineFile> &files, const StopToken &stop, QObject *context,
                 std::function<void(const ToolResult &)> done);

private:
    EngineOptions m_options;
    std::shared_ptr<Toolbox> m_toolbox;
};

} // namespace desk::server
