#pragma once

#include "domain/ids.h"
#include "domain/run.h"
#include "domain/tier.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace desk {

// A run to start (contract 3.6). The agent's name serves where there is no id, and only for invoking.
struct RunRequest {
    AgentId agentId;
    QString agentName;
    QString prompt;             // required by the server, goes into input
    QJsonObject input;          // what else the agent is given
    QJsonObject responseSchema; // JSON Schema of the answer; invoking only
    OpenEnum<Tier> tier = Tier::Simple;
};

// What an invoked run came to.
struct RunOutcome {
    RunId runId;
    RunStatus status;
    QJsonValue output; // free JSON
    QString errorText;
};

// An invoked run that goes on by itself. Ask for it until it ends: on the team server it shows no progress, and a second, unnamed run of
// the same agent and prompt carries the events (contract 6.1 #2).
struct RunAccepted {
    RunId runId;
    QString status; // "accepted": never a run's own status
    QString message;
};

struct RunProvenance {
    RunId runId;
    bool isKnown = false; // else the message says why there is nothing
    QString message;
    QJsonObject provenance;
    QJsonObject verification;
};

} // namespace desk
