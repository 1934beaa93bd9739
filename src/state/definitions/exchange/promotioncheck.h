#pragma once

#include <QString>

namespace desk {

// One thing to be looked at before definitions go to another server.
struct PromotionCheck {
    enum class State {
        Good,
        Open,   // somebody has to look, or to do something afterwards
        Unknown // the server does not say
    };
    State state = State::Unknown;
    QString text; // with names of agents, tools and models: hostile

    bool operator==(const PromotionCheck &) const = default;
};

} // namespace desk
