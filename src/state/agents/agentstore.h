#pragma once

#include "domain/agent.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/optimistic.h"

#include <QJsonObject>
#include <QObject>
#include <QSet>

#include <functional>

namespace desk {

class ApiClient;
class DefinitionMarks;

// The agents of the open workspace. An edit shows at once and is taken back when the server refuses it.
//
// A server may list active agents only, and treat an inactive one as deleted (contract 1.9, BUG-50). With marks a copy of each that was
// made inactive or deleted here is kept and listed as inactive, until somebody forgets it.
class AgentStore : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<> &outcome)>; // once, in the GUI thread; not at all when the store goes before

    explicit AgentStore(ApiClient &api, QObject *parent = nullptr);

    void setMarks(DefinitionMarks *marks); // of agents; lives longer. Null: nothing is kept

    void refresh();
    void takeList(QList<Agent> agents); // the server's, also when it was read by somebody else; without those of trials (AG-48)
    void clear();                       // another workspace
    // What `edited` holds otherwise than the agent that is shown now. One request for an agent at a time; later edits wait for it and
    // are sent as one. False: it says nothing new, and nothing follows.
    bool update(const Agent &edited);
    void put(const Agent &agent); // what the server says of one agent, known or new
    // Shows when the server has done it. Bringing one back fails with NotFound where the server treats inactive ones as deleted; then
    // createAnew() is what is left. Conflict: an edit is still under way.
    void setActive(const AgentId &id, bool active, Done done = {});
    void remove(const AgentId &id, Done done = {}); // a personal one stays as a copy where copies are kept
    // A new personal agent from the copy of one that is gone, under newNameOf(): the server keeps the old name (contract 1.9). The copy
    // goes.
    void createAnew(const AgentId &id, Done done = {});
    [[nodiscard]] QString newNameOf(const Agent &agent) const;
    void forget(const AgentId &id);                                                    // the copy of one that is gone
    [[nodiscard]] bool isCopy(const AgentId &id) const { return m_kept.contains(id); } // the server does not list it
    [[nodiscard]] const QList<Agent> &agents() const { return m_agents; }
    [[nodiscard]] QList<Agent> activeAgents() const; // those that can be asked
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
    void removed(const desk::AgentId &id); // from the server; a copy may still be listed
    void loadingChanged();
    void failed(const desk::Error &error);

private:
    using Edits = Optimistic<AgentId, Agent, QJsonObject>; // an edit is the body of a PUT

    void mergeCopies();
    void leaveOut(const AgentId &id);
    void putCopy(Agent agent);
    void noteActivity(const Agent &now);
    void takeActivity(const Agent &before, bool active, const Result<Agent> &answer, const Done &done);
    void takeRemoval(const Agent &before, const Result<> &answer, const Done &done);
    void takeCreation(const AgentId &copy, const Result<Agent> &answer, const Done &done);
    void send(const AgentId &id, const Edits::Request &request);
    void takeUpdate(const AgentId &id, quint64 ticket, const Result<Agent> &answer);
    void takeBack(const AgentId &id, const Error &error);
    void settle(const AgentId &id, const Agent &base);
    void show(const Agent &agent);

    ApiClient &m_api;
    QList<Agent> m_agents; // as they are shown
    Edits m_edits;
    DefinitionMarks *m_marks = nullptr;
    QSet<AgentId> m_kept;     // of m_agents: copies of what the server does not list
    quint64 m_generation = 0; // of the workspace
    bool m_loading = false;
    bool m_loaded = false;
};

} // namespace desk
