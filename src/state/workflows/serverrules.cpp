#include "state/workflows/workflowrules.h"
#include "state/workflows/workflowtexts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isGiven(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

} // namespace

// What looks like a setting and is none on this server.
void WorkflowRules::aboutServer(const IndexedStep &step)
{
    const auto remove = [&step](const QString &member, const QString &text) {
        return QList<WorkflowFix>{{WorkflowFix::Kind::RemoveMember, step.path, member, {}, text}};
    };
    if (const QJsonValue limits = step.step.value("guardrails"_L1); isGiven(limits) && limits != QJsonObject())
        say(Kind::IgnoredGuardrails, Severity::Hint, step, u"/guardrails"_s,
            WorkflowTexts::tr("Nothing enforces limits of a single step. Those of the workflow count."),
            remove(u"/guardrails"_s, WorkflowTexts::tr("Remove the limits")));
    if (!isTeam())
        return aboutLocalLimits(step);
    if (step.step.value("disabled"_L1).toBool())
        say(Kind::IgnoredDisabled, Severity::Warning, step, u"/disabled"_s,
            WorkflowTexts::tr("This server runs the step although it is switched off."),
            remove(u"/disabled"_s, WorkflowTexts::tr("Switch it on")));
    if (step.kind.value() == wire::WorkflowStepKind::Parallel && step.step.value("parallel_steps"_L1).toArray().size() > 1)
        say(Kind::ParallelFails, Severity::Error, step, u"/parallel_steps"_s,
            WorkflowTexts::tr("Two or more parallel steps fail on this server. Put them one behind the other."));
    if (step.kind.value() == wire::WorkflowStepKind::Loop && isGiven(steppath::member(step.step, u"/loop_config/max_iterations"_s)))
        say(Kind::IgnoredLoopLimit, Severity::Warning, step, u"/loop_config/max_iterations"_s,
            WorkflowTexts::tr("This server does not limit how often a loop runs: it goes through the whole list."),
            remove(u"/loop_config/max_iterations"_s, WorkflowTexts::tr("Remove the limit")));
    if (step.kind.value() != wire::WorkflowStepKind::Human)
        return;
    say(Kind::HumanNeverResumed, Severity::Warning, step, {},
        WorkflowTexts::tr("This server waits here for ever: it does not go on after the person has answered."));
    if (isGiven(steppath::member(step.step, u"/human_config/timeout_minutes"_s)))
        say(Kind::IgnoredTimeout, Severity::Warning, step, u"/human_config/timeout_minutes"_s,
            WorkflowTexts::tr("This server does not stop waiting after a time. The limit has no effect."),
            remove(u"/human_config/timeout_minutes"_s, WorkflowTexts::tr("Remove the limit")));
}

// What the local server refuses to keep (routes/workflowcheck.cpp).
void WorkflowRules::aboutLocalLimits(const IndexedStep &step)
{
    constexpr qsizetype mostLevels = 9;
    constexpr int mostParallel = 64;
    constexpr int mostIdChars = 200;
    if (step.path.size() == mostLevels + 1)
        say(Kind::TooManySteps, Severity::Error, step, {}, WorkflowTexts::tr("This server does not take steps that are nested so deeply."));
    if (step.kind.value() == wire::WorkflowStepKind::Parallel && step.step.value("parallel_steps"_L1).toArray().size() > mostParallel)
        say(Kind::TooManySteps, Severity::Error, step, u"/parallel_steps"_s,
            WorkflowTexts::tr("This server takes at most %n parallel steps.", nullptr, mostParallel));
    if (step.id.size() > mostIdChars)
        say(Kind::UnreferencableId, Severity::Error, step, u"/id"_s,
            WorkflowTexts::tr("This server takes ids of at most %n characters.", nullptr, mostIdChars));
}

} // namespace desk
