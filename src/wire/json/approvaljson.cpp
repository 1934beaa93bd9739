#include "wire/json/approvaljson.h"

#include "wire/problem.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk::wire {

void insertApproval(QJsonObject &object, const Prompt &prompt)
{
    object.insert("option_ids"_L1, QJsonArray::fromStringList(prompt.optionIds));
    object.insert("arguments_hash"_L1, prompt.argumentsHash);
    object.insert("tool_name"_L1, prompt.toolName);
    object.insert("program"_L1, prompt.program);
    object.insert("program_arguments"_L1, QJsonArray::fromStringList(prompt.programArguments));
    object.insert("environment"_L1, QJsonArray::fromStringList(prompt.environment));
    object.insert("arguments"_L1, prompt.arguments);
    if (prompt.expiresAt.isValid())
        object.insert("expires_at"_L1, formatTime(prompt.expiresAt));
}

void readApproval(Prompt &prompt, const Reader &object)
{
    prompt.argumentsHash = object.string("arguments_hash"_L1);
    if (!prompt.isApproval())
        return;
    prompt.optionIds = object.strings("option_ids"_L1);
    prompt.toolName = object.string("tool_name"_L1);
    prompt.program = object.string("program"_L1);
    prompt.programArguments = object.strings("program_arguments"_L1);
    prompt.environment = object.strings("environment"_L1);
    prompt.arguments = object.object("arguments"_L1);
    prompt.expiresAt = object.time("expires_at"_L1);
}

std::optional<Prompt> approvalAsked(const Error &error)
{
    if (error.kind != Error::Kind::Conflict || error.code != approvalRequired)
        return std::nullopt;
    const Reader object(error.asked);
    Prompt prompt;
    prompt.program = object.string("program"_L1);
    prompt.programArguments = object.strings("arguments"_L1);
    prompt.environment = object.strings("environment"_L1);
    prompt.argumentsHash = object.string("arguments_hash"_L1);
    return prompt.program.isEmpty() ? std::nullopt : std::optional(prompt);
}

} // namespace desk::wire
