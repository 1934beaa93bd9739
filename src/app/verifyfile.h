#pragma once

#include <QString>

namespace desk {

// `agentdesk --verify FILE`: one line a check of a file of evidence and a last one that sums up, or as JSON, one object a line with
// "part", "good" and "text", the last one with "outcome". Needs no window, network, settings or keychain. Returns the exit code:
// 0 unchanged, 1 changed, 2 unreadable, whose lines go to standard error.
[[nodiscard]] int verifyFile(const QString &path, bool asJson);

} // namespace desk
