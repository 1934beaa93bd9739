#include "wire/json/waitingstepjson.h"

#include "wire/json/approvaljson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr auto toolKind = "tool"_L1;

WaitingStep stepFrom(const QJsonObject &object)
{
    const Reader reader(object);
    WaitingStep out;
    out.stepId = reader.string("step_id"_L1);
    out.isTool = reader.string("kind"_L1) == toolKind;
    out.onTimeout = reader.string("on_timeout"_L1);
    out.prompt.type = Prompt::Type::Choice;
    out.prompt.text = reader.string("notification"_L1);
    out.prompt.argumentsHash = reader.string("arguments_hash"_L1);
    out.prompt.expiresAt = reader.time("expires_at"_L1);
    if (out.isTool)
        readApproval(out.prompt, reader);
    out.prompt.optionIds.clear();
    readOptions(out.prompt, reader.array("options"_L1));
    return out;
}

QJsonObject toJson(const WaitingStep &step)
{
    QJsonArray options;
    for (qsizetype i = 0; i < step.prompt.optionIds.size(); ++i)
        options.append(QJsonObject{{"id"_L1, step.prompt.optionIds.at(i)}, {"label"_L1, step.prompt.options.value(i)}});
    QJsonObject out{{"step_id"_L1, step.stepId},
                    {"kind"_L1, step.isTool ? QString(toolKind) : u"human"_s},
                    {"notification"_L1, step.prompt.text},
                    {"on_timeout"_L1, step.onTimeout},
                    {"arguments_hash"_L1, step.prompt.argumentsHash}};
    if (step.isTool)
        insertApproval(out, step.prompt);
    out.insert("options"_L1, options);
    if (step.prompt.expiresAt.isValid())
        out.insert("expires_at"_L1, formatTime(step.prompt.expiresAt));
    return out;
}

} // namespace

void readOptions(Prompt &prompt, const QJsonArray &options)
{
    for (const QJsonValue &option : options) {
        const QString id = option["id"_L1].toString();
        if (id.isEmpty() || prompt.optionIds.contains(id) || prompt.optionIds.size() >= mostOptions)
            continue;
        const QString label = option["label"_L1].toString();
        prompt.optionIds.append(id);
        prompt.options.append(label.trimmed().isEmpty() ? id : label);
    }
}

QList<WaitingStep> waitingStepsFrom(const Reader &execution)
{
    QJsonArray told = execution.array("approvals"_L1);
    if (told.isEmpty())
        told = {execution.value("approval"_L1)};
    QList<WaitingStep> out;
    for (const QJsonValue &one : std::as_const(told)) {
        if (one.isObject() && !one.toObject().isEmpty() && out.size() < mostWaitingSteps)
            out.append(stepFrom(one.toObject()));
    }
    return out;
}

void insertWaiting(QJsonObject &execution, const QList<WaitingStep> &steps)
{
    QJsonArray out;
    for (const WaitingStep &step : steps)
        out.append(toJson(step));
    if (!out.isEmpty())
        execution.insert("approvals"_L1, out);
}

} // namespace desk::wire
