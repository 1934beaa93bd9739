#include "state/agents/agentchoices.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/endpoints/toolsapi.h"
#include "auth/authmanager.h"
#include "state/workspace.h"

#include <algorithm>

namespace desk {

namespace {

// A gateway that is down says which purposes always work (contract 3.1).
QStringList namesOf(const AgentModels &models)
{
    QStringList names = models.commonPurposes;
    for (const AgentModel &model : models.models)
        names.append(model.id);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

AgentChoices::AgentChoices(ApiClient &api, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::ready, this, &AgentChoices::forget);
    connect(&workspace, &Workspace::accountChanged, this, &AgentChoices::forget);
}

void AgentChoices::forget()
{
    ++m_generation;
    m_models.reset();
    m_tools.reset();
    m_loadsModels = m_loadsTools = false;
    Q_EMIT changed();
}

void AgentChoices::load()
{
    if (m_workspace.state() != Workspace::State::Ready)
        return;
    if (!m_models && !m_loadsModels)
        loadModels();
    if (!m_tools && !m_loadsTools)
        loadTools();
}

void AgentChoices::loadModels()
{
    m_loadsModels = true;
    m_api.agents().models()->then(this, [this, generation = m_generation](const Result<AgentModels> &models) {
        if (generation != m_generation)
            return;
        m_loadsModels = false;
        if (models)
            m_models = namesOf(*models);
        Q_EMIT changed();
    });
}

void AgentChoices::loadTools()
{
    m_loadsTools = true;
    m_api.tools().list()->then(this, [this, generation = m_generation](const Result<QList<Tool>> &tools) {
        if (generation != m_generation)
            return;
        m_loadsTools = false;
        if (tools)
            m_tools = *tools;
        Q_EMIT changed();
    });
}

AgentSurroundings AgentChoices::surroundings() const
{
    AgentSurroundings out;
    if (m_models && !m_models->isEmpty()) // a server without a list says nothing about what it takes
        out.models = m_models;
    out.tools = m_tools;
    out.takesCustomTools = m_workspace.capabilities().has(feature::toolApproval); // then its turns call them
    const bool isTeam = m_workspace.profile().kind == Profile::Kind::Team;
    if (isTeam)
        out.reservedNames = teamReservedNames();
    if (isTeam && m_workspace.session())
        out.grantedScopes = m_workspace.session()->person().scopes;
    return out;
}

} // namespace desk
