#pragma once

#include "state/workflows/steppath.h"
#include "state/workflows/workflowsurroundings.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace desk {

// What a workflow is thought through with. Nothing is run or asked: agents, tools and people answer with their sample.
struct SimulationSample {
    QJsonObject input;
    QHash<QString, QJsonValue> outputs; // by the id of the step; of a person's step: the whole answer
};

// One step as it would be gone through.
struct SimulatedStep {
    enum class State {
        Computed, // the client worked it out, as the server would
        Sample,
        NoSample, // it would run, and what comes of it is not known
        Skipped,  // switched off
        Failed,
        Waiting // for a person
    };
    StepPath path;
    QString id;
    int iteration = -1; // of the nearest loop around it
    State state = State::Computed;
    QJsonValue input; // with its references resolved: arguments, prompt, condition; undefined: none
    QJsonValue output = QJsonValue::Undefined;
    QString next;    // the id of the step a condition goes on with; empty: the next in the list
    QString problem; // for people; hostile names in it are cut and on one line
};

struct WorkflowSimulation {
    enum class End {
        Finished,
        Failed,
        Waiting,
        Limit // of the simulation: it may go on like this
    };
    End end = End::Finished;
    QString problem;
    QList<SimulatedStep> steps; // in the order they would run
    QJsonObject outputs;        // of the outermost steps, by id

    static constexpr qsizetype mostSteps = 10000;
    static constexpr qint64 mostSize = 16 * 1024 * 1024; // about the characters of all inputs and outputs together
};

// Thinks a workflow through on sample data by what the server really does (contract 5.4). Team: the order of the list and fall-through,
// next_step and limits ignored, two parallel steps fail, a person is waited for without end, a loop gives everything it knows for each
// item. Local: semantics of wire/workflow. Guardrails are not counted: what agents use is not known. Always ends. Pure; any thread.
[[nodiscard]] WorkflowSimulation simulatedWorkflow(const QJsonObject &definition, const SimulationSample &sample, WorkflowDialect dialect);

} // namespace desk
