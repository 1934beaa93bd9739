#pragma once

#include "domain/ids.h"

#include <QJsonObject>
#include <QString>
#include <QStringView>

namespace desk {

// `source` of the conversations that are made for trials of agents; ConversationStore does not list them.
inline constexpr QLatin1StringView scratchSource("agent-desk-trial");

// What one trial of an agent makes on the server, and what of it may still be there (AG-48). Kept in user.db from before anything is made
// until nothing is left.
struct ScratchThing {
    QString name;                 // of the agent, and the title of the conversation: no two trials have the same
    QString server;               // where it is made: ScratchCleaner::server()
    bool hasAgent = false;        // false: never made, or gone
    bool hasConversation = false; // the same
    bool mayArrive = false;       // a creation whose answer was lost may still happen: that it is not found proves nothing. Never kept
    AgentId agent;                // empty: not known; then it is looked for by its name
    ConversationId conversation;

    [[nodiscard]] bool isGone() const { return !hasAgent && !hasConversation; }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ScratchThing fromJson(const QString &name, const QJsonObject &json); // name: isScratchName()
};

// A name that is free, because nobody else makes such names, and one that servers take (contract 3.1). Names of removed agents stay taken:
// it is never the same twice.
[[nodiscard]] QString newScratchName();
[[nodiscard]] bool isScratchName(QStringView name);

} // namespace desk
