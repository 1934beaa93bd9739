#pragma once

#include "state/definitions/files/definitionfolder.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace desk {

// What was read for an import: definitions, each with the file it stands in, and files that could not be read.
using ImportSource = DefinitionFolder::Read;

// One definition on its way to a server, and what would become of it there.
struct ImportItem {
    enum class State {
        New,     // the server has none of this name
        Same,    // the server says the same already
        Changed, // of before becomes definition
        Taken,   // the name belongs to something that nobody can change
        Invalid  // reasons say why
    };

    QString file; // where it was found; empty: from a profile
    QString name; // as the file says it, also where the rest cannot be read
    State state = State::Invalid;
    QJsonObject definition;    // what the server is to have, whole; of a new one the id says nothing
    QJsonObject before;        // what the server has; Changed, Same and Taken
    QStringList reasons;       // why it cannot be imported
    QStringList advice;        // what had better be looked at, in words
    QStringList missingTools;  // by name: this server does not have them
    QStringList missingAgents; // by name or id: likewise
    QString missingModel;      // not in the list of this server; empty: it is, or that is not known
    QStringList placeholders;  // ${NAME}: secrets to be entered anew
    QStringList notSent;       // members of the file that no server takes

    [[nodiscard]] bool canApply() const { return state == State::New || state == State::Changed; }
};

} // namespace desk
