#pragma once

#include "domain/ids.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace desk {

class AgentStore;
class ConversationStore;
class DefinitionMarks;
class RunStore;
class Workspace;

// Notes when an agent was used last, of every run and every conversation with it that is seen, wherever it was begun (AG-09). Runs of
// other people, which administrators see, do not count. A time never goes back. GUI thread.
class AgentUse : public QObject
{
    Q_OBJECT
public:
    struct Sources {
        const AgentStore &agents;
        const RunStore &runs;
        const ConversationStore &conversations;
        const Workspace &workspace;
    };

    AgentUse(const Sources &sources, DefinitionMarks &marks, QObject *parent = nullptr); // all of them outlive it

private:
    void note();
    [[nodiscard]] QHash<AgentId, QDateTime> seen() const;
    [[nodiscard]] AgentId idOf(const QString &nameOrId) const;

    Sources m_sources;
    DefinitionMarks &m_marks;
    QTimer m_soon; // one look for a whole list
};

} // namespace desk
