#pragma once

#include "domain/agent.h"

#include <QAbstractListModel>
#include <QCollator>
#include <QHash>

namespace desk {

class AgentStore;
class DefinitionMarks;

// What this computer knows of an agent beside the server's definition (AG-09).
struct AgentMark {
    bool favourite = false;
    QDateTime lastUsed; // UTC; invalid: never here

    bool operator==(const AgentMark &) const = default;
};

// An agent, and what its row needs beside it. The last two are made once for each change of the agent, not at each look.
struct AgentRow {
    Agent agent;
    bool pending = false; // shows an edit that the server has not confirmed
    AgentMark mark;
    QByteArray searchText; // folded: see foldedText()
    QCollatorSortKey titleKey;
};

// How many there are of which kind (AG-01).
struct AgentCounts {
    struct Kind {
        int all = 0;
        int active = 0;
    };
    Kind all;
    Kind personal;
    Kind builtin; // with the server; those of applications are neither
};

// The agents of a store. A row stays where it is while its agent is there, and new ones come last: order is AgentFilter's, and the server
// tells none.
class AgentListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        NameRole,
        TitleRole,
        DescriptionRole,
        BuiltinRole,
        ModelRole,
        PendingRole,
        VisibilityRole, // visibilityOf(), an int
        ActiveRole,
        FavouriteRole,
        ToolCountRole,
        ScopesRole,
        UpdatedRole, // UTC; invalid for built-ins: theirs is the time of the request (contract 3.1)
        VersionRole,
        LastUsedRole,
        SearchTextRole
    };

    explicit AgentListModel(AgentStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const Agent *agentAt(const QModelIndex &index) const; // valid until the next change
    [[nodiscard]] const AgentRow &rowAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] QModelIndex indexOf(const AgentId &id) const;
    [[nodiscard]] AgentCounts counts() const;

    void setMarks(const DefinitionMarks &marks);            // of agents; lives longer
    void setMark(const AgentId &id, const AgentMark &mark); // kept for an agent that comes later, too

    // Older servers tell only whether an agent is built in.
    [[nodiscard]] static AgentVisibility visibilityOf(const Agent &agent);
    [[nodiscard]] static QDateTime changedAt(const Agent &agent);

private:
    void update();
    void takeMarks(const DefinitionMarks &marks);
    void updateRow(const AgentId &id);
    [[nodiscard]] QList<int> placesIn(const QList<Agent> &agents) const;
    void removeGone(const QList<int> &places);
    void takeAgent(int row, const Agent &agent);
    void appendNew(const QList<Agent> &agents);
    bool change(int row, AgentRow next); // false: no role shows a difference
    [[nodiscard]] AgentRow rowOf(const Agent &agent) const;

    AgentStore &m_store;
    QCollator m_collator;
    QHash<AgentId, AgentMark> m_marks;
    QList<AgentRow> m_rows;
};

} // namespace desk
