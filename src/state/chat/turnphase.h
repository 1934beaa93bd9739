#pragma once

#include "domain/conversation.h"

#include <QCoreApplication>

namespace desk {

// What is going on in a turn, in a few words for people: "Choosing an agent…", "Searching…", the running tool's own line. Pure.
class TurnPhase
{
    Q_DECLARE_TR_FUNCTIONS(TurnPhase)
public:
    [[nodiscard]] static QString of(const Message &answer);  // of one that is under way
    [[nodiscard]] static QString of(const Thought &thought); // empty: its phase says nothing to people
    [[nodiscard]] static QString of(const Progress &progress);
};

} // namespace desk
