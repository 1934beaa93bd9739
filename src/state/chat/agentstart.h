#pragma once

#include "domain/agent.h"
#include "domain/chatoptions.h"

namespace desk {

// What a chat with one agent begins with (CA-20): of its definition alone, nothing is made up. Pure.
class AgentStart
{
public:
    // Whether it owns a tool for that.
    [[nodiscard]] static bool searchesWeb(const Agent &agent);
    [[nodiscard]] static bool searchesDocuments(const Agent &agent);

    // `options` as for every new chat, with this agent and the searches it owns. The model is left to the agent: whether its server
    // offers it is for the caller to know.
    [[nodiscard]] static ChatOptions options(const Agent &agent, ChatOptions options);

    // Another one is chosen: what was off for want of a tool is as in every chat again.
    static void leave(const Agent &agent, ChatOptions &options);

    // Questions that stand in its definition: a list of them that it brings along (`starter_questions`, which no contract names and this
    // program keeps), else the questions in its description, quoted or as a sentence. At most maxStarters, each once, one line each;
    // hostile. Its instructions are not looked at: what is asked there is asked by the agent.
    static constexpr qsizetype maxStarters = 4;
    [[nodiscard]] static QStringList starterQuestions(const Agent &agent);
};

} // namespace desk
