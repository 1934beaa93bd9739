#pragma once

#include "domain/execution.h"

#include <QJsonObject>
#include <QList>

namespace desk {

// An execution with all that is needed to look at it without its server: its steps, and the definition it ran by.
struct ExecutionRecord {
    WorkflowExecution execution;
    QList<StepExecution> steps;
    QJsonObject definition; // as it was when it ran; empty: not known

    bool operator==(const ExecutionRecord &) const = default;
};

} // namespace desk
