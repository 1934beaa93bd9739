#include "api/endpoints/executionsapi.h"

#include "wire/json/executionjson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<Page<WorkflowExecution>> *ExecutionsApi::list(const WorkflowId &workflow, const ExecutionFilter &filter, qsizetype offset,
                                                      qsizetype limit)
{
    return Chapter::get<Page<WorkflowExecution>>(path(u"/agents/workflows/%1/executions"_s, workflow.value()),
                                                 pageOf<WorkflowExecution>(wire::executionFromJson, offset, limit),
                                                 Query().page(offset, limit).text("status"_L1, filter.status.wire()));
}

ApiCall<WorkflowExecution> *ExecutionsApi::get(const ExecutionId &id)
{
    return Chapter::get<WorkflowExecution>(path(u"/agents/workflows/executions/%1"_s, id.value()), wire::executionFromJson);
}

ApiCall<QList<StepExecution>> *ExecutionsApi::steps(const ExecutionId &id)
{
    return Chapter::get<QList<StepExecution>>(path(u"/agents/workflows/executions/%1/steps"_s, id.value()),
                                              listOf<StepExecution>(wire::stepExecutionFromJson));
}

ApiCall<WorkflowExecution> *ExecutionsApi::stop(const ExecutionId &id)
{
    return write<WorkflowExecution>("POST", path(u"/agents/workflows/executions/%1/stop"_s, id.value()), {}, wire::executionFromJson);
}

ApiCall<WorkflowExecution> *ExecutionsApi::approve(const ExecutionId &id, const Approval &approval)
{
    QJsonObject body{{u"option_id"_s, approval.optionId}};
    if (!approval.comment.isEmpty())
        body.insert("comment"_L1, approval.comment);
    if (!approval.argumentsHash.isEmpty())
        body.insert("arguments_hash"_L1, approval.argumentsHash);
    return send<WorkflowExecution>(
        {.verb = "POST", .path = path(u"/agents/workflows/executions/%1/approve"_s, id.value()), .body = compact(body), .mayRepeat = false},
        wire::executionFromJson);
}

ApiCall<WorkflowExecution> *ExecutionsApi::resume(const ExecutionId &id, ResumeFrom from)
{
    return send<WorkflowExecution>({.verb = "POST",
                                    .path = path(u"/agents/workflows/executions/%1/resume"_s, id.value()),
                                    .body = compact({{u"from"_s, from == ResumeFrom::Start ? u"start"_s : u"failed"_s}}),
                                    .patience = Patience::blocking(),
                                    .mayRepeat = false},
                                   wire::executionFromJson);
}

} // namespace desk
