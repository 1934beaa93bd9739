#pragma once

#include "domain/agent.h"
#include "state/agents/agentsurroundings.h"
#include "state/definitions/files/definitionfolder.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

// What was read for an import: definitions, each with the file it stands in, and files that could not be read.
using ImportSource = DefinitionFolder::Read;

// One agent on its way to a server, and what would become of it there.
struct ImportItem {
    enum class State {
        New,     // the server has none of this name
        Same,    // the server says the same already
        Changed, // of before becomes agent
        Taken,   // the name belongs to an agent that nobody can change
        Invalid  // reasons say why
    };

    QString file; // where it was found; empty: from a profile
    QString name; // as the file says it, also where the rest cannot be read
    State state = State::Invalid;
    Agent agent;              // what the server is to have
    Agent before;             // what the server has; Changed and Same
    QStringList reasons;      // why it cannot be imported
    QStringList advice;       // what had better be looked at, in words
    QStringList missingTools; // by name: this server does not have them
    QString missingModel;     // not in the list of this server; empty: it is, or that is not known
    QStringList placeholders; // ${NAME}: secrets to be entered anew
    QStringList notSent;      // members of the file that no server takes

    [[nodiscard]] bool canApply() const { return state == State::New || state == State::Changed; }
};

// What an import would do, before anything is done (AG-06, D-62). What a file does not say stays as the server has it; secrets that were
// left out of the file are taken from the agent of the same name there, where the file says the same of what they are for. Pure, any
// thread.
class AgentImportPlan
{
    Q_DECLARE_TR_FUNCTIONS(desk::AgentImportPlan)
public:
    [[nodiscard]] static QList<ImportItem> make(const ImportSource &source, const QList<Agent> &server, const AgentSurroundings &known);
    // One definition in any file, or all of the folders among the paths. Reads files: not in the GUI thread.
    [[nodiscard]] static ImportSource read(const QStringList &paths);
};

} // namespace desk
