#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/routes/workflowcatalog.h"
#include "localserver/texts.h"
#include "sqlite/transaction.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

// With the tag that reading it gives: the next save needs no reading in between.
Response saved(const Result<QJsonObject> &workflow, int status)
{
    if (!workflow)
        return problemOf(workflow.error());
    Response response = Response::json(*workflow, status);
    const QByteArray etag = response.etag();
    return response.with("ETag", etag);
}

Response oneWorkflow(const Store &store, const QString &id)
{
    const auto workflow = findWorkflow(store, id);
    return workflow ? Response::json(*workflow) : notFound(LocalServer::tr("There is no such workflow."));
}

Response deleteWorkflow(Store &store, const QString &id)
{
    const Result<> removed = removeWorkflow(store, id);
    return removed ? Response::noContent() : problemOf(removed.error());
}

} // namespace

void addWorkflowRoutes(Router &router, Services &services)
{
    Store &store = services.store;
    router.add("GET", "/agents/workflows"_L1, [&store](const Request &) { return Response::json(allWorkflows(store)); });
    router.add("POST", "/agents/workflows"_L1,
               [&store](const Request &request) { return saved(createWorkflow(store, request.object()), 201); });
    router.add("GET", "/agents/workflows/{id}"_L1, [&store](const Request &request) { return oneWorkflow(store, request.param("id"_L1)); });
    router.add("PUT", "/agents/workflows/{id}"_L1, [&store](const Request &request) {
        Transaction transaction(store.database());
        const Response response = saved(updateWorkflow(store, request.param("id"_L1), request.object()), 200);
        transaction.commit(); // a failure is latched and answered with the request
        return response;
    });
    router.add("DELETE", "/agents/workflows/{id}"_L1,
               [&store](const Request &request) { return deleteWorkflow(store, request.param("id"_L1)); });
}

} // namespace desk::server
