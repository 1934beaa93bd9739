#pragma once

#include "state/workflows/nodeid.h"

#include <QString>

namespace desk {

class WorkflowGraph;

// What is seen of a step, as text: read from the graph once for each change. Foreign text, one line each.
struct StepFace {
    QString type;
    QString kind; // translated
    QString icon;
    QString title;
    QString detail; // summary and "disabled" in one line
    QString second; // kind and detail
    bool isContainer = false;
    bool isCondition = false;
    bool isDisabled = false;

    [[nodiscard]] static StepFace of(const WorkflowGraph &graph, NodeId node);
};

} // namespace desk
