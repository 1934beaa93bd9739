#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace desk {

// What a tool starts as an older version of it had it (AG-26): the tool server, `mcp_server`, and what the tool is called there,
// `mcp_tool`, which have no field in the editor. Secrets that the server does not have any more are left out. Pure; any thread.
class ToolLaunch
{
    Q_DECLARE_TR_FUNCTIONS(desk::ToolLaunch)
public:
    // The whole JSON of the tool as it is and as it was; of the latter after withServerSecrets().
    ToolLaunch(QJsonObject now, const QJsonObject &version);

    [[nodiscard]] QJsonObject appliedTo(QJsonObject tool) const; // both members are the version's
    [[nodiscard]] QString remark() const;                        // what that changes, in lines; empty: nothing

private:
    [[nodiscard]] QString serverLine() const;

    QJsonObject m_now;
    QStringList m_lost; // names of variables; before the version, which fills it
    QJsonObject m_version;
};

} // namespace desk
