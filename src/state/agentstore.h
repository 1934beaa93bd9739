#pragma once

#include "domain/agent.h"
#include "domain/error.h"

#include <QObject>

namespace desk {

class ApiClient;

// The agents of the open workspace.
class AgentStore : public QObject
{
    Q_OBJECT
public:
    explicit AgentStore(ApiClient &api, QObject *parent = nullptr);

    void refresh();
    void clear(); // another workspace
    [[nodiscard]] const QList<Agent> &agents() const { return m_agents; }
    [[nodiscard]] const Agent *find(const AgentId &id) const;
    [[nodiscard]] const Agent *findByName(const QString &name) const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void agentsChanged(); // the whole answer of a refresh; models diff it by id
    void loadingChanged();
    void failed(const desk::Error &error);

private:
    ApiClient &m_api;
    QList<Agent> m_agents;
    quint64 m_generation = 0; // of the workspace
    bool m_loading = false;
    bool m_loaded = false;
};

} // namespace desk
