#pragma once

#include <QHashFunctions>
#include <QtGlobal>

namespace desk {

// A node of a WorkflowGraph, for as long as the graph is edited; has nothing to do with the step's own "id".
enum class NodeId : quint64 { Root = 0 };

inline size_t qHash(NodeId id, size_t seed = 0) noexcept
{
    return ::qHash(static_cast<quint64>(id), seed);
}

} // namespace desk
