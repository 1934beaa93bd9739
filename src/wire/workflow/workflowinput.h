#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace desk::wire {

// The JSON Schema of what a workflow is given: its member `input_schema`, else that of its first input step; empty: anything goes.
[[nodiscard]] QJsonObject workflowInputSchema(const QJsonObject &workflow);

struct WorkflowInputOutcome {
    QJsonObject value; // the input with the schema's defaults where it says nothing
    QString error;     // for people; empty: the input fits
};

// What an input step makes of the execution's input. Schemas come from strangers: JsonSchema's limits hold. Pure, any thread.
[[nodiscard]] WorkflowInputOutcome workflowInput(const QJsonObject &schema, const QJsonObject &input);

} // namespace desk::wire
