#pragma once

namespace desk {

// A crash must not leave our memory, and with it the tokens, on disk (LOG-04): no core file, and no other process of this person may look
// into this one. Call it first thing in main() of what people are given; builds for debuggers go without.
void forbidCoreDumps();

} // namespace desk
