#pragma once

#include "api/endpoints/workflowsapi.h"
#include "state/definitions/exchange/apiport.h"
#include "wire/json/workflowjson.h"

#include <QStringList>

namespace desk {

class WorkflowStore;

struct WorkflowCalls {
    using Value = Workflow;
    using Id = WorkflowId;
    [[nodiscard]] static WorkflowsApi &chapter(ApiClient &api) { return api.workflows(); }
    [[nodiscard]] static Result<Workflow> read(const QJsonObject &json) { return wire::workflowFromJson(json); }
    [[nodiscard]] static QJsonObject json(const Workflow &workflow) { return wire::toJson(workflow); }
};

// The workflows of a server, and which agents and tools they could name there. A store of the same server is asked anew after a row of
// writes, and the server is left when it is.
class WorkflowPort : public ApiPort<WorkflowCalls>
{
    Q_OBJECT
public:
    explicit WorkflowPort(ApiClient &api, WorkflowStore *store = nullptr, QObject *parent = nullptr); // both outlive it

    [[nodiscard]] DefinitionKind kind() const override { return DefinitionKind::Workflow; }
    [[nodiscard]] DefinitionImportPlan::Rules rules() const override;
    void list(const TakeList &take) override; // agents and tools, too; a refusal of those alone is not told: they are not known then
    void settle() override;

    [[nodiscard]] bool knowsAgents() const { return m_agents.isKnown; }
    [[nodiscard]] bool knowsTools() const { return m_tools.isKnown; }

private:
    struct Names {
        bool isKnown = false;
        QStringList all = {};

        [[nodiscard]] QStringList missingOf(const QStringList &names) const; // none, where they are not known
    };

    void askAgents(const QList<QJsonObject> &workflows, const TakeList &take);
    void askTools(const QList<QJsonObject> &workflows, const TakeList &take);
    [[nodiscard]] static QStringList problemsOf(const QJsonObject &workflow);

    WorkflowStore *m_store;
    Names m_agents; // and ids
    Names m_tools;
};

} // namespace desk
