#include "localserver/errors.h"
#include "localserver/routes/approvals.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"
#include "wire/json/runjson.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QJsonObject runJson(const Services &services, RunRecord record)
{
    record.run.events = services.store.events.timeline(record.run.id);
    return wire::toJson(record.run);
}

Response oneRun(const Services &services, const QString &id)
{
    services.runs.reap();
    const auto record = services.store.runs.find(RunId(id));
    return record ? Response::json(runJson(services, *record)) : notFound(LocalServer::tr("There is no such run."));
}

// Fills in a plain run from {agent_id | agent_name, input: {prompt, …}}.
Result<RunRecord> readRun(const Services &services, const QJsonObject &body)
{
    const auto refused = [](int status, const QString &text) { return Unexpected{refusal(Error::Kind::Invalid, status, text)}; };
    const QString wanted = body.contains("agent_id"_L1) ? body.value("agent_id"_L1).toString() : body.value("agent_name"_L1).toString();
    if (wanted.isEmpty())
        return refused(422, LocalServer::tr("A run needs \"agent_id\" or \"agent_name\"."));
    RunRecord record;
    record.run.input = body.value("input"_L1).toObject();
    record.run.prompt = record.run.input.value("prompt"_L1).toString();
    if (record.run.prompt.trimmed().isEmpty())
        return refused(400, LocalServer::tr("A run needs a non-empty \"input.prompt\"."));
    const auto agent = services.agents.find(wanted);
    if (!agent)
        return refused(404, LocalServer::tr("There is no such agent."));
    if (!agent->isActive)
        return refused(409, LocalServer::tr("The agent \"%1\" is inactive. Activate it first.").arg(agent->name));
    record.run.agentId = agent->id;
    record.run.agentName = agent->name;
    record.run.input.insert("selected_agents"_L1, QJsonArray{agent->name});
    return record;
}

Response postRun(Services &services, const Request &request)
{
    const Result<RunRecord> record = readRun(services, request.object());
    return record ? Response::json(runJson(services, services.runs.create(*record)), 202) : problemOf(record.error());
}

Response invokeAsync(Services &services, const Request &request)
{
    const Result<RunRecord> record = readRun(services, request.object());
    if (!record)
        return problemOf(record.error());
    const RunRecord created = services.runs.create(*record);
    return Response::json(QJsonObject{{"run_id"_L1, created.run.id.value()},
                                      {"status"_L1, u"accepted"_s},
                                      {"message"_L1, LocalServer::tr("The run has started.")}},
                          202);
}

Result<RunTable::Filter> readFilter(const Request &request)
{
    RunTable::Filter filter;
    filter.agentId = request.argument("agent_id"_L1);
    filter.status = request.argument("status"_L1);
    filter.text = request.argument("q"_L1);
    filter.limit = request.intArgument("limit"_L1, 50, 1, 100);
    filter.offset = request.intArgument("offset"_L1, 0, 0, 1'000'000);
    filter.cursor = request.argument("cursor"_L1).toLongLong();
    for (const auto &[key, target] :
         {std::pair{"created_after"_L1, &filter.createdAfter}, std::pair{"created_before"_L1, &filter.createdBefore}}) {
        const QString text = request.argument(key);
        *target = wire::parseTime(text);
        if (!text.isEmpty() && !target->isValid())
            return Unexpected{refusal(Error::Kind::Invalid, 422, LocalServer::tr("\"%1\" is not a time.").arg(key))};
    }
    return filter;
}

Response listRuns(const Services &services, const Request &request)
{
    services.runs.reap();
    const Result<RunTable::Filter> filter = readFilter(request);
    if (!filter)
        return problemOf(filter.error());
    QJsonArray out;
    const QList<RunRecord> records = services.store.runs.list(*filter);
    for (const RunRecord &record : records)
        out.append(runJson(services, record));
    Response response = Response::json(out).with("X-Total-Count", QByteArray::number(services.store.runs.count(*filter)));
    if (records.size() == filter->limit)
        response.with("X-Next-Cursor", QByteArray::number(records.constLast().seq));
    return response;
}

Response cancelRun(Services &services, const QString &id)
{
    services.runs.reap();
    const auto record = services.store.runs.find(RunId(id));
    if (!record)
        return notFound(LocalServer::tr("There is no such run."));
    if (!services.runs.cancel(record->run.id))
        return conflict(LocalServer::tr("This run has already ended."));
    return Response::json(runJson(services, *record), 202);
}

Response retryRun(Services &services, const QString &id)
{
    services.runs.reap();
    const Result<RunRecord> record = services.runs.retry(RunId(id));
    return record ? Response::json(runJson(services, *record), 202) : problemOf(record.error());
}

} // namespace

void addRunRoutes(Router &router, Services &services)
{
    router.add("GET", "/runs"_L1, [&services](const Request &request) { return listRuns(services, request); });
    router.add("POST", "/runs"_L1, [&services](const Request &request) { return postRun(services, request); });
    router.add("POST", "/runs/invoke-async"_L1, [&services](const Request &request) { return invokeAsync(services, request); });
    router.add("GET", "/runs/{id}"_L1, [&services](const Request &request) { return oneRun(services, request.param("id"_L1)); });
    router.add("POST", "/runs/{id}/cancel"_L1, [&services](const Request &request) { return cancelRun(services, request.param("id"_L1)); });
    router.add("POST", "/runs/{id}/answer"_L1, [&services](const Request &request) { return answerRun(services, request); });
    router.add("POST", "/runs/{id}/retry"_L1, [&services](const Request &request) { return retryRun(services, request.param("id"_L1)); });
}

} // namespace desk::server
