#include "api/endpoints/workflowsapi.h"

#include "wire/json/executionjson.h"
#include "wire/json/workflowjson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<QList<Workflow>> *WorkflowsApi::list()
{
    return Chapter::get<QList<Workflow>>(u"/agents/workflows"_s, listOf<Workflow>(wire::workflowFromJson));
}

ApiCall<Workflow> *WorkflowsApi::get(const WorkflowId &id)
{
    return Chapter::get<Workflow>(path(u"/agents/workflows/%1"_s, id.value()), wire::workflowFromJson);
}

ApiCall<Workflow> *WorkflowsApi::create(const Workflow &workflow)
{
    return write<Workflow>("POST", u"/agents/workflows"_s, wire::workflowCreation(workflow), wire::workflowFromJson);
}

ApiCall<Workflow> *WorkflowsApi::update(const Workflow &before, const Workflow &after)
{
    return send<Workflow>({.verb = "PUT",
                           .path = path(u"/agents/workflows/%1"_s, before.id.value()),
                           .body = compact(wire::workflowChanges(before, after)),
                           .ifMatch = before.etag,
                           .mayRepeat = before.etag.isEmpty()},
                          wire::workflowFromJson);
}

ApiCall<void> *WorkflowsApi::remove(const WorkflowId &id)
{
    return Chapter::remove(path(u"/agents/workflows/%1"_s, id.value()));
}

ApiCall<WorkflowExecution> *WorkflowsApi::execute(const WorkflowId &id, const QJsonObject &input)
{
    return send<WorkflowExecution>({.verb = "POST",
                                    .path = path(u"/agents/workflows/%1/execute"_s, id.value()),
                                    .body = compact({{u"input_data"_s, input}}),
                                    .patience = Patience::blocking(),
                                    .mayRepeat = false},
                                   wire::executionFromJson);
}

} // namespace desk
