#include "wire/json/runrequestjson.h"

#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

QJsonObject common(const RunRequest &request)
{
    QJsonObject input = request.input;
    if (!request.prompt.isEmpty())
        input.insert("prompt"_L1, request.prompt);
    return {{u"input"_s, input}, {u"agent_tier"_s, request.tier.wire()}};
}

QString errorOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value("message"_L1).toString() : value.toString();
}

} // namespace

QJsonObject startJson(const RunRequest &request)
{
    QJsonObject out = common(request);
    out.insert("agent_id"_L1, request.agentId.value());
    return out;
}

QJsonObject invokeJson(const RunRequest &request)
{
    QJsonObject out = common(request);
    if (request.agentId.isEmpty())
        out.insert("agent_name"_L1, request.agentName);
    else
        out.insert("agent_id"_L1, request.agentId.value());
    if (!request.responseSchema.isEmpty())
        out.insert("response_schema"_L1, request.responseSchema);
    return out;
}

Result<RunOutcome> runOutcomeFromJson(const QJsonValue &value)
{
    Reader reader(value, u"outcome"_s);
    RunOutcome outcome;
    outcome.runId = RunId(reader.requiredId("run_id"_L1));
    outcome.status = RunStatus::fromWire(reader.requiredString("status"_L1));
    outcome.output = reader.json().contains("output"_L1) ? reader.value("output"_L1) : QJsonValue();
    outcome.errorText = errorOf(reader.value("error"_L1));
    if (reader.failed())
        return Unexpected{reader.error()};
    return outcome;
}

Result<RunAccepted> runAcceptedFromJson(const QJsonValue &value)
{
    Reader reader(value, u"accepted"_s);
    const RunAccepted accepted{RunId(reader.requiredId("run_id"_L1)), reader.string("status"_L1), reader.string("message"_L1)};
    if (reader.failed())
        return Unexpected{reader.error()};
    return accepted;
}

Result<RunProvenance> runProvenanceFromJson(const QJsonValue &value)
{
    Reader reader(value, u"provenance"_s);
    RunProvenance out;
    out.runId = RunId(reader.requiredId("run_id"_L1));
    out.isKnown = reader.boolean("has_provenance"_L1);
    out.message = reader.string("message"_L1);
    out.provenance = reader.object("provenance"_L1);
    out.verification = reader.object("verification"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return out;
}

} // namespace desk::wire
