#include "state/workflows/workflowrules.h"
#include "state/workflows/workflowtexts.h"
#include "wire/workflow/workflowcondition.h"
#include "wire/workflow/workflowtransform.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isBlank(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty());
}

} // namespace

void WorkflowRules::missing(const IndexedStep &step, const QString &member, const QString &text)
{
    say(Kind::MissingConfiguration, Severity::Error, step, member, text);
}

void WorkflowRules::aboutConfiguration(const IndexedStep &step)
{
    switch (step.kind.value()) {
    case wire::WorkflowStepKind::Agent:
        return aboutAgent(step);
    case wire::WorkflowStepKind::Tool:
        return aboutTool(step);
    case wire::WorkflowStepKind::Condition:
        return aboutCondition(step);
    case wire::WorkflowStepKind::Human:
        return aboutHuman(step);
    case wire::WorkflowStepKind::Parallel:
        return aboutParallel(step);
    case wire::WorkflowStepKind::Loop:
        return aboutLoop(step);
    case wire::WorkflowStepKind::Transform:
        return aboutTransform(step);
    case wire::WorkflowStepKind::Input:
    case wire::WorkflowStepKind::Output:
    case wire::WorkflowStepKind::Unknown:
        break;
    }
}

void WorkflowRules::aboutAgent(const IndexedStep &step)
{
    const QString name = step.step.value("agent"_L1).toString();
    const QString id = step.step.value("agent_id"_L1).toString();
    if (name.isEmpty() && id.isEmpty())
        return missing(step, u"/agent"_s, WorkflowTexts::tr("Choose the agent that this step asks."));
    if (isBlank(step.step.value("agent_prompt"_L1)))
        say(Kind::MissingConfiguration, Severity::Warning, step, u"/agent_prompt"_s,
            WorkflowTexts::tr("The agent is asked nothing: its prompt is empty."));
    if (!m_known.agents)
        return;
    if (!name.isEmpty() && !m_agentNames.contains(name)) {
        QList<WorkflowFix> fixes;
        if (const QString similar = m_agents.value(name.toLower()); !similar.isEmpty())
            fixes.append({WorkflowFix::Kind::SetMember, step.path, u"/agent"_s, similar,
                          WorkflowTexts::tr("Take “%1”").arg(WorkflowTexts::name(similar))});
        say(Kind::UnknownAgent, Severity::Error, step, u"/agent"_s,
            WorkflowTexts::tr("This server has no agent with the name “%1”.").arg(WorkflowTexts::name(name)), fixes);
    } else if (name.isEmpty() && !m_agentIds.contains(id)) {
        say(Kind::UnknownAgent, Severity::Error, step, u"/agent_id"_s,
            WorkflowTexts::tr("This server has no agent with the id “%1”.").arg(WorkflowTexts::name(id)));
    }
}

void WorkflowRules::aboutTool(const IndexedStep &step)
{
    const QString member = u"/tool"_s;
    const QString name = step.step.value("tool"_L1).toString();
    if (name.isEmpty())
        return missing(step, member, WorkflowTexts::tr("Choose the tool that this step calls."));
    if (isTeam() && !teamWorkflowTools().contains(name))
        say(Kind::UnknownTool, Severity::Error, step, member,
            WorkflowTexts::tr("Workflows of this server cannot use “%1”. Only these work: %2.", "%2: names, with commas")
                .arg(WorkflowTexts::name(name), teamWorkflowTools().join(u", "_s)));
    else if (!isTeam() && m_known.tools && !m_tools.contains(name))
        say(Kind::UnknownTool, Severity::Error, step, member,
            WorkflowTexts::tr("This server has no tool with the name “%1”.").arg(WorkflowTexts::name(name)));
    else if (m_tools.contains(name))
        aboutArguments(step, name);
}

void WorkflowRules::aboutCondition(const IndexedStep &step)
{
    const QJsonObject condition = step.step.value("condition"_L1).toObject();
    if (isBlank(condition.value("field"_L1)))
        missing(step, u"/condition/field"_s, WorkflowTexts::tr("Say what the condition looks at, as $.step.member."));
    const QString word = condition.value("operator"_L1).toString();
    if (word.isEmpty() && step.step.contains("condition"_L1) && !step.step.value("condition"_L1).isObject())
        return missing(step, u"/condition"_s, WorkflowTexts::tr("Choose how the condition compares."));
    if (word.isEmpty())
        return say(
            Kind::MissingConfiguration, Severity::Error, step, u"/condition/operator"_s,
            WorkflowTexts::tr("Choose how the condition compares."),
            {{WorkflowFix::Kind::SetMember, step.path, u"/condition/operator"_s, u"eq"_s, WorkflowTexts::tr("Compare for equality")}});
    const auto known = OpenEnum<wire::ConditionOperator>::fromWire(word);
    if (known.isUnknown())
        return say(Kind::UnknownOperator, Severity::Error, step, u"/condition/operator"_s,
                   WorkflowTexts::tr("“%1” is no comparison. The condition is always false.").arg(WorkflowTexts::name(word)));
    if (known.value() != wire::ConditionOperator::Exists && condition.value("value"_L1).isUndefined())
        say(Kind::MissingConfiguration, Severity::Warning, step, u"/condition/value"_s,
            WorkflowTexts::tr("The condition has nothing to compare with."));
}

void WorkflowRules::aboutHuman(const IndexedStep &step)
{
    const QJsonValue config = step.step.value("human_config"_L1);
    if (!config.isObject() || config.toObject().isEmpty())
        return missing(step, u"/human_config"_s, WorkflowTexts::tr("Say what the person is asked."));
    if (isBlank(config.toObject().value("notification"_L1)))
        say(Kind::MissingConfiguration, Severity::Warning, step, u"/human_config/notification"_s,
            WorkflowTexts::tr("Say what the person is asked."));
    if (config.toObject().value("options"_L1).toArray().isEmpty())
        say(Kind::HumanWithoutOptions, Severity::Warning, step, u"/human_config/options"_s,
            WorkflowTexts::tr("The person has no answer to choose from."));
}

void WorkflowRules::aboutParallel(const IndexedStep &step)
{
    if (step.step.value("parallel_steps"_L1).toArray().isEmpty())
        missing(step, u"/parallel_steps"_s, WorkflowTexts::tr("There is no step inside that could run."));
}

void WorkflowRules::aboutLoop(const IndexedStep &step)
{
    const QJsonObject loop = step.step.value("loop_config"_L1).toObject();
    if (isBlank(loop.value("items_path"_L1)))
        missing(step, u"/loop_config/items_path"_s, WorkflowTexts::tr("Say which list the loop goes through, as $.step.member."));
    if (loop.value("steps"_L1).toArray().isEmpty())
        missing(step, u"/loop_config/steps"_s, WorkflowTexts::tr("There is no step inside that could run."));
}

void WorkflowRules::aboutTransform(const IndexedStep &step)
{
    const QJsonObject transform = step.step.value("transform"_L1).toObject();
    if (transform.value("value"_L1).isUndefined())
        missing(step, u"/transform/value"_s, WorkflowTexts::tr("Say what is transformed."));
    const QString word = transform.value("operation"_L1).toString();
    if (!word.isEmpty() && OpenEnum<wire::TransformOperation>::fromWire(word).isUnknown())
        say(Kind::UnknownOperator, Severity::Error, step, u"/transform/operation"_s,
            WorkflowTexts::tr("The operation “%1” is not known.").arg(WorkflowTexts::name(word)));
}

} // namespace desk
