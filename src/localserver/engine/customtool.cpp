#include "localserver/engine/customtool.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

// Where a program finds its libraries is a variable too: another value is another program.
QString digestOf(const QMap<QString, QString> &variables)
{
    QJsonObject all;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        all.insert(it.key(), it.value());
    const QByteArray json = QJsonDocument(all).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
}

} // namespace

QJsonObject CustomTool::definition() const
{
    return {{"name"_L1, name},
            {"mcp_tool"_L1, onServer},
            {"description"_L1, description},
            {"input"_L1, input},
            {"program"_L1, server.command},
            {"program_arguments"_L1, QJsonArray::fromStringList(server.arguments)},
            {"environment"_L1, QJsonArray::fromStringList(QStringList(server.environment.keyBegin(), server.environment.keyEnd()))},
            {"environment_digest"_L1, digestOf(server.environment)},
            {"timeout_seconds"_L1, server.timeoutSeconds}};
}

} // namespace desk::server
