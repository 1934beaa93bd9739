#pragma once

#include "domain/agent.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

namespace desk {

class AgentImport;
class AgentPromotion;
class AgentStore;
class DefinitionExchange;
class Dialogs;
class ProfileStore;
class Workspace;

// The windows in which agents come from files, go into files, and go to other servers (AG-06, AG-26, D-62, D-63).
class AgentExchange : public QObject
{
    Q_OBJECT
public:
    struct Offers {
        std::function<AgentImport *(QObject *parent)> newImport = {}; // empty: nothing can be imported
        // Empty, or without profiles: nothing can be promoted.
        std::function<AgentPromotion *(const QList<Agent> &agents, QObject *parent)> newPromotion = {};
        ProfileStore *profiles = nullptr;
    };
    struct Services {
        AgentStore &store;
        Workspace &workspace;
        Dialogs &dialogs;
        Offers offers;
    };

    AgentExchange(const Services &services, QWidget &page, QObject *parent);

    [[nodiscard]] bool canImport() const;
    [[nodiscard]] bool canPromote() const;

    void importAgents(const QStringList &paths = {}); // files and folders; none: they are chosen there
    void exportAgents(const QList<AgentId> &ids);
    void promoteAgents(const QList<AgentId> &ids);

private:
    [[nodiscard]] QList<QJsonObject> definitionsOf(const QList<AgentId> &ids) const;

    AgentStore &m_store;
    DefinitionExchange *m_exchange;
};

} // namespace desk
