#pragma once

#include <QHash>
#include <QString>

namespace desk {

struct Message;

// Who wrote an answer, as it stands above it and is read aloud (CH-40, CA-24). Pure; made when a row is laid out, never while painting.
struct AnswerAuthor {
    QString name;     // one line for people: who wrote it by the stream, the agents of the routing, its language model, else "Assistant"
    QString model;    // one line: the language model, where the server tells it and the name is another
    QString initials; // of the name, up to two; empty where it has no letters
    bool isNamed = false; // the name is an agent's
    int color = 0;        // 0 … 7, for Theme::avatar(): the same for one name on every start

    [[nodiscard]] QString title() const; // name and model

    // `names` is what agents are called, by id and by name; nullptr: nothing is known. Agents not in it are shown as the server names them.
    [[nodiscard]] static AnswerAuthor of(const Message &answer, const QHash<QString, QString> *names);
};

} // namespace desk
