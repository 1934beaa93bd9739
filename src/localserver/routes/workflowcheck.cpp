#include "localserver/routes/workflowcheck.h"

#include "localserver/texts.h"

#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype maxParallelSteps = 64; // they all run at once
constexpr qsizetype maxIdChars = 200;      // ids are in every event

QString listFault(const QJsonArray &steps, QSet<QString> &ids, int depth);

QString needs(const QString &id, QLatin1StringView member)
{
    return LocalServer::tr("The step \"%1\" needs \"%2\".").arg(id, member);
}

QString nestedFault(const QJsonObject &step, const QString &id, QSet<QString> &ids, int depth)
{
    const bool isLoop = step.value("type"_L1) == "loop"_L1;
    const QJsonObject loop = step.value("loop_config"_L1).toObject();
    if (isLoop && loop.value("items_path"_L1).toString().isEmpty())
        return needs(id, "loop_config.items_path"_L1);
    const QJsonArray inner = isLoop ? loop.value("steps"_L1).toArray() : step.value("parallel_steps"_L1).toArray();
    if (inner.isEmpty())
        return needs(id, isLoop ? "loop_config.steps"_L1 : "parallel_steps"_L1);
    if (!isLoop && inner.size() > maxParallelSteps)
        return LocalServer::tr("The parallel step \"%1\" holds more than %L2 steps.").arg(id).arg(maxParallelSteps);
    return listFault(inner, ids, depth + 1);
}

QString kindFault(const QJsonObject &step, const QString &id, QSet<QString> &ids, int depth)
{
    const QString type = step.value("type"_L1).toString();
    const auto isEmpty = [&step](QLatin1StringView key) { return step.value(key).toString().isEmpty(); };
    if (type == "tool"_L1)
        return isEmpty("tool"_L1) ? needs(id, "tool"_L1) : QString();
    if (type == "agent"_L1)
        return isEmpty("agent"_L1) && isEmpty("agent_id"_L1) ? needs(id, "agent"_L1) : QString();
    if (type == "human"_L1)
        return step.value("human_config"_L1).isObject() ? QString() : needs(id, "human_config"_L1);
    if (type == "condition"_L1) {
        const QJsonObject condition = step.value("condition"_L1).toObject();
        const bool complete = condition.value("field"_L1).isString() && condition.value("operator"_L1).isString();
        return complete ? QString() : needs(id, "condition.field, condition.operator"_L1);
    }
    if (type == "loop"_L1 || type == "parallel"_L1)
        return nestedFault(step, id, ids, depth);
    if (type == "input"_L1 || type == "output"_L1 || type == "transform"_L1)
        return {};
    return LocalServer::tr("The step \"%1\" has the unknown type \"%2\".").arg(id, type);
}

QString listFault(const QJsonArray &steps, QSet<QString> &ids, int depth)
{
    constexpr int maxDepth = 8;
    if (depth > maxDepth)
        return LocalServer::tr("The steps are nested too deeply.");
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        const QString id = step.value("id"_L1).toString();
        if (id.isEmpty())
            return LocalServer::tr("Every step needs an \"id\".");
        if (id.size() > maxIdChars)
            return LocalServer::tr("The id of the step \"%1\" is too long.").arg(id.left(40));
        if (ids.contains(id))
            return LocalServer::tr("Two steps have the id \"%1\".").arg(id);
        ids.insert(id);
        if (const QString fault = kindFault(step, id, ids, depth); !fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace

QString workflowFault(const QJsonArray &steps)
{
    if (steps.isEmpty())
        return LocalServer::tr("A workflow needs at least one step.");
    QSet<QString> ids;
    return listFault(steps, ids, 0);
}

} // namespace desk::server
