#pragma once

#include "domain/agent.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace desk {

class AgentImport;
class AgentStore;
class Dialogs;

// The windows in which agents come from files and go into files (AG-06, AG-26, D-62).
class AgentExchange : public QObject
{
    Q_OBJECT
public:
    struct Offers {
        std::function<AgentImport *(QObject *parent)> newImport = {}; // empty: nothing can be imported
    };
    struct Services {
        AgentStore &store;
        Dialogs &dialogs;
        Offers offers;
    };

    AgentExchange(const Services &services, QWidget &page, QObject *parent);

    [[nodiscard]] bool canImport() const { return static_cast<bool>(m_services.offers.newImport); }
    [[nodiscard]] bool canPromote() const { return false; } // to another server

    void importAgents(const QStringList &paths = {}); // files and folders; none: they are chosen there
    void exportAgents(const QList<AgentId> &ids);

private:
    [[nodiscard]] QList<Agent> agentsOf(const QList<AgentId> &ids) const;

    Services m_services;
    QWidget &m_page;
};

} // namespace desk
