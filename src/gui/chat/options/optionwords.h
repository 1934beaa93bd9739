#pragma once

#include "domain/chatoptions.h"

#include <QCoreApplication>

namespace desk {

class AgentStore;
struct ChatAbilities;

// Chat options in words.
class OptionWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::OptionWords)
public:
    // What a button has room for, such as "Auto · 3 tools"; of what the server heeds only.
    [[nodiscard]] static QString summary(const ChatOptions &options, const ChatAbilities &heeds);
    // All of it, a line each, for the tool tip and screen readers.
    [[nodiscard]] static QStringList lines(const ChatOptions &options, const ChatAbilities &heeds, const AgentStore &agents);
    [[nodiscard]] static QString agentTitle(const AgentStore &agents, const QString &name);
};

} // namespace desk
