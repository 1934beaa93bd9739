#pragma once

#include <QHash>
#include <QString>

namespace desk {

struct Message;

// Who wrote an answer, as it stands above it and is read aloud (CH-40, CA-24). Pure; made when a row is laid out, never while painting.
struct AnswerAuthor {
    QString name;     // one line for people: who wrote it by the stream, the agents of the routing, else "Assistant"
    QString initials; // of the name, up to two; empty where it has no letters
    int color = 0;    // 0 … 7, for Theme::avatar(): the same for one name on every start

    // `names` is what agents are called, by id and by name; nullptr: nothing is known. Agents not in it are shown as the server names them.
    [[nodiscard]] static AnswerAuthor of(const Message &answer, const QHash<QString, QString> *names);
};

} // namespace desk
