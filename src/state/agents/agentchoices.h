#pragma once

#include "state/agents/agentsurroundings.h"

#include <QObject>

namespace desk {

class ApiClient;
class Workspace;

// What an agent of the open server may name: models, tools, scopes. Asked for once a connection, when somebody writes an agent; what cannot
// be had is not known, and nothing is said of it. Lives in the GUI thread.
class AgentChoices : public QObject
{
    Q_OBJECT
public:
    AgentChoices(ApiClient &api, Workspace &workspace, QObject *parent = nullptr);

    void load(); // what is not there yet
    [[nodiscard]] AgentSurroundings surroundings() const;

Q_SIGNALS:
    void changed();

private:
    void forget();
    void loadModels();
    void loadTools();

    ApiClient &m_api;
    Workspace &m_workspace;
    std::optional<QStringList> m_models;
    std::optional<QList<Tool>> m_tools;
    quint64 m_generation = 0; // answers of an earlier connection are dropped
    bool m_loadsModels = false;
    bool m_loadsTools = false;
};

} // namespace desk
