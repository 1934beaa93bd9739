#include "wire/json/runjson.h"

#include "wire/json/eventjson.h"
#include "wire/json/overlay.h"
#include "wire/json/reader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// error {type, message} is the local server's; output.error and output.error_type are the team server's (contract 3.6).
void readFailure(const Reader &reader, Run &run)
{
    const Reader output(run.output);
    for (const QJsonValue &source : {reader.value("error"_L1), output.value("error"_L1)}) {
        const Reader object(source);
        if (run.errorText.isEmpty())
            run.errorText = source.isString() ? source.toString() : object.string("message"_L1);
        if (run.errorType.isEmpty())
            run.errorType = object.string("type"_L1);
    }
    if (run.errorType.isEmpty())
        run.errorType = output.string("error_type"_L1);
}

// What a run of our own is written over.
QJsonObject emptyRun()
{
    return {{u"agent_name"_s, QJsonValue()},
            {u"conversation_id"_s, QJsonValue()},
            {u"workflow_id"_s, QJsonValue()},
            {u"error"_s, QJsonValue()}};
}

QJsonValue failureOf(const Run &run)
{
    if (run.errorText.isEmpty() && run.errorType.isEmpty())
        return {};
    return QJsonObject{{u"type"_s, orNull(run.errorType)}, {u"message"_s, run.errorText}};
}

// Whether what the server sent tells the run's failure already.
bool tellsFailure(const Run &run)
{
    Run told;
    told.output = run.raw.isEmpty() ? QJsonValue() : run.output;
    readFailure(Reader(run.raw), told);
    return told.errorText == run.errorText && told.errorType == run.errorType;
}

QJsonObject eventData(const QJsonObject &event)
{
    const Reader reader(event);
    const QJsonValue value = reader.value("data"_L1);
    QJsonObject data = value.toObject();
    if (!value.isObject() && !value.isUndefined() && !value.isNull())
        data.insert("value"_L1, value); // contract 6.2 #18: free JSON
    // Chat-created rows hold {type, source, message, timestamp} instead of data.
    for (const QLatin1StringView key : {"source"_L1, "message"_L1}) {
        if (reader.value(key).isString() && !data.contains(key))
            data.insert(key, reader.value(key));
    }
    return data;
}

QJsonObject decodeEventData(const QByteArray &event)
{
    return eventData(QJsonDocument::fromJson(event).object());
}

QJsonValue decodeObject(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

// What a list of events shows, without decoding what one of them holds.
RunEvent eventFrom(const JsonOutline &outline)
{
    RunEvent event;
    event.timestamp = parseTime(outline.string("timestamp"));
    event.type = outline.string("type");
    event.error = outline.string("error");
    event.data = {outline.text(), decodeEventData};
    return event;
}

RunUpdate errorUpdate(const Reader &reader)
{
    const QJsonValue cause = reader.value("error"_L1);
    const QString text = cause.isObject() ? Reader(cause).string("message"_L1) : cause.toString();
    return RunStreamError{text, reader.json().contains("max_duration"_L1)};
}

} // namespace

Result<Run> runFromJson(const QJsonValue &value)
{
    Reader reader(value, u"run"_s);
    Run run;
    run.id = RunId(reader.requiredId("id"_L1));
    run.agentId = AgentId(reader.string("agent_id"_L1));
    run.agentName = reader.string("agent_name"_L1);
    run.workflowId = WorkflowId(reader.string("workflow_id"_L1));
    run.conversationId = ConversationId(reader.string("conversation_id"_L1));
    run.status = RunStatus::fromWire(reader.requiredString("status"_L1));
    run.input = reader.object("input"_L1);
    run.prompt = run.input.value("prompt"_L1).toString();
    run.retryOf = RunId(reader.string("retry_of"_L1));
    run.output = reader.json().contains("output"_L1) ? reader.value("output"_L1) : QJsonValue();
    const QJsonArray events = reader.array("events"_L1);
    run.events.reserve(events.size());
    for (const QJsonValue event : events) // one for one, also what is no object: events are compared by index
        run.events.append(runEventFromJson(event.toObject()));
    run.createdBy = UserId(reader.string("created_by"_L1));
    run.createdAt = reader.time("created_at"_L1);
    run.updatedAt = reader.time("updated_at"_L1);
    readFailure(reader, run);
    run.raw = reader.json();
    for (const QLatin1StringView key : {"input"_L1, "output"_L1, "events"_L1})
        run.raw.remove(key);
    if (reader.failed())
        return Unexpected{reader.error()};
    return run;
}

QJsonObject toJson(const Run &run)
{
    QJsonObject input = run.input;
    if (!run.prompt.isEmpty())
        input.insert("prompt"_L1, run.prompt);
    QJsonArray events;
    for (const RunEvent &event : run.events)
        events.append(toJson(event));
    Overlay out(run.raw.isEmpty() ? emptyRun() : run.raw);
    out.string("id"_L1, run.id.value());
    out.string("agent_id"_L1, run.agentId.value());
    out.known("agent_name"_L1, run.agentName);
    out.known("workflow_id"_L1, run.workflowId.value());
    out.known("conversation_id"_L1, run.conversationId.value());
    out.string("status"_L1, run.status.wire());
    out.value("input"_L1, input);
    out.value("output"_L1, run.output);
    out.value("events"_L1, events);
    if (!tellsFailure(run))
        out.value("error"_L1, failureOf(run));
    out.id("retry_of"_L1, run.retryOf.value());
    out.known("created_by"_L1, run.createdBy.value());
    out.time("created_at"_L1, run.createdAt);
    out.time("updated_at"_L1, run.updatedAt);
    return out.json();
}

RunEvent runEventFromJson(const QJsonObject &object)
{
    const Reader reader(object);
    RunEvent event;
    event.timestamp = reader.time("timestamp"_L1);
    event.type = reader.string("type"_L1);
    event.error = reader.string("error"_L1);
    event.data = eventData(object);
    return event;
}

QJsonObject toJson(const RunEvent &event)
{
    QJsonObject out{{u"timestamp"_s, formatTime(event.timestamp)}, {u"type"_s, event.type}};
    if (const QJsonObject data = event.data.value(); !data.isEmpty())
        out.insert("data"_L1, data);
    if (!event.error.isEmpty())
        out.insert("error"_L1, event.error);
    return out;
}

RunUpdate runUpdateFrom(const ServerEvent &event)
{
    const bool isOutput = event.type == "output";
    if (isOutput || event.type == "event") {
        if (const std::optional<JsonOutline> outline = outlineOf(event))
            return isOutput ? RunUpdate(RunOutputUpdate{{outline->text(), decodeObject}}) : RunUpdate(eventFrom(*outline));
    }
    const Result<QJsonValue> json = jsonOf(event);
    if (!json)
        return {};
    if (isOutput)
        return RunOutputUpdate{*json};
    if (!json->isObject())
        return {};
    const Reader reader(*json);
    const QString status = reader.string("status"_L1);
    if (event.type == "status" && !status.isEmpty())
        return RunStatusUpdate{RunStatus::fromWire(status), reader.time("timestamp"_L1)};
    if (event.type == "complete" && !status.isEmpty())
        return RunEnded{RunStatus::fromWire(status)};
    if (event.type == "event")
        return runEventFromJson(reader.json());
    if (event.type == "error")
        return errorUpdate(reader);
    return {};
}

} // namespace desk::wire
