#include "wire/json/executionstream.h"

#include "wire/json/eventjson.h"
#include "wire/json/executionjson.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

ExecutionUpdate stepStarted(const Reader &reader)
{
    return StepStarted{reader.string("step_id"_L1), reader.integer("step_index"_L1, -1), reader.integer("total_steps"_L1, -1),
                       reader.time("timestamp"_L1)};
}

ExecutionUpdate stepEnded(const Reader &reader, const QString &status)
{
    StepEnded out;
    out.stepId = reader.string("step_id"_L1);
    out.index = reader.integer("step_index"_L1, -1);
    out.status = OpenEnum<StepStatus>::fromWire(status);
    out.durationSeconds = durationSecondsFrom(reader);
    out.output = reader.json().contains("output_data"_L1) ? reader.value("output_data"_L1) : QJsonValue();
    out.isOutputShortened = out.output.toObject().value("_truncated"_L1).toBool();
    out.error = reader.string("error"_L1);
    out.usage = executionUsageFrom(reader);
    out.timestamp = reader.time("timestamp"_L1);
    return out;
}

ExecutionUpdate streamError(const Reader &reader)
{
    const QJsonValue cause = reader.value("error"_L1);
    const Reader object(cause);
    ExecutionStreamError out;
    out.text = cause.isObject() ? object.string("message"_L1) : cause.toString();
    out.type = cause.isObject() ? object.string("type"_L1) : reader.string("error_type"_L1);
    out.isTimeLimit = reader.value("max_duration"_L1).isDouble();
    return out;
}

} // namespace

ExecutionUpdate executionUpdateFrom(const ServerEvent &event)
{
    const Result<QJsonValue> json = jsonOf(event);
    if (!json || !json->isObject())
        return {};
    const Reader reader(*json);
    const QString status = reader.string("status"_L1);
    const bool isStep = !reader.string("step_id"_L1).isEmpty();
    if (event.type == "status" && !status.isEmpty())
        return ExecutionStatusUpdate{OpenEnum<ExecutionStatus>::fromWire(status), reader.string("current_step_id"_L1),
                                     reader.time("timestamp"_L1)};
    if (event.type == "step_start" && isStep)
        return stepStarted(reader);
    if (event.type == "step_complete" && isStep)
        return stepEnded(reader, status.isEmpty() ? u"completed"_s : status);
    if (event.type == "step_failed" && isStep)
        return stepEnded(reader, u"failed"_s);
    if (event.type == "output")
        return ExecutionOutputUpdate{reader.object("step_outputs"_L1), durationSecondsFrom(reader), executionUsageFrom(reader)};
    if (event.type == "complete" && !status.isEmpty())
        return ExecutionEnded{OpenEnum<ExecutionStatus>::fromWire(status), durationSecondsFrom(reader), reader.string("error"_L1),
                              reader.time("timestamp"_L1)};
    if (event.type == "error")
        return streamError(reader);
    return {};
}

} // namespace desk::wire
