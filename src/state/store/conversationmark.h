#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace desk {

// What this computer alone knows of a conversation: no server keeps it (inventory CH-07, CH-08).
struct ConversationMark {
    bool pinned = false;
    bool archived = false;
    bool unread = false; // marked so by the person; what came since it was shown is asked of ConversationMarks
    QStringList tags;    // in the order of the alphabet
    QStringList agents;  // that answered in it, by name and by id
    QDateTime seenAt;    // it was shown then, as it stood then
    QString seenPreview;
    QDateTime deletedAt; // deleted here; the server has not said so yet

    [[nodiscard]] bool isEmpty() const { return *this == ConversationMark(); }
    bool operator==(const ConversationMark &) const = default;
};

} // namespace desk
