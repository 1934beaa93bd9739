#pragma once

#include "state/workflows/nodeid.h"

#include <QCoreApplication>

namespace desk {

class WorkflowGraph;

// One step in words, for who hears the canvas or the outline: what it is, where it stands, where it leads.
class StepDescription
{
    Q_DECLARE_TR_FUNCTIONS(desk::StepDescription)
public:
    [[nodiscard]] static QString of(const WorkflowGraph &graph, NodeId node);
    [[nodiscard]] static QString nextOf(const WorkflowGraph &graph, NodeId node); // where it leads
};

} // namespace desk
