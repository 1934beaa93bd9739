#include "localserver/routes/workflowcatalog.h"

#include "localserver/engine/workflow/workflowlimits.h"
#include "localserver/errors.h"
#include "localserver/routes/builtinworkflows.h"
#include "localserver/routes/workflowcheck.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype maxNameChars = 100;

Unexpected<Error> refused(Error::Kind kind, int status, const QString &text)
{
    return Unexpected{refusal(kind, status, text)};
}

bool isBuiltin(const QString &id)
{
    const QList<QJsonObject> all = builtinWorkflows();
    return std::any_of(all.begin(), all.end(), [&id](const QJsonObject &one) { return one.value("id"_L1).toString() == id; });
}

bool isTaken(const Store &store, const QString &name, const QString &id)
{
    const QJsonArray all = allWorkflows(store);
    return std::any_of(all.begin(), all.end(),
                       [&](const QJsonValue &one) { return one["name"_L1].toString() == name && one["id"_L1].toString() != id; });
}

QString shapeFault(const QJsonObject &json)
{
    for (const auto key : {"trigger"_L1, "guardrails"_L1, "input_schema"_L1}) {
        const QJsonValue value = json.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isObject())
            return LocalServer::tr("\"%1\" must be an object.").arg(key);
    }
    if (const QJsonValue active = json.value("is_active"_L1); !active.isUndefined() && !active.isBool())
        return LocalServer::tr("\"%1\" must be true or false.").arg("is_active"_L1);
    return WorkflowLimits::fault(json.value("guardrails"_L1).toObject());
}

// prefix: how the contract begins the sentence.
Result<> check(const Store &store, const QJsonObject &json, const QString &id, const QString &prefix)
{
    const QString name = json.value("name"_L1).toString();
    if (name.isEmpty() || name.size() > maxNameChars)
        return refused(Error::Kind::Invalid, 422,
                       LocalServer::tr("A workflow needs a name of at most %n characters.", nullptr, static_cast<int>(maxNameChars)));
    QString fault = workflowFault(json.value("steps"_L1).toArray());
    if (fault.isEmpty())
        fault = shapeFault(json);
    if (!fault.isEmpty())
        return refused(Error::Kind::Invalid, 400, prefix.arg(fault));
    if (isTaken(store, name, id))
        return refused(Error::Kind::Conflict, 409, LocalServer::tr("There is already a workflow called \"%1\".").arg(name));
    return {};
}

QJsonObject save(Store &store, QJsonObject json, const QString &id, int version, const QString &createdAt)
{
    const QJsonObject own{{"id"_L1, id},
                          {"is_active"_L1, json.value("is_active"_L1).toBool(true)},
                          {"is_builtin"_L1, false},
                          {"created_by"_L1, u"local"_s},
                          {"version"_L1, version},
                          {"created_at"_L1, createdAt},
                          {"updated_at"_L1, wire::formatTime(now())}};
    for (auto it = own.begin(); it != own.end(); ++it)
        json.insert(it.key(), it.value());
    store.workflows.put({id, json.value("name"_L1).toString(), json});
    return json;
}

Result<> mayChange(const Store &store, const QString &id)
{
    if (isBuiltin(id))
        return refused(Error::Kind::Forbidden, 403, LocalServer::tr("Built-in workflows cannot be changed or deleted."));
    if (!store.workflows.find(id))
        return refused(Error::Kind::NotFound, 404, LocalServer::tr("There is no such workflow."));
    return {};
}

QJsonObject withTrimmedName(QJsonObject json)
{
    if (json.value("name"_L1).isString())
        json.insert("name"_L1, json.value("name"_L1).toString().trimmed());
    return json;
}

} // namespace

QJsonArray allWorkflows(const Store &store)
{
    QJsonArray out;
    const QList<QJsonObject> builtin = builtinWorkflows();
    for (const QJsonObject &workflow : builtin)
        out.append(workflow);
    const auto documents = store.workflows.list();
    for (const auto &document : documents)
        out.append(document.json);
    return out;
}

std::optional<QJsonObject> findWorkflow(const Store &store, const QString &id)
{
    const QList<QJsonObject> builtin = builtinWorkflows();
    for (const QJsonObject &workflow : builtin) {
        if (workflow.value("id"_L1).toString() == id)
            return workflow;
    }
    const auto document = store.workflows.find(id);
    return document ? std::optional(document->json.toObject()) : std::nullopt;
}

Result<QJsonObject> createWorkflow(Store &store, const QJsonObject &definition)
{
    const QJsonObject json = withTrimmedName(definition);
    if (const Result<> checked = check(store, json, {}, LocalServer::tr("Invalid workflow definition: %1")); !checked)
        return Unexpected{checked.error()};
    return save(store, json, newId(), 1, wire::formatTime(now()));
}

Result<QJsonObject> updateWorkflow(Store &store, const QString &id, const QJsonObject &patch)
{
    if (const Result<> allowed = mayChange(store, id); !allowed)
        return Unexpected{allowed.error()};
    const QJsonObject before = store.workflows.find(id)->json.toObject();
    QJsonObject json = before;
    const QJsonObject given = withTrimmedName(patch);
    for (auto it = given.begin(); it != given.end(); ++it)
        json.insert(it.key(), it.value());
    if (const Result<> checked = check(store, json, id, LocalServer::tr("Invalid workflow steps: %1")); !checked)
        return Unexpected{checked.error()};
    return save(store, json, id, before.value("version"_L1).toInt() + 1, before.value("created_at"_L1).toString());
}

Result<> removeWorkflow(Store &store, const QString &id)
{
    Result<> allowed = mayChange(store, id);
    if (allowed)
        store.workflows.remove(id);
    return allowed;
}

} // namespace desk::server
