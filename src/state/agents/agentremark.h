#pragma once

#include <QString>

namespace desk {

// What a remark stands beside. The order is that of an editor.
enum class AgentField {
    Name,
    DisplayName,
    Description,
    Model,
    Instructions,
    Tools,
    Scopes,
    Visibility,
    AppId,
    McpServers,
    ContextCompression,
    Workflows
};

// One thing to say about an agent.
struct AgentRemark {
    enum Level {
        Fault, // the server would refuse it
        Advice // does not stop a save
    };

    AgentField field = AgentField::Name;
    Level level = Fault;
    QString text;      // a sentence or two for people; hostile names in it are cut and on one line
    int item = -1;     // index in Agent::tools, scopes or mcpServers; -1: the field as a whole
    QString part = {}; // of a tool server: which member, by its name in the contract; empty: the server as a whole

    bool operator==(const AgentRemark &) const = default;
};

} // namespace desk
