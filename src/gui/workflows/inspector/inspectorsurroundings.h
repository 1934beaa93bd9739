#pragma once

#include "domain/agent.h"
#include "domain/tool.h"

#include <QJsonObject>
#include <QList>

namespace desk {

// What the inspector of a workflow knows of the server and of the last run. A value: whoever has the stores fills it, views ask nobody.
struct InspectorSurroundings {
    bool isTeamServer = true; // its dialect and its gaps (contract 5.4, 5.6); else our local server's
    bool hasAgents = false;   // the list is loaded: only then an agent is called unknown
    bool hasTools = false;    // the same of the tools
    QList<Agent> agents = {};
    QList<Tool> tools = {};
    QJsonObject lastRun = {}; // as references see it: "input", "workflow", and outputs by the ids of their steps; empty: there was none
};

} // namespace desk
