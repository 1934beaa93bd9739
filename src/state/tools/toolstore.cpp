#include "state/tools/toolstore.h"

#include "api/apiclient.h"
#include "api/endpoints/toolsapi.h"
#include "state/agents/agentstore.h"
#include "wire/json/tooljson.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

bool wereBothChanged(const QJsonObject &mine, const QJsonObject &theirs)
{
    for (auto change = mine.begin(); change != mine.end(); ++change) {
        if (theirs.contains(change.key()) && theirs.value(change.key()) != change.value())
            return true;
    }
    return false;
}

Result<Tool> withChanges(const Tool &tool, const QJsonObject &changes)
{
    QJsonObject json = wire::toJson(tool);
    for (auto change = changes.begin(); change != changes.end(); ++change)
        json.insert(change.key(), change.value());
    Result<Tool> changed = wire::toolFromJson(json);
    if (changed)
        changed->etag = tool.etag;
    return changed;
}

} // namespace

ToolStore::ToolStore(ApiClient &api, const AgentStore &agents, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_agents(agents)
{
    connect(&agents, &AgentStore::agentsChanged, this, &ToolStore::takeUsers);
    connect(&agents, &AgentStore::agentChanged, this, &ToolStore::takeUsers);
    takeUsers();
}

void ToolStore::takeUsers()
{
    m_users.clear();
    for (const Agent &agent : m_agents.agents()) {
        for (const QString &tool : agent.tools)
            m_users[tool].append({agent.id, agent.title()});
    }
    for (QList<ToolUser> &users : m_users)
        std::sort(users.begin(), users.end(), [](const ToolUser &a, const ToolUser &b) { return a.name.localeAwareCompare(b.name) < 0; });
    Q_EMIT toolsChanged();
}

void ToolStore::refresh()
{
    if (m_loading)
        return;
    m_loading = true;
    Q_EMIT loadingChanged();
    m_api.tools().list()->then(this, [this, generation = m_generation](Result<QList<Tool>> answer) {
        if (generation != m_generation)
            return; // of a workspace that was left
        m_loading = false;
        if (answer) {
            m_tools = *std::move(answer);
            m_loaded = true;
            Q_EMIT toolsChanged();
        }
        Q_EMIT loadingChanged();
        if (!answer)
            Q_EMIT failed(answer.error());
    });
}

void ToolStore::create(const Tool &tool)
{
    if (isBusy({}))
        return;
    m_busy.insert(ToolId());
    m_api.tools().create(tool)->then(this, [this, generation = m_generation](const Result<Tool> &answer) {
        if (generation == m_generation)
            takeSaved({}, answer);
    });
}

void ToolStore::update(const Tool &before, const Tool &after)
{
    const QJsonObject changes = wire::toolChanges(before, after);
    if (changes.isEmpty()) {
        Q_EMIT saved(before.id);
        return;
    }
    if (isBusy(before.id))
        return;
    m_busy.insert(before.id);
    m_api.tools().get(before.id)->then(this, [this, before, changes, generation = m_generation](const Result<Tool> &fresh) {
        if (generation != m_generation)
            return;
        if (fresh)
            takeFresh(*fresh, before, changes);
        else
            takeSaved(before.id, fresh);
    });
}

void ToolStore::takeFresh(const Tool &fresh, const Tool &before, const QJsonObject &changes)
{
    if (wereBothChanged(changes, wire::toolChanges(before, fresh))) {
        show(fresh);
        Error conflict;
        conflict.kind = Error::Kind::Conflict;
        conflict.message = tr("Somebody else changed the same part of this tool in the meantime. Nothing was saved.");
        takeSaved(before.id, Unexpected{conflict});
        return;
    }
    const Result<Tool> after = withChanges(fresh, changes);
    if (!after) {
        takeSaved(before.id, after);
        return;
    }
    m_api.tools().update(fresh, *after)->then(this, [this, id = before.id, generation = m_generation](const Result<Tool> &answer) {
        if (generation == m_generation)
            takeSaved(id, answer);
    });
}

void ToolStore::takeSaved(const ToolId &asked, const Result<Tool> &answer)
{
    m_busy.remove(asked);
    if (answer) {
        show(*answer);
        Q_EMIT saved(answer->id);
        return;
    }
    Q_EMIT saveFailed(asked, answer.error());
    if (answer.error().outcomeUnknown)
        refresh(); // it may have been taken
}

void ToolStore::remove(const ToolId &id)
{
    if (isBusy(id))
        return;
    m_busy.insert(id);
    m_api.tools().remove(id)->then(this, [this, id, generation = m_generation](const Result<> &answer) {
        if (generation != m_generation)
            return;
        m_busy.remove(id);
        if (!answer && answer.error().kind != Error::Kind::NotFound) {
            Q_EMIT removeFailed(id, answer.error(), wire::toolUsers(answer.error()));
            if (answer.error().outcomeUnknown)
                refresh();
            return;
        }
        m_tools.removeIf([&id](const Tool &tool) { return tool.id == id; });
        Q_EMIT toolsChanged();
        Q_EMIT removed(id);
    });
}

void ToolStore::show(const Tool &tool)
{
    const auto row = std::find_if(m_tools.begin(), m_tools.end(), [&tool](const Tool &known) { return known.id == tool.id; });
    if (row != m_tools.end())
        *row = tool;
    else
        m_tools.append(tool);
    Q_EMIT toolsChanged();
}

void ToolStore::clear()
{
    m_tools.clear();
    m_busy.clear();
    ++m_generation;
    m_loading = false;
    m_loaded = false;
    Q_EMIT toolsChanged();
    Q_EMIT cleared();
}

const Tool *ToolStore::find(const ToolId &id) const
{
    const auto row = std::find_if(m_tools.cbegin(), m_tools.cend(), [&id](const Tool &tool) { return tool.id == id; });
    return row == m_tools.cend() ? nullptr : &*row;
}

const Tool *ToolStore::findByName(const QString &name) const
{
    const auto row = std::find_if(m_tools.cbegin(), m_tools.cend(), [&name](const Tool &tool) { return tool.name == name; });
    return row == m_tools.cend() ? nullptr : &*row;
}

} // namespace desk
