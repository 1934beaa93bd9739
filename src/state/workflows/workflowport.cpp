#include "state/workflows/workflowport.h"

#include "api/endpoints/agentsapi.h"
#include "api/endpoints/toolsapi.h"
#include "state/workflows/workflowreferences.h"
#include "state/workflowstore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestName = 100;

// What a step may name beside the tools that are listed (contract 5.4).
const QStringList &stepTools()
{
    static const QStringList names{u"search"_s,
                                   u"rag"_s,
                                   u"data"_s,
                                   u"extract_urls_from_agent_result"_s,
                                   u"extract_urls_from_search_results"_s,
                                   u"check_urls_in_library"_s,
                                   u"filter_new_urls"_s};
    return names;
}

} // namespace

QStringList WorkflowPort::Names::missingOf(const QStringList &names) const
{
    QStringList out;
    for (const QString &name : names) {
        if (isKnown && !all.contains(name))
            out.append(name);
    }
    return out;
}

WorkflowPort::WorkflowPort(ApiClient &api, WorkflowStore *store, QObject *parent)
    : ApiPort(api, parent)
    , m_store(store)
{
    if (m_store)
        connect(m_store, &WorkflowStore::cleared, this, &DefinitionPort::left);
}

void WorkflowPort::list(const TakeList &take)
{
    m_agents = {};
    m_tools = {};
    listOnly([this, take](const Result<QList<QJsonObject>> &answer) {
        if (answer)
            askAgents(*answer, take);
        else
            take(answer);
    });
}

void WorkflowPort::askAgents(const QList<QJsonObject> &workflows, const TakeList &take)
{
    api().agents().list()->then(this, [this, workflows, take](const Result<QList<Agent>> &answer) {
        m_agents.isKnown = answer.has_value();
        for (const Agent &agent : answer ? *answer : QList<Agent>())
            m_agents.all << agent.name << agent.id.value();
        askTools(workflows, take);
    });
}

void WorkflowPort::askTools(const QList<QJsonObject> &workflows, const TakeList &take)
{
    api().tools().list()->then(this, [this, workflows, take](const Result<QList<Tool>> &answer) {
        m_tools = {answer.has_value(), stepTools()};
        for (const Tool &tool : answer ? *answer : QList<Tool>())
            m_tools.all.append(tool.name);
        take(workflows);
    });
}

QStringList WorkflowPort::problemsOf(const QJsonObject &workflow)
{
    QStringList out;
    if (workflow.value("name"_L1).toString().size() > longestName)
        out.append(tr("A name has at most %n letter(s).", nullptr, static_cast<int>(longestName)));
    if (workflow.value("steps"_L1).toArray().isEmpty())
        out.append(tr("A workflow needs at least one step."));
    if (const QStringList ids = WorkflowReferences::of(workflow).repeatedIds; !ids.isEmpty())
        out.append(tr("Several steps have the same id: %1").arg(ids.join(u", "_s)));
    return out;
}

DefinitionImportPlan::Rules WorkflowPort::rules() const
{
    const auto check = [agents = m_agents, tools = m_tools](ImportItem &item, const QJsonObject &source) {
        const WorkflowReferences names = WorkflowReferences::of(item.definition);
        item.missingAgents = agents.missingOf(names.agents);
        item.missingTools = tools.missingOf(names.tools);
        if (!item.canApply())
            return;
        item.reasons += problemsOf(item.definition);
        if (item.state == ImportItem::State::New && source.value("is_builtin"_L1).toBool())
            item.advice.append(tr("It came with the other server. Here it becomes a workflow of your own."));
    };
    return {DefinitionKind::Workflow, check};
}

void WorkflowPort::settle()
{
    if (m_store)
        m_store->refresh();
}

} // namespace desk
