#pragma once

#include <QJsonObject>
#include <QList>

namespace desk::server {

// Two examples made of our own agents and tools, in the shape of GET /agents/workflows (contract 3.4, 5.4).
[[nodiscard]] QList<QJsonObject> builtinWorkflows();

} // namespace desk::server
