#pragma once

#include <QJsonObject>
#include <QString>

namespace desk {

// What a server is told with each question of where it is asked, so that "today" and a number mean there what they mean here (CH-90).
// Shown among the options of a chat; nothing else is told.
struct TurnContext {
    QString timeZone; // IANA; empty: the system does not say
    QString locale;   // BCP 47

    [[nodiscard]] static TurnContext here();
    [[nodiscard]] QJsonObject toJson() const; // the "user_context" of a question's metadata (contract 3.11)
};

} // namespace desk
