#pragma once

#include "state/workflows/workflowindex.h"
#include "state/workflows/workflowproblem.h"
#include "state/workflows/workflowsurroundings.h"
#include "wire/json/jsonschema.h"

#include <QHash>
#include <QSet>

namespace desk {

// What the rules of workflowProblems() share: read once, and where they write.
class WorkflowRules
{
public:
    WorkflowRules(const QJsonObject &definition, const WorkflowSurroundings &known);

    [[nodiscard]] QList<WorkflowProblem> problems();

private:
    using Kind = WorkflowProblem::Kind;
    using Severity = WorkflowProblem::Severity;

    void say(Kind kind, Severity severity, const IndexedStep &step, const QString &member, const QString &text,
             const QList<WorkflowFix> &fixes = {});
    [[nodiscard]] bool isTeam() const { return m_known.dialect == WorkflowDialect::Team; }
    [[nodiscard]] QString freeId(const QString &wish); // of no step yet, and referencable
    [[nodiscard]] static QString title(const IndexedStep &step);

    // workflowrules.cpp
    void aboutWorkflow();
    void aboutId(const IndexedStep &step);
    void aboutKind(const IndexedStep &step);
    // configurationrules.cpp
    void aboutConfiguration(const IndexedStep &step);
    void aboutAgent(const IndexedStep &step);
    void aboutTool(const IndexedStep &step);
    void aboutCondition(const IndexedStep &step);
    void aboutHuman(const IndexedStep &step);
    void aboutParallel(const IndexedStep &step);
    void aboutLoop(const IndexedStep &step);
    void aboutTransform(const IndexedStep &step);
    void missing(const IndexedStep &step, const QString &member, const QString &text);
    // argumentrules.cpp
    void aboutArguments(const IndexedStep &step, const QString &tool);
    [[nodiscard]] const wire::JsonSchema &inputSchema(const QString &tool);
    // flowrules.cpp
    void aboutFlow(const IndexedStep &step);
    void aboutTargets(const IndexedStep &step);
    void aboutTarget(const IndexedStep &step, QLatin1StringView member);
    void aboutFallThrough(const IndexedStep &step);
    void aboutNextStep(const IndexedStep &step);
    // referencerules.cpp
    void aboutReferences(const IndexedStep &step);
    void look(const IndexedStep &step, const QJsonValue &value, const QString &pointer, int depth);
    void lookAtText(const IndexedStep &step, const QString &text, const QString &pointer);
    void aboutReference(const IndexedStep &step, const QStringList &path, const QString &text, const QString &pointer);
    void aboutEarlier(const IndexedStep &step, const IndexedStep &meant, const QStringList &path, const QString &pointer);
    void aboutUnknown(const IndexedStep &step, const QStringList &path, const QString &text, const QString &pointer);
    void aboutMember(const IndexedStep &step, const IndexedStep &meant, const QStringList &path, const QString &pointer);
    [[nodiscard]] bool isVariable(const IndexedStep &step, const QString &root) const;
    [[nodiscard]] qsizetype addressable(const IndexedStep &step, const QString &root) const;
    // serverrules.cpp
    void aboutServer(const IndexedStep &step);
    void aboutLocalLimits(const IndexedStep &step);

    const QJsonObject m_definition;
    const WorkflowSurroundings m_known;
    const WorkflowIndex m_index;
    QHash<QString, QString> m_agents; // lower case to name
    QSet<QString> m_agentNames;
    QSet<QString> m_agentIds;
    QHash<QString, Tool> m_tools;
    QHash<QString, wire::JsonSchema> m_schemas; // by tool
    QStringList m_inputMembers;                 // by the workflow's schema; empty: not known
    QHash<QString, int> m_suffixes;             // that were given out last
    QList<WorkflowProblem> m_problems;
};

} // namespace desk
