#pragma once

#include "state/workflows/nodeid.h"

namespace desk {

// What leads from one step to another within one container (contract 5.4).
struct GraphEdge {
    enum class Kind {
        Sequence,    // the next in the array
        FallThrough, // the next in the array, behind the end of a branch: it runs although another branch was taken
        Then,        // a condition's jump
        Else,
        ThenNext, // a condition without a (known) target goes on with the next in the array
        ElseNext,
        IgnoredNext,   // a "next_step" the server ignores
        IgnoredBranch, // a condition's target within a loop or parallel: the server does not branch there
    };
    NodeId from = NodeId::Root;
    NodeId to = NodeId::Root;
    Kind kind = Kind::Sequence;

    [[nodiscard]] bool isEffective() const { return kind != Kind::IgnoredNext && kind != Kind::IgnoredBranch; }
    bool operator==(const GraphEdge &) const = default;
};

} // namespace desk
