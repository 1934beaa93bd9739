#include "state/workflowstore.h"

#include "api/apiclient.h"
#include "api/endpoints/workflowsapi.h"

namespace desk {

WorkflowStore::WorkflowStore(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void WorkflowStore::refresh()
{
    if (m_loading)
        return;
    m_loading = true;
    Q_EMIT loadingChanged();
    const quint64 generation = m_generation;
    m_api.workflows().list()->then(this, [this, generation](Result<QList<Workflow>> answer) {
        if (generation != m_generation)
            return; // of a workspace that was left
        m_loading = false;
        if (answer) {
            m_workflows = *std::move(answer);
            m_loaded = true;
            Q_EMIT workflowsChanged();
        }
        Q_EMIT loadingChanged();
        if (!answer)
            Q_EMIT failed(answer.error());
    });
}

void WorkflowStore::clear()
{
    m_workflows.clear();
    ++m_generation;
    m_loading = false;
    m_loaded = false;
    Q_EMIT workflowsChanged();
    Q_EMIT cleared();
}

void WorkflowStore::remove(const WorkflowId &id)
{
    m_api.workflows().remove(id)->then(this, [this, id, generation = m_generation](const Result<> &answer) {
        if (generation != m_generation)
            return; // of a workspace that was left
        if (!answer && answer.error().kind != Error::Kind::NotFound) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_workflows.removeIf([&id](const Workflow &workflow) { return workflow.id == id; });
        Q_EMIT workflowsChanged();
        Q_EMIT removed(id);
    });
}

const Workflow *WorkflowStore::find(const WorkflowId &id) const
{
    for (const Workflow &workflow : m_workflows) {
        if (workflow.id == id)
            return &workflow;
    }
    return nullptr;
}

} // namespace desk
