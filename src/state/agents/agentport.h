#pragma once

#include "state/agents/agentsurroundings.h"
#include "state/definitions/exchange/definitionport.h"

#include <functional>

namespace desk {

class AgentSave;
class AgentStore;
class ApiClient;
struct Agent;

// The agents of a server, through its store: lists show what was imported at once (AG-06). The server is left when the store is cleared.
class AgentPort : public DefinitionPort
{
    Q_OBJECT
public:
    using Surroundings = std::function<AgentSurroundings()>; // what is known of the server by now

    AgentPort(ApiClient &api, AgentStore &store, Surroundings surroundings, QObject *parent = nullptr);

    [[nodiscard]] DefinitionKind kind() const override { return DefinitionKind::Agent; }
    [[nodiscard]] DefinitionImportPlan::Rules rules() const override;
    void list(const TakeList &take) override;
    void get(const QString &id, const TakeOne &take) override;
    void create(const QJsonObject &mine, const TakeSaved &take) override;
    void update(const QJsonObject &base, const QJsonObject &mine, const TakeSaved &take) override;
    void remove(const QJsonObject &definition, const TakeDone &take) override;
    void stop() override;

private:
    [[nodiscard]] AgentSave *newSave(const TakeSaved &take);

    ApiClient &m_api;
    AgentStore &m_store;
    Surroundings m_surroundings;
    AgentSave *m_save = nullptr;
    quint64 m_round = 0; // of the server: answers of an earlier one are dropped
};

} // namespace desk
