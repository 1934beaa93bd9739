#pragma once

#include "domain/result.h"
#include "wire/json/jsonchange.h"

namespace desk::wire {

// How far a comparison looks into what others wrote. What lies beyond is told as one change of the whole.
struct JsonDiffLimits {
    int maxDepth = 64;              // of objects and lists inside each other
    qsizetype maxChanges = 5000;    // beyond: one change of the outermost value
    qsizetype maxItems = 2000;      // of a list matched by id or name
    qsizetype maxSteps = 1'000'000; // of all other lists together: places before times places after, what both ends share left out
};

// What is different between two definitions (AG-26, D-62, D-63). Lists of objects that all have an id of their own, or else a name of
// their own, are matched by it and their order counts; all other lists by their longest common subsequence. A missing member and a null
// one are different. The order of members does not count. Pure; any thread.
[[nodiscard]] QList<JsonChange> jsonDiff(const QJsonValue &before, const QJsonValue &after, const JsonDiffLimits &limits = {});

// The changes in their order on a value: what jsonDiff(a, b) gave makes b of a. Kind::Conflict, and nothing done, where the value is not
// what a change says it was.
[[nodiscard]] Result<QJsonValue> applyChanges(const QJsonValue &value, const QList<JsonChange> &changes);

// The way back: makes a of b.
[[nodiscard]] QList<JsonChange> invertedChanges(const QList<JsonChange> &changes);

} // namespace desk::wire
