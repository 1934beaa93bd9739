#include "wire/json/taskstreamjson.h"

#include "wire/json/eventjson.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

std::optional<double> seconds(const Reader &reader)
{
    const QJsonValue value = reader.value("duration_seconds"_L1);
    return value.isDouble() ? std::optional<double>(value.toDouble()) : std::nullopt;
}

QJsonValue outputOf(const Reader &reader)
{
    return reader.json().contains("output_data"_L1) ? reader.value("output_data"_L1) : QJsonValue();
}

QString errorOf(const Reader &reader)
{
    const QJsonValue value = reader.value("error"_L1);
    return value.isObject() ? value.toObject().value("message"_L1).toString() : value.toString();
}

TaskExecutionUpdate step(const Reader &reader, TaskStepUpdate::Phase phase)
{
    TaskStepUpdate update;
    update.phase = phase;
    update.stepId = reader.string("step_id"_L1);
    update.index = reader.integer("step_index"_L1, -1);
    update.total = reader.integer("total_steps"_L1, -1);
    update.status = reader.string("status"_L1);
    update.durationSeconds = seconds(reader);
    update.output = outputOf(reader);
    update.error = errorOf(reader);
    return update.stepId.isEmpty() ? TaskExecutionUpdate() : TaskExecutionUpdate(update);
}

} // namespace

TaskExecutionUpdate taskExecutionUpdateFrom(const ServerEvent &event)
{
    const Result<QJsonValue> json = jsonOf(event);
    if (!json || !json->isObject())
        return {};
    const Reader reader(*json);
    if (event.type == "step_start")
        return step(reader, TaskStepUpdate::Phase::Started);
    if (event.type == "step_complete")
        return step(reader, TaskStepUpdate::Phase::Completed);
    if (event.type == "step_failed")
        return step(reader, TaskStepUpdate::Phase::Failed);
    if (event.type == "output")
        return TaskOutputUpdate{reader.string("output_summary"_L1), outputOf(reader), seconds(reader)};
    if (event.type == "error")
        return TaskStreamError{errorOf(reader), reader.json().contains("max_duration"_L1)};
    const auto status = OpenEnum<TaskExecutionStatus>::fromWire(reader.string("status"_L1));
    if (status.wire().isEmpty())
        return {};
    if (event.type == "status")
        return TaskStatusUpdate{status, reader.time("timestamp"_L1)};
    if (event.type == "complete")
        return TaskExecutionEnded{status, seconds(reader), errorOf(reader)};
    return {};
}

} // namespace desk::wire
