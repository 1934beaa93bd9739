#pragma once

#include "state/agents/agentstore.h"
#include "state/agents/agentsurroundings.h"
#include "state/profiles/sideconnection.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace desk {

// The server that something is promoted to (D-63): a connection of its own, with the agents there and what is known of tools and models.
// Closes itself, and clears its store, when the session ends or becomes somebody else's. Lives in the GUI thread.
class PromotionTarget : public QObject
{
    Q_OBJECT
public:
    enum class State { Closed, Opening, Ready, Failed };
    Q_ENUM(State)

    using Services = SideConnection::Services;

    explicit PromotionTarget(Services services, QObject *parent = nullptr);

    void open(const Profile &profile); // closes what was open
    void close() { m_connection.close(); }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_connection.error(); }
    [[nodiscard]] const Profile &profile() const { return m_connection.profile(); }
    [[nodiscard]] const Capabilities &capabilities() const { return m_connection.capabilities(); }
    [[nodiscard]] AgentSurroundings surroundings() const; // what cannot be had is not known
    [[nodiscard]] ApiClient &api() { return m_connection.api(); }
    [[nodiscard]] AgentStore &agents() { return m_agents; }
    [[nodiscard]] QString person() const; // who is signed in there

Q_SIGNALS:
    void stateChanged(desk::PromotionTarget::State state);

private:
    void setState(State state);
    void onConnection(SideConnection::State state);
    void forget();
    void askTools();
    void askModels();

    SideConnection m_connection;
    AgentStore m_agents;
    State m_state = State::Closed;
    std::optional<QList<Tool>> m_tools;
    std::optional<QStringList> m_models;
    quint64 m_round = 0; // answers of an earlier one are dropped
};

} // namespace desk
