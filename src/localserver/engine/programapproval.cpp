#include "localserver/engine/programapproval.h"

#include "localserver/texts.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QStringList variablesOf(const CustomTool &tool)
{
    return QStringList(tool.server.environment.keyBegin(), tool.server.environment.keyEnd());
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString inWords(const ProgramCall &call)
{
    const McpServer &server = call.tool.server;
    QString text = LocalServer::tr("The agent %1 wants to use the tool %2. This would start the program %3 with the arguments %4.")
                       .arg(call.agent, call.tool.name, listedWords({server.command}), listedWords(server.arguments));
    if (const QStringList variables = variablesOf(call.tool); !variables.isEmpty())
        text += u' ' + LocalServer::tr("It would be given the variables %1.").arg(listedWords(variables)); // their values may be secret
    return text + u' ' + LocalServer::tr("The tool would be told: %1").arg(QString::fromUtf8(compactJson(call.arguments)));
}

} // namespace

QString listedWords(const QStringList &words)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(words)).toJson(QJsonDocument::Compact));
}

// QJsonObject keeps its keys sorted, so compact output is canonical.
QString approvalHash(const ProgramCall &call)
{
    const QJsonObject all{
        {"run"_L1, call.run.value()}, {"call"_L1, call.call}, {"tool"_L1, call.tool.definition()}, {"arguments"_L1, call.arguments}};
    return QString::fromLatin1(QCryptographicHash::hash(compactJson(all), QCryptographicHash::Sha256).toHex());
}

Prompt approvalPrompt(const ProgramCall &call, const QDateTime &expiresAt)
{
    Prompt prompt;
    prompt.type = Prompt::Type::Choice;
    prompt.source = call.agent;
    prompt.text = inWords(call);
    prompt.options = {LocalServer::tr("Start the program"), LocalServer::tr("Refuse")};
    prompt.optionIds = {approveOption, refuseOption};
    prompt.defaultOption = prompt.options.constLast();
    prompt.argumentsHash = approvalHash(call);
    prompt.toolName = call.tool.name;
    prompt.program = call.tool.server.command;
    prompt.programArguments = call.tool.server.arguments;
    prompt.environment = variablesOf(call.tool);
    prompt.arguments = call.arguments;
    prompt.expiresAt = expiresAt;
    return prompt;
}

} // namespace desk::server
