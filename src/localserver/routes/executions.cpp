#include "localserver/engine/workflow/executionwords.h"
#include "localserver/routes/executionfeed.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/routes/workflowcatalog.h"
#include "localserver/texts.h"
#include "wire/workflow/workflowinput.h"
#include "wire/workflow/workflowreference.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Response noExecution()
{
    return notFound(LocalServer::tr("There is no such execution."));
}

Response executionResponse(const Services &services, const ExecutionId &id)
{
    const auto record = services.store.executions.find(id);
    return record ? Response::json(executionJson(*record, services.store.executions.steps(id))) : noExecution();
}

Response badRequest(const QString &detail)
{
    return Response::problem(400, detail, "invalid"_L1);
}

Response execute(const Services &services, const Request &request)
{
    const auto workflow = findWorkflow(services.store, request.param("id"_L1));
    if (!workflow)
        return notFound(LocalServer::tr("There is no such workflow."));
    if (!workflow->value("is_active"_L1).toBool(true))
        return conflict(LocalServer::tr("The workflow \"%1\" is inactive. Activate it first.").arg(workflow->value("name"_L1).toString()));
    const QJsonObject body = request.object();
    for (const auto key : {"input_data"_L1, "guardrails"_L1}) {
        const QJsonValue value = body.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isObject())
            return badRequest(LocalServer::tr("\"%1\" must be an object.").arg(key));
    }
    const QJsonObject own = body.value("guardrails"_L1).toObject();
    if (const QString fault = WorkflowLimits::fault(own); !fault.isEmpty())
        return badRequest(fault);
    const QJsonObject input = body.value("input_data"_L1).toObject();
    if (wire::isLargerThan(input, WorkflowLimits::mostOutputBytes))
        return badRequest(LocalServer::tr("The input of the workflow is too large or nested too deeply."));
    if (const auto fits = wire::workflowInput(workflow->value("input_schema"_L1).toObject(), input); !fits.error.isEmpty())
        return badRequest(fits.error);
    QJsonObject guardrails = workflow->value("guardrails"_L1).toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        guardrails.insert(it.key(), it.value());
    return Response::json(executionJson(services.executions.create(*workflow, input, guardrails), {}));
}

Response listExecutions(const Services &services, const Request &request)
{
    services.executions.reap();
    const WorkflowId id(request.param("id"_L1));
    const int limit = request.intArgument("limit"_L1, 50, 1, 100);
    const int offset = request.intArgument("offset"_L1, 0, 0, 1'000'000);
    const QList<ExecutionRecord> records = services.store.executions.list(id, request.argument("status"_L1), limit, offset);
    if (records.isEmpty() && !findWorkflow(services.store, id.value()))
        return notFound(LocalServer::tr("There is no such workflow."));
    QJsonArray out;
    qsizetype budget = mostAnswerBytes;
    for (const ExecutionRecord &record : records)
        out.append(executionJson(record, services.store.executions.steps(record.execution.id), budget));
    return Response::json(out);
}

Response listSteps(const Services &services, const ExecutionId &id)
{
    services.executions.reap();
    if (!services.store.executions.find(id))
        return noExecution();
    QJsonArray out;
    const QList<StepRecord> steps = services.store.executions.steps(id);
    qsizetype budget = mostAnswerBytes;
    for (const StepRecord &step : steps)
        out.append(stepJson(step, budget));
    return Response::json(out);
}

Response stopExecution(const Services &services, const ExecutionId &id)
{
    services.executions.reap();
    if (!services.store.executions.find(id))
        return noExecution();
    if (!services.executions.stop(id))
        return badRequest(LocalServer::tr("This execution has already ended."));
    return executionResponse(services, id);
}

Response notTaken(QLatin1StringView code, const QString &detail)
{
    return Response::problem(409, detail, code, {{"code"_L1, QString(code)}});
}

Response answered(const Services &services, const ExecutionId &id, ApprovalReply reply)
{
    switch (reply) {
    case ApprovalReply::Taken:
        break;
    case ApprovalReply::NotWaiting:
        return notTaken("not_waiting"_L1, LocalServer::tr("This execution does not wait for an answer."));
    case ApprovalReply::OtherCall:
        return notTaken("other_call"_L1, LocalServer::tr("The execution waits for another answer. Look at it again."));
    case ApprovalReply::AlreadyAnswered:
        return notTaken("already_answered"_L1, LocalServer::tr("This was already answered."));
    case ApprovalReply::Expired:
        return notTaken("approval_expired"_L1, LocalServer::tr("The answer came too late."));
    case ApprovalReply::ToolChanged:
        return notTaken("tool_changed"_L1, LocalServer::tr("The tool was changed or removed after this was asked. Refuse the call."));
    case ApprovalReply::Elsewhere:
        return Response::problem(503, LocalServer::tr("The answer could not be stored. Try again."), "storage"_L1);
    }
    return executionResponse(services, id);
}

Response approve(const Services &services, const Request &request)
{
    services.executions.reap();
    const ExecutionId id(request.param("id"_L1));
    const auto record = services.store.executions.find(id);
    if (!record)
        return noExecution();
    const QJsonValue hash = request.object().value("arguments_hash"_L1);
    const QString option = request.object().value("option_id"_L1).toString();
    WorkflowMachine *machine = services.executions.machine(id);
    if (!machine && !isTerminal(record->execution.status) && !services.executions.isOwn(*record))
        return notTaken("elsewhere"_L1, LocalServer::tr("Another local server works on this execution. Answer there."));
    if (!machine)
        return answered(services, id, ApprovalReply::NotWaiting);
    const bool hasHash = hash.isString() && !hash.toString().isEmpty();
    const PersonWait *asked = hasHash ? machine->question(hash.toString()) : machine->onlyQuestion();
    if (!hasHash && !asked && machine->journal().record().execution.status == ExecutionStatus::AwaitingHuman)
        return badRequest(LocalServer::tr("\"%1\" must be a text.").arg("arguments_hash"_L1));
    if (asked && !asked->offers(option))
        return badRequest(LocalServer::tr("The option \"%1\" was not offered.").arg(option.left(100)));
    const QString comment = request.object().value("comment"_L1).toString();
    return answered(services, id, machine->answer(asked ? asked->hash() : hash.toString(), option, comment));
}

Response resume(const Services &services, const Request &request)
{
    services.executions.reap();
    const ExecutionId id(request.param("id"_L1));
    const QString from = request.object().value("from"_L1).toString(u"failed"_s);
    if (from != "failed"_L1 && from != "start"_L1)
        return badRequest(LocalServer::tr("\"%1\" must be one of %2.").arg("from"_L1, "failed, start"_L1));
    const Result<> resumed = services.executions.resume(id, from == "start"_L1);
    return resumed ? executionResponse(services, id) : problemOf(resumed.error());
}

Response stream(const Services &services, const Request &request)
{
    services.executions.reap();
    const ExecutionId id(request.param("id"_L1));
    const auto record = services.store.executions.find(id);
    if (!record)
        return noExecution();
    qint64 after = services.store.executions.attemptStart(id);
    const QByteArray last = request.header("last-event-id");
    if (!last.isEmpty()) {
        bool ok = false;
        after = last.toLongLong(&ok);
        if (!ok || after < 1 || after > services.store.executions.lastEvent(id))
            return Response::problem(410, LocalServer::tr("This place in the stream is not known. Read the execution as a whole instead."),
                                     "unknown_event_id"_L1, {{"snapshot"_L1, QString(u"/agents/workflows/executions/"_s + id.value())}});
    }
    return Response::events(std::make_shared<ExecutionFeed>(services.store, services.executions, *record, after), {});
}

} // namespace

void addExecutionRoutes(Router &router, Services &services)
{
    const auto idOf = [](const Request &request) { return ExecutionId(request.param("id"_L1)); };
    router.add("GET", "/agents/workflows/executions/{id}"_L1, [&services, idOf](const Request &request) {
        services.executions.reap();
        return executionResponse(services, idOf(request));
    });
    router.add("GET", "/agents/workflows/executions/{id}/steps"_L1,
               [&services, idOf](const Request &request) { return listSteps(services, idOf(request)); });
    router.add("POST", "/agents/workflows/executions/{id}/stop"_L1,
               [&services, idOf](const Request &request) { return stopExecution(services, idOf(request)); });
    router.add("POST", "/agents/workflows/executions/{id}/approve"_L1,
               [&services](const Request &request) { return approve(services, request); });
    router.add("POST", "/agents/workflows/executions/{id}/resume"_L1,
               [&services](const Request &request) { return resume(services, request); });
    router.add("GET", "/streams/executions/{id}"_L1, [&services](const Request &request) { return stream(services, request); });
    router.add("POST", "/agents/workflows/{id}/execute"_L1, [&services](const Request &request) { return execute(services, request); });
    router.add("GET", "/agents/workflows/{id}/executions"_L1,
               [&services](const Request &request) { return listExecutions(services, request); });
}

} // namespace desk::server
