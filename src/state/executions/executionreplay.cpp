#include "state/executions/executionreplay.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace desk {

namespace {

constexpr qint64 never = std::numeric_limits<qint64>::max();

// What a server says of times need not fit together: nothing begins before the execution.
qint64 since(const QDateTime &start, const QDateTime &time)
{
    return start.isValid() && time.isValid() ? std::max<qint64>(0, start.msecsTo(time)) : 0;
}

QDateTime startOf(const WorkflowExecution &execution, const QList<StepExecution> &steps)
{
    if (execution.startedAt.isValid())
        return execution.startedAt;
    QDateTime first = execution.createdAt;
    for (const StepExecution &step : steps) {
        if (step.startedAt.isValid() && (!first.isValid() || step.startedAt < first))
            first = step.startedAt;
    }
    return first;
}

} // namespace

ExecutionReplay::ExecutionReplay(const WorkflowExecution &execution, const QList<StepExecution> &steps)
{
    const QDateTime start = startOf(execution, steps);
    m_length = since(start, execution.completedAt);
    m_rows.reserve(steps.size());
    for (const StepExecution &step : steps) {
        Row row{step.stepId, step.status, since(start, step.startedAt), never};
        m_moments.append(row.begin);
        if (isTerminal(step.status)) {
            row.end = std::max(row.begin, since(start, step.completedAt));
            m_moments.append(row.end);
        }
        m_length = std::max(m_length, row.end == never ? row.begin : row.end);
        m_rows.append(row);
    }
    std::sort(m_moments.begin(), m_moments.end());
    m_moments.erase(std::unique(m_moments.begin(), m_moments.end()), m_moments.end());
    m_byBegin.resize(m_rows.size());
    std::iota(m_byBegin.begin(), m_byBegin.end(), 0);
    std::stable_sort(m_byBegin.begin(), m_byBegin.end(),
                     [this](qsizetype a, qsizetype b) { return m_rows.at(a).begin < m_rows.at(b).begin; });
}

QHash<QString, StepMoment> ExecutionReplay::at(qint64 ms) const
{
    QHash<QString, StepMoment> out;
    for (const qsizetype index : m_byBegin) {
        const Row &row = m_rows.at(index);
        if (row.begin > ms)
            break;
        StepMoment &moment = out[row.stepId];
        ++moment.rounds;
        moment.row = index;
        moment.status = row.end <= ms ? row.status : OpenEnum<StepStatus>(StepStatus::Running);
    }
    return out;
}

qint64 ExecutionReplay::momentBefore(qint64 ms) const
{
    const auto next = std::lower_bound(m_moments.cbegin(), m_moments.cend(), ms);
    return next == m_moments.cbegin() ? 0 : *(next - 1);
}

qint64 ExecutionReplay::momentAfter(qint64 ms) const
{
    const auto next = std::upper_bound(m_moments.cbegin(), m_moments.cend(), ms);
    return next == m_moments.cend() ? m_length : *next;
}

} // namespace desk
