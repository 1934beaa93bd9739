#pragma once

#include "localserver/engine/engine.h"

namespace desk::server {

// What the server needs of the engine. The program gives it the Engine; tests a scripted one.
class TurnSource
{
public:
    virtual ~TurnSource() = default;
    [[nodiscard]] virtual QList<Agent> builtinAgents() const = 0;
    [[nodiscard]] virtual QList<ToolDescription> builtinTools() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Turn> createTurn(TurnRequest request) = 0;
};

} // namespace desk::server
