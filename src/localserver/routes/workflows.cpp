#include "localserver/routes/builtinworkflows.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/routes/workflowcheck.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype maxNameChars = 100;

QJsonArray allWorkflows(const Services &services)
{
    QJsonArray out;
    const QList<QJsonObject> builtin = builtinWorkflows();
    for (const QJsonObject &workflow : builtin)
        out.append(workflow);
    const auto documents = services.store.workflows.list();
    for (const auto &document : documents)
        out.append(document.json);
    return out;
}

Response oneWorkflow(const Services &services, const QString &id)
{
    const QJsonArray all = allWorkflows(services);
    for (const QJsonValue &workflow : all) {
        if (workflow.toObject().value("id"_L1).toString() == id)
            return Response::json(workflow.toObject());
    }
    return notFound(LocalServer::tr("There is no such workflow."));
}

bool isTaken(const Services &services, const QString &name)
{
    const QJsonArray all = allWorkflows(services);
    for (const QJsonValue &workflow : all) {
        if (workflow.toObject().value("name"_L1).toString() == name)
            return true;
    }
    return false;
}

Response createWorkflow(const Services &services, const QJsonObject &body)
{
    const QString name = body.value("name"_L1).toString().trimmed();
    if (name.isEmpty() || name.size() > maxNameChars)
        return invalid(LocalServer::tr("A workflow needs a name of at most %n characters.", nullptr, static_cast<int>(maxNameChars)));
    if (const QString fault = workflowFault(body.value("steps"_L1).toArray()); !fault.isEmpty())
        return Response::problem(400, LocalServer::tr("Invalid workflow definition: %1").arg(fault), "invalid"_L1);
    if (isTaken(services, name))
        return conflict(LocalServer::tr("There is already a workflow called \"%1\".").arg(name));
    QJsonObject json = body;
    const QString time = wire::formatTime(now());
    const QJsonObject own{
        {"id"_L1, newId()}, {"name"_L1, name},       {"is_active"_L1, true}, {"is_builtin"_L1, false}, {"created_by"_L1, u"local"_s},
        {"version"_L1, 1},  {"created_at"_L1, time}, {"updated_at"_L1, time}};
    for (auto it = own.begin(); it != own.end(); ++it)
        json.insert(it.key(), it.value());
    services.store.workflows.put({json.value("id"_L1).toString(), name, json});
    return Response::json(json, 201);
}

} // namespace

void addWorkflowRoutes(Router &router, Services &services)
{
    router.add("GET", "/agents/workflows"_L1, [&services](const Request &) { return Response::json(allWorkflows(services)); });
    router.add("POST", "/agents/workflows"_L1, [&services](const Request &request) { return createWorkflow(services, request.object()); });
    router.add("GET", "/agents/workflows/{id}"_L1,
               [&services](const Request &request) { return oneWorkflow(services, request.param("id"_L1)); });
}

} // namespace desk::server
