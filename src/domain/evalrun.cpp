#include "domain/evalrun.h"

namespace desk {

namespace {

bool mayBeTwin(const EvalRun &ghost, const EvalRun &other)
{
    if (other.id == ghost.id || other.datasetId != ghost.datasetId)
        return false;
    if (!ghost.name.isEmpty() && other.name != ghost.name)
        return false;
    return ghost.createdAt.isValid() && other.createdAt.isValid() && other.createdAt >= ghost.createdAt;
}

} // namespace

std::optional<EvalRun> findWorkingTwin(const EvalRun &ghost, const QList<EvalRun> &listed)
{
    const EvalRun *twin = nullptr;
    for (const EvalRun &run : listed) {
        if (run.status.value() == EvalRunState::Pending)
            continue;
        if (run.id == ghost.id)
            return run;
        // The list grows at its new end with every later start, ours is the one next to the ghost.
        if (mayBeTwin(ghost, run) && (!twin || run.createdAt < twin->createdAt))
            twin = &run;
    }
    return twin ? std::optional(*twin) : std::nullopt;
}

} // namespace desk
