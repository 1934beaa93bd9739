#pragma once

#include <QString>

namespace desk {

// Which conversations of the list are shown; what is left empty does not filter.
struct ConversationListFilter {
    bool unreadOnly = false;
    bool archivedShown = false; // they have a group of their own, which is closed otherwise
    QString tag;
    QString agent;  // id, or name where the server gives names
    QString source; // the program that made it

    [[nodiscard]] bool hides() const { return unreadOnly || !tag.isEmpty() || !agent.isEmpty() || !source.isEmpty(); }
    bool operator==(const ConversationListFilter &) const = default;
};

} // namespace desk
