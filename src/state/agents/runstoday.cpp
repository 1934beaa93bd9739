#include "state/agents/runstoday.h"

#include "state/runstore.h"

namespace desk {

RunsToday runsOf(const QDate &day, const RunStore &runs)
{
    RunsToday today;
    today.isKnown = runs.isLoaded();
    today.isWhole = runs.isLoaded() && !runs.canLoadMore();
    for (const Run &run : runs.runs()) {
        const QDate began = run.createdAt.toLocalTime().date();
        if (began.isValid() && began < day) {
            today.isWhole = runs.isLoaded(); // newest first: the rest is older
            break;
        }
        if (began != day)
            continue;
        ++today.all;
        today.failed += run.status.value() == RunStatus::Failed || run.status.value() == RunStatus::Timeout ? 1 : 0;
    }
    return today;
}

} // namespace desk
