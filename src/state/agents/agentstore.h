#pragma once

#include "domain/agent.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/optimistic.h"

#include <QJsonObject>
#include <QObject>

namespace desk {

class ApiClient;

// The agents of the open workspace. An edit shows at once and is taken back when the server refuses it.
class AgentStore : public QObject
{
    Q_OBJECT
public:
    explicit AgentStore(ApiClient &api, QObject *parent = nullptr);

    void refresh();
    void clear(); // another workspace
    // What `edited` holds otherwise than the agent that is shown now. One request for an agent at a time; later edits wait for it and
    // are sent as one. False: it says nothing new, and nothing follows.
    bool update(const Agent &edited);
    void put(const Agent &agent); // what the server says of one agent, known or new
    [[nodiscard]] const QList<Agent> &agents() const { return m_agents; }
    [[nodiscard]] const Agent *find(const AgentId &id) const;
    [[nodiscard]] const Agent *findByName(const QString &name) const;
    [[nodiscard]] bool isPending(const AgentId &id) const { return m_edits.isPending(id); } // shows what the server has not confirmed
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void agentsChanged();                       // the whole answer of a refresh; models diff it by id
    void agentChanged(const desk::AgentId &id); // this one alone: its fields, isPending() or both
    void pendingChanged(const desk::AgentId &id);
    void updated(const desk::AgentId &id); // the server has taken an edit; find() is what it made of it
    // The edit was taken back, later ones were not. `edited` is what is shown now with the lost edit in it: update() tries again.
    void updateFailed(const desk::AgentId &id, const desk::Agent &edited, const desk::Error &error);
    void loadingChanged();
    void failed(const desk::Error &error);

private:
    using Edits = Optimistic<AgentId, Agent, QJsonObject>; // an edit is the body of a PUT

    void takeList(QList<Agent> agents);
    void send(const AgentId &id, const Edits::Request &request);
    void takeUpdate(const AgentId &id, quint64 ticket, const Result<Agent> &answer);
    void takeBack(const AgentId &id, const Error &error);
    void settle(const AgentId &id, const Agent &base);
    void show(const Agent &agent);

    ApiClient &m_api;
    QList<Agent> m_agents; // as they are shown
    Edits m_edits;
    quint64 m_generation = 0; // of the workspace
    bool m_loading = false;
    bool m_loaded = false;
};

} // namespace desk
