#include "state/executions/executioncompare.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace desk {

namespace {

using Key = std::pair<QString, int>; // a step, and which run through it

QList<Key> keysOf(const QList<StepExecution> &steps)
{
    QHash<QString, int> rounds;
    QList<Key> out;
    out.reserve(steps.size());
    for (const StepExecution &step : steps)
        out.append({step.stepId, ++rounds[step.stepId]});
    return out;
}

std::optional<double> secondsOf(const StepExecution &step)
{
    if (step.durationSeconds)
        return step.durationSeconds;
    if (!step.startedAt.isValid() || !step.completedAt.isValid())
        return {};
    return static_cast<double>(step.startedAt.msecsTo(step.completedAt)) / 1000.0;
}

StepPair pairOf(const Key &key, const StepExecution &left, const StepExecution &right)
{
    StepPair out{key.first, key.second};
    out.isSameStatus = left.status == right.status;
    out.isSameOutput = left.output == right.output && left.error == right.error;
    const std::optional<double> before = secondsOf(left);
    const std::optional<double> after = secondsOf(right);
    if (before && after)
        out.moreSeconds = *after - *before;
    return out;
}

} // namespace

QList<StepPair> alignedSteps(const QList<StepExecution> &left, const QList<StepExecution> &right)
{
    const QList<Key> leftKeys = keysOf(left);
    const QList<Key> rightKeys = keysOf(right);
    QHash<Key, qsizetype> rightOf;
    for (qsizetype row = 0; row < rightKeys.size(); ++row)
        rightOf.insert(rightKeys.at(row), row);
    const QSet<Key> known(leftKeys.cbegin(), leftKeys.cend());

    QList<StepPair> out;
    qsizetype next = 0; // of the right side
    const auto takeUntil = [&](qsizetype end) {
        for (; next < end; ++next) {
            if (!known.contains(rightKeys.at(next)))
                out.append({rightKeys.at(next).first, rightKeys.at(next).second, -1, next});
        }
    };
    for (qsizetype row = 0; row < leftKeys.size(); ++row) {
        const Key &key = leftKeys.at(row);
        const qsizetype other = rightOf.value(key, -1);
        takeUntil(other);
        StepPair pair = other < 0 ? StepPair{key.first, key.second} : pairOf(key, left.at(row), right.at(other));
        pair.left = row;
        pair.right = other;
        out.append(pair);
    }
    takeUntil(rightKeys.size());
    return out;
}

} // namespace desk
