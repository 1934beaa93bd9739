#pragma once

#include "domain/agent.h"
#include "state/agents/agentstore.h"

#include <QObject>

#include <functional>

class QMenu;

namespace desk {

class AgentListModel;
class Batch;
class DefinitionMarks;
class Dialogs;
class ErrorBanner;

// What can be done with agents of the list, one or several, and how it went. Several go a few at a time; one refusal stops nothing.
class AgentActions : public QObject
{
    Q_OBJECT
public:
    struct Services {
        AgentStore &store;
        Dialogs &dialogs;
        DefinitionMarks *marks; // null: there are no favourites
    };

    AgentActions(const Services &services, QWidget &page, ErrorBanner &banner, QObject *parent);

    void setVersions(bool offered) { m_versions = offered; } // whether somebody takes versionsRequested()
    void setEditing(bool offered) { m_editing = offered; }   // whether somebody takes editRequested() and cloneRequested()
    void setExchange(bool promotes);                         // somebody takes exportRequested(), and promoteRequested() where promotes
    [[nodiscard]] bool isEditing() const { return m_editing; }
    void fill(QMenu &menu, const QList<AgentId> &ids);

    void chat(const AgentId &id);
    void edit(const AgentId &id); // nothing where whyFixed()
    void copyName(const AgentId &id);
    void setActive(const QList<AgentId> &ids, bool active);
    void remove(const QList<AgentId> &ids); // asks first; forgets those that are only copies here
    void setFavourite(const QList<AgentId> &ids, bool favourite);
    void toggleFavourite(const QList<AgentId> &ids); // all of them become favourites unless they all are
    [[nodiscard]] bool areFavourites(const QList<AgentId> &ids) const;

    // Why the server would refuse a change; empty: it would not.
    [[nodiscard]] static QString whyFixed(const Agent &agent);

Q_SIGNALS:
    void chatRequested(const QString &agentName);
    void editRequested(const desk::AgentId &id);
    void cloneRequested(const desk::AgentId &id);
    void versionsRequested(const desk::AgentId &id);
    void exportRequested(const QList<desk::AgentId> &ids);
    void promoteRequested(const QList<desk::AgentId> &ids);
    void resultChanged(const QString &text); // of what several were told to do; empty: nothing to tell

private:
    using Operation = std::function<void(const Agent &agent, AgentStore::Done done)>;

    void run(const QList<AgentId> &ids, const Operation &operation);
    void tellResult(const Batch &batch);
    void askToRemove(const QList<AgentId> &ids, const QString &text);
    void offerAnew(const Agent &agent, const Error &error);
    void createAnew(const AgentId &id);
    void fillOne(QMenu &menu, const Agent &agent);
    [[nodiscard]] QString removalText(const QList<AgentId> &ids) const;

    Services m_services;
    QWidget &m_page;
    ErrorBanner &m_banner;
    bool m_editing = false;
    bool m_versions = false;
    bool m_exports = false;
    bool m_promotes = false;
};

} // namespace desk
