#include "localserver/engine/customtool.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk::server {

QJsonObject CustomTool::definition() const
{
    return {{"name"_L1, name},
            {"mcp_tool"_L1, onServer},
            {"description"_L1, description},
            {"input"_L1, input},
            {"program"_L1, server.command},
            {"program_arguments"_L1, QJsonArray::fromStringList(server.arguments)},
            {"environment"_L1, QJsonArray::fromStringList(QStringList(server.environment.keyBegin(), server.environment.keyEnd()))},
            {"timeout_seconds"_L1, server.timeoutSeconds}};
}

} // namespace desk::server
