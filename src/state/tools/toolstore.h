#pragma once

#include "domain/error.h"
#include "domain/result.h"
#include "domain/tool.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace desk {

class AgentStore;
class ApiClient;

// The tools of the open workspace, and which agents use them (TL-01, TL-02, TL-13). What is written shows when the server has taken it.
// One request for a tool at a time.
class ToolStore : public QObject
{
    Q_OBJECT
public:
    ToolStore(ApiClient &api, const AgentStore &agents, QObject *parent = nullptr); // both outlive it

    void refresh();
    void clear(); // another workspace: what is under way ends without a word
    void create(const Tool &tool);
    // Sends only what `after` holds otherwise than `before`, which is what somebody saw when the edit began. The tool is read anew first:
    // when another edit of the same member came in between, nothing is written and a Conflict is told.
    void update(const Tool &before, const Tool &after);
    void remove(const ToolId &id);

    [[nodiscard]] const QList<Tool> &tools() const { return m_tools; }
    [[nodiscard]] const Tool *find(const ToolId &id) const; // valid until the next change
    [[nodiscard]] const Tool *findByName(const QString &name) const;
    [[nodiscard]] QList<ToolUser> usersOf(const QString &name) const { return m_users.value(name); } // by title, of the agents there are
    [[nodiscard]] bool isBusy(const ToolId &id) const { return m_busy.contains(id); }                // empty: a creation
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void toolsChanged(); // any of them, or what usersOf() says; models diff it by id
    void cleared();      // another workspace
    void loadingChanged();
    void failed(const desk::Error &error); // of a refresh
    void saved(const desk::ToolId &id);
    void saveFailed(const desk::ToolId &id, const desk::Error &error); // empty id: of a creation
    void removed(const desk::ToolId &id);
    // `users` stand in the way (409); empty: another reason.
    void removeFailed(const desk::ToolId &id, const desk::Error &error, const QList<desk::ToolUser> &users);

private:
    void takeUsers();
    void takeFresh(const Tool &fresh, const Tool &before, const QJsonObject &changes);
    void takeSaved(const ToolId &asked, const Result<Tool> &answer);
    void show(const Tool &tool);

    ApiClient &m_api;
    const AgentStore &m_agents;
    QList<Tool> m_tools;
    QHash<QString, QList<ToolUser>> m_users; // by the name of the tool
    QSet<ToolId> m_busy;
    quint64 m_generation = 0; // of the workspace
    bool m_loading = false;
    bool m_loaded = false;
};

} // namespace desk
