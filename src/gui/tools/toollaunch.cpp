#include "gui/tools/toollaunch.h"

#include "gui/text/textlimiter.h"
#include "state/definitions/keptsecrets.h"

#include <QJsonArray>
#include <QLocale>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto server = "mcp_server"_L1;
constexpr auto nameThere = "mcp_tool"_L1;

// What is null is not there.
QJsonValue memberOf(const QJsonObject &tool, QLatin1StringView key)
{
    const QJsonValue value = tool.value(key);
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
}

QString programLine(const QJsonObject &launch)
{
    QStringList words{launch.value("command"_L1).toString()};
    const QJsonArray arguments = launch.value("args"_L1).toArray();
    for (const QJsonValue &argument : arguments)
        words.append(argument.toString());
    return displayLine(words.join(u' '), 300);
}

} // namespace

ToolLaunch::ToolLaunch(QJsonObject now, const QJsonObject &version)
    : m_now(std::move(now))
    , m_version(withoutKeptMarks(version, m_lost))
{
}

QJsonObject ToolLaunch::appliedTo(QJsonObject tool) const
{
    for (const QLatin1StringView key : {server, nameThere})
        tool.insert(key, memberOf(m_version, key)); // undefined: it goes
    return tool;
}

QString ToolLaunch::serverLine() const
{
    const QJsonValue was = memberOf(m_version, server);
    if (was == memberOf(m_now, server))
        return {};
    if (was.isUndefined())
        return tr("This version names no tool server: the tool server goes when this is saved.");
    return tr("The tool server comes from this version: %1").arg(programLine(was.toObject()));
}

QString ToolLaunch::remark() const
{
    QStringList lines;
    if (const QString line = serverLine(); !line.isEmpty())
        lines.append(line);
    const QJsonValue name = memberOf(m_version, nameThere);
    if (name != memberOf(m_now, nameThere)) {
        lines.append(name.isUndefined() ? tr("The tool server calls the tool by its own name, as in this version.")
                                        : tr("The tool server calls the tool as in this version: %1").arg(displayLine(name.toString())));
    }
    QStringList lost;
    for (const QString &variable : m_lost)
        lost.append(displayLine(variable, 80));
    if (!lost.isEmpty())
        lines.append(tr("Left out, since their values are not known for this program: %1", "names of variables")
                         .arg(QLocale().createSeparatedList(lost)));
    return lines.join(u'\n');
}

} // namespace desk
