#pragma once

#include "domain/agent.h"
#include "state/agents/agentsurroundings.h"
#include "state/agents/design/designproposal.h"

#include <QString>

namespace desk {

// What is asked of a language model, in English like every prompt; it answers in the language of the wish. Names of what the server has
// go along as JSON and said to be data, because names and descriptions are written by strangers. Of the agent only the fields that can
// be proposed are told: never what its tool servers or workflows hold. At most longestDesignPrompt characters: the catalogue gives way
// first, and says so. Pure.
inline constexpr qsizetype longestDesignPrompt = 48'000; // a turn takes 50 000 (contract 3.11)
inline constexpr qsizetype longestDesignWish = 8000;     // beyond is cut: the field of the panel does not take more

class DesignPrompt
{
public:
    [[nodiscard]] static QString ask(const QString &wish, const Agent &current, const AgentSurroundings &known);
    // What was proposed goes along: a turn knows nothing of the one before it.
    [[nodiscard]] static QString refine(const QString &wish, const DesignProposal &proposal, const Agent &current,
                                        const AgentSurroundings &known);
};

} // namespace desk
