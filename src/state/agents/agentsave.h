#pragma once

#include "domain/agent.h"
#include "domain/error.h"
#include "domain/result.h"
#include "wire/json/threeway.h"

#include <QObject>
#include <QStringList>

namespace desk {

class ApiClient;
class AgentStore;

// One save of one agent. Looks at what the server has now before it writes, because the team server would let the last one win without a
// word (contract 3.1): what somebody else changed in the meantime is kept, and where both changed the same nothing is written. Emits
// exactly one of saved, conflicted, failed, and is done. Lives in the GUI thread.
class AgentSave : public QObject
{
    Q_OBJECT
public:
    AgentSave(ApiClient &api, AgentStore &store, QObject *parent = nullptr);

    // `base` is what the person started from, `mine` what they made of it. The list shows the change at once and takes it back when it
    // is refused.
    void update(const Agent &base, const Agent &mine);
    // A creation of the team server replaces an agent of one's own of the same name: the names are asked for first. A lost answer is
    // resolved by looking for it.
    void create(const Agent &mine);

Q_SIGNALS:
    // What the server has now. notKept: members that were sent and came back otherwise, by their names in the contract. alsoChanged: what
    // somebody else changed in the meantime and is kept.
    void saved(const desk::Agent &agent, const QStringList &notKept, const QStringList &alsoChanged);
    void conflicted(const desk::wire::ThreeWay &merge, const desk::Agent &server);
    void failed(const desk::Error &error); // in a creation, Kind::Conflict: the name is taken

private:
    void look();
    void onPending(const AgentId &id);
    void fail();
    void merge(const Agent &server);
    void send(const Agent &server, const QJsonObject &merged);
    void onUpdated(const AgentId &id);
    void onRefused(const AgentId &id, const Error &error);
    void takeNames(const Result<QList<Agent>> &answer);
    void post();
    void lookForIt(const Error &error);
    void finish(const Agent &agent);

    ApiClient &m_api;
    AgentStore &m_store;
    Agent m_base;
    Agent m_mine;
    QJsonObject m_sent; // the members that were changed, as they were sent
    QStringList m_alsoChanged;
    int m_rounds = 0;
    bool m_isSending = false;
    bool m_isWaiting = false; // for an edit of somebody else in this program
};

} // namespace desk
