#include "state/executions/stepfigures.h"

#include <algorithm>
#include <numeric>

namespace desk {

namespace {

bool hasFallen(const ExecutionUsage &from, const ExecutionUsage &to)
{
    return to.requests < from.requests || to.inputTokens < from.inputTokens || to.outputTokens < from.outputTokens ||
           to.toolCalls < from.toolCalls || to.costDollars < from.costDollars;
}

ExecutionUsage difference(const ExecutionUsage &from, const ExecutionUsage &to)
{
    return {to.requests - from.requests, to.inputTokens - from.inputTokens, to.outputTokens - from.outputTokens,
            to.toolCalls - from.toolCalls, to.costDollars - from.costDollars};
}

} // namespace

QList<std::optional<ExecutionUsage>> stepFigures(const QList<StepExecution> &steps)
{
    QList<qsizetype> byEnd(steps.size());
    std::iota(byEnd.begin(), byEnd.end(), 0);
    byEnd.removeIf([&steps](qsizetype row) { return !isTerminal(steps.at(row).status) || !steps.at(row).completedAt.isValid(); });
    std::stable_sort(byEnd.begin(), byEnd.end(),
                     [&steps](qsizetype a, qsizetype b) { return steps.at(a).completedAt < steps.at(b).completedAt; });
    QList<std::optional<ExecutionUsage>> out(steps.size());
    ExecutionUsage before;
    for (const qsizetype row : std::as_const(byEnd)) {
        const ExecutionUsage &after = steps.at(row).usage;
        if (hasFallen(before, after))
            continue;
        out[row] = difference(before, after);
        before = after;
    }
    return out;
}

} // namespace desk
