#include "state/workflows/workflowreferences.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int maxDepth = 32; // a definition is foreign data

void addOnce(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

void collect(const QJsonArray &steps, WorkflowReferences &out, int depth)
{
    QSet<QString> ids;
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        const QString type = step.value("type"_L1).toString();
        const QString id = step.value("id"_L1).toString();
        if (ids.contains(id))
            addOnce(out.repeatedIds, id);
        ids.insert(id);
        if (type == "tool"_L1)
            addOnce(out.tools, step.value("tool"_L1).toString());
        if (type == "agent"_L1)
            addOnce(out.agents, step.value("agent"_L1).toString(step.value("agent_id"_L1).toString()));
        if (depth >= maxDepth)
            continue;
        collect(step.value("parallel_steps"_L1).toArray(), out, depth + 1);
        collect(step.value("loop_config"_L1).toObject().value("steps"_L1).toArray(), out, depth + 1);
    }
}

} // namespace

WorkflowReferences WorkflowReferences::of(const QJsonObject &workflow)
{
    WorkflowReferences out;
    collect(workflow.value("steps"_L1).toArray(), out, 0);
    return out;
}

} // namespace desk
