#pragma once

namespace desk {

// How a shown state is known (vision: state never lies).
enum class Knowledge {
    Unknown,
    Live,   // the server tells us of every change
    Polled, // asked a moment ago, and will be again
    Stale   // was so when we last heard; the server has not answered since
};

} // namespace desk
