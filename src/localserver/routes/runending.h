#pragma once

#include "localserver/engine/turn.h"
#include "localserver/store/store.h"

namespace desk::server {

// Ends a run for good, in one transaction: the answer (also a cut one) becomes a message, the run gets its last state, the log its
// terminal event. False when the store failed; then nothing happened and it may be tried again.
[[nodiscard]] bool endRun(Store &store, RunRecord record, const TurnOutcome &outcome);

// Ends a run whose process is gone: what the log holds is kept as an interrupted answer.
[[nodiscard]] bool endInterrupted(Store &store, const RunId &id);

// Ends all runs of processes that died (contract "Streams", LOC-15). Returns them.
QList<RunId> endRunsOfTheDead(Store &store);

} // namespace desk::server
