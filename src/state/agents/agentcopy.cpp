#include "state/agents/agentcopy.h"

#include "state/agents/agentlimits.h"

#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// Of what a server takes in a name; a built-in's may have underscores.
QString nameFrom(const QString &name)
{
    QString out;
    for (const QChar letter : name) {
        const bool isPlain = letter.unicode() < 128 && letter.isLetterOrNumber();
        out.append(isPlain ? letter.toLower() : QChar(u'-'));
    }
    return out.left(agentlimit::name - 16);
}

} // namespace

Agent agentCopy(const Agent &agent, const QStringList &takenNames)
{
    Agent out = agent;
    out.raw = {};
    out.etag.clear();
    out.id = {};
    out.isBuiltin = false;
    out.isActive = true;
    out.visibility = AgentVisibility::Personal;
    out.appId.clear();
    out.createdBy = {};
    out.version = 0;
    out.createdAt = out.updatedAt = {};
    const QString stem = nameFrom(agent.name) + u"-copy"_s;
    out.name = stem;
    for (int number = 2; takenNames.contains(out.name); ++number)
        out.name = stem + u'-' + QString::number(number);
    out.displayName = QCoreApplication::translate("desk::AgentCopy", "%1 (copy)").arg(agent.title());
    return out;
}

} // namespace desk
