#pragma once

#include "domain/execution.h"

#include <QJsonObject>

namespace desk::server {

// One execution of a workflow with what only the server knows.
struct ExecutionRecord {
    WorkflowExecution execution; // without stepOutputs: those are in its steps
    qint64 seq = 0;              // order of creation
    QString instance;            // the server process that works on it
    QJsonObject workflow;        // the definition as it was when it began
    QJsonObject guardrails;      // those of the definition and of the request
    QString errorType;           // "stopped", "interrupted", "guardrails", "step_failed", …
    bool stopRequested = false;
};

// One run through a step. The key says where in the execution: the number of the visit, and inside a loop or a parallel step the round and
// the steps on the way. What a key has finished once is not done again.
struct StepRecord {
    StepExecution step;
    QString key;
    int index = 0;            // in the execution, in order of their start
    QJsonObject input;        // with references replaced
    QJsonObject waiting;      // what a person is asked; empty: nothing
    QJsonObject answer;       // their word
    bool holdsOthers = false; // a loop or a parallel step: it works only through those inside
    [[nodiscard]] bool isTopLevel() const { return !key.contains(QLatin1Char('/')); }
    [[nodiscard]] bool isDone() const { return step.status == StepStatus::Completed || step.status == StepStatus::Skipped; }
};

} // namespace desk::server
