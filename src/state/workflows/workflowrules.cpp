#include "state/workflows/workflowrules.h"

#include "state/workflows/workflowproblems.h"
#include "state/workflows/workflowtexts.h"
#include "wire/workflow/workflowinput.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool isReferencable(const QString &id)
{
    return std::all_of(id.cbegin(), id.cend(), isNameCharacter);
}

} // namespace

WorkflowRules::WorkflowRules(const QJsonObject &definition, const WorkflowSurroundings &known)
    : m_definition(definition)
    , m_known(known)
    , m_index(definition, known.dialect == WorkflowDialect::Local)
{
    for (const Agent &agent : m_known.agents.value_or(QList<Agent>())) {
        m_agents.insert(agent.name.toLower(), agent.name);
        m_agentNames.insert(agent.name);
        m_agentIds.insert(agent.id.value());
    }
    for (const Tool &tool : m_known.tools.value_or(QList<Tool>())) {
        if (tool.isBuiltin || !m_tools.contains(tool.name))
            m_tools.insert(tool.name, tool);
    }
    m_inputMembers = wire::JsonSchema(wire::JsonNode::of(wire::workflowInputSchema(definition))).facts().properties;
}

QList<WorkflowProblem> WorkflowRules::problems()
{
    aboutWorkflow();
    for (const IndexedStep &step : m_index.steps()) {
        if (m_problems.size() >= mostWorkflowProblems)
            break;
        if (!step.isObject) {
            say(Kind::NotAStep, Severity::Error, step, {},
                WorkflowTexts::tr("This is no step, and the server does not know what to do with it."),
                {{WorkflowFix::Kind::RemoveStep, step.path, {}, {}, WorkflowTexts::tr("Remove it")}});
            continue;
        }
        aboutId(step);
        aboutKind(step);
        aboutConfiguration(step);
        aboutFlow(step);
        aboutReferences(step);
        aboutServer(step);
    }
    if (m_problems.size() >= mostWorkflowProblems) {
        m_problems.resize(mostWorkflowProblems - 1);
        m_problems.append({Kind::ManyProblems, Severity::Hint, {}, {}, WorkflowTexts::tr("There is more to say than is listed here."), {}});
    }
    return m_problems;
}

void WorkflowRules::say(Kind kind, Severity severity, const IndexedStep &step, const QString &member, const QString &text,
                        const QList<WorkflowFix> &fixes)
{
    m_problems.append({kind, severity, step.path, member, text, fixes});
}

QString WorkflowRules::title(const IndexedStep &step)
{
    const QString name = step.step.value("name"_L1).toString();
    return WorkflowTexts::name(name.trimmed().isEmpty() ? step.id : name);
}

QString WorkflowRules::freeId(const QString &wish)
{
    QString base;
    for (const QChar c : wish.left(100))
        base += isNameCharacter(c) ? c : QChar(u'_');
    if (base.isEmpty())
        base = u"step"_s;
    QString id = base;
    int &suffix = m_suffixes[base];
    while (suffix > 0 || m_index.first(id) >= 0 || id == "input"_L1 || id == "workflow"_L1) {
        suffix = std::max(suffix, 1) + 1;
        id = base + u'_' + QString::number(suffix);
        if (m_index.first(id) < 0)
            break;
    }
    return id;
}

void WorkflowRules::aboutWorkflow()
{
    const auto tell = [this](Kind kind, Severity severity, const QString &member, const QString &text,
                             const QList<WorkflowFix> &fixes = {}) {
        m_problems.append({kind, severity, {}, member, text, fixes});
    };
    if (m_index.steps().isEmpty())
        tell(Kind::NoSteps, Severity::Error, u"/steps"_s, WorkflowTexts::tr("A workflow needs at least one step."));
    if (!m_index.isComplete())
        tell(Kind::TooManySteps, Severity::Warning, u"/steps"_s,
             WorkflowTexts::tr("There are too many steps, or they are nested too deeply: not all of them were checked."));
    const QString timeout = u"/guardrails/timeout_seconds"_s;
    if (isTeam() && !steppath::member(m_definition, timeout).isUndefined() && !steppath::member(m_definition, timeout).isNull())
        tell(Kind::IgnoredTimeout, Severity::Warning, timeout,
             WorkflowTexts::tr("This server does not stop a workflow after a time. The limit has no effect."),
             {{WorkflowFix::Kind::RemoveMember, {}, timeout, {}, WorkflowTexts::tr("Remove the limit")}});
}

void WorkflowRules::aboutId(const IndexedStep &step)
{
    const QString member = u"/id"_s;
    if (step.id.trimmed().isEmpty()) {
        const QString id = freeId(step.kind.isUnknown() ? u"step"_s : step.kind.wire());
        say(Kind::MissingId, Severity::Error, step, member, WorkflowTexts::tr("This step has no id."),
            {{WorkflowFix::Kind::SetMember, step.path, member, id, WorkflowTexts::tr("Give it the id “%1”").arg(id)}});
        return;
    }
    const bool isFirst = m_index.steps().at(m_index.first(step.id)).path == step.path;
    if (!isFirst) {
        const QString id = freeId(step.id);
        say(Kind::DuplicateId, Severity::Error, step, member,
            WorkflowTexts::tr("Another step has the id “%1” already.").arg(WorkflowTexts::name(step.id)),
            {{WorkflowFix::Kind::SetMember, step.path, member, id,
              WorkflowTexts::tr("Change the id to “%1”").arg(WorkflowTexts::name(id))}});
    }
    const bool isReserved = step.id == "input"_L1 || step.id == "workflow"_L1;
    if (!isReserved && isReferencable(step.id))
        return;
    const QString id = freeId(step.id);
    const QList<WorkflowFix> fixes{
        {WorkflowFix::Kind::RenameStep, step.path, {}, id, WorkflowTexts::tr("Rename it to “%1”").arg(WorkflowTexts::name(id))}};
    if (isReserved)
        say(Kind::ReservedId, Severity::Warning, step, member,
            WorkflowTexts::tr("The id “%1” hides what the workflow itself has under this name.").arg(step.id), fixes);
    else
        say(Kind::UnreferencableId, Severity::Warning, step, member,
            WorkflowTexts::tr("Other steps cannot refer to “%1”: only letters, digits and underscores work in references.")
                .arg(WorkflowTexts::name(step.id)),
            fixes);
}

void WorkflowRules::aboutKind(const IndexedStep &step)
{
    using enum wire::WorkflowStepKind;
    const QString word = step.step.value("type"_L1).toString();
    if (word.isEmpty())
        say(Kind::UnknownKind, Severity::Error, step, u"/type"_s, WorkflowTexts::tr("This step does not say of which kind it is."));
    else if (step.kind.isUnknown())
        say(Kind::UnknownKind, Severity::Error, step, u"/type"_s,
            WorkflowTexts::tr("No step of the kind “%1” is known.").arg(WorkflowTexts::name(word)));
    else if (isTeam() && (step.kind.value() == Input || step.kind.value() == Output || step.kind.value() == Transform))
        say(Kind::UnknownKind, Severity::Error, step, u"/type"_s,
            WorkflowTexts::tr("This server does not know steps of the kind “%1”. The local server does.").arg(word));
}

QList<WorkflowProblem> workflowProblems(const QJsonObject &definition, const WorkflowSurroundings &known)
{
    return WorkflowRules(definition, known).problems();
}

} // namespace desk
