#pragma once

#include "domain/chatoptions.h"

namespace desk {

struct Capabilities;

// What of ChatOptions the server of the agentic chat heeds. Agents it always does; the rest it has to promise, because the team server
// takes it and ignores it (contract 3.11).
struct ChatAbilities {
    bool model = false;
    bool sampling = false; // temperature and length
    bool tools = false;
    bool webSearch = false;
    bool documentSearch = false;

    [[nodiscard]] static ChatAbilities of(const Capabilities &capabilities);
    [[nodiscard]] ChatOptions limited(const ChatOptions &options) const; // the rest is not sent: nobody shall think that it counts
    friend bool operator==(const ChatAbilities &, const ChatAbilities &) = default;
};

} // namespace desk
