#pragma once

#include <QDate>

namespace desk {

class RunStore;

// The runs of one day, in local time, among those that are loaded (AG-01).
struct RunsToday {
    int all = 0;
    int failed = 0;       // also those that ran out of time
    bool isKnown = false; // the list has been loaded
    bool isWhole = false; // no run of that day is missing from it; else there are at least so many
};

[[nodiscard]] RunsToday runsOf(const QDate &day, const RunStore &runs);

} // namespace desk
