#pragma once

#include "domain/execution.h"

#include <QList>
#include <QString>

#include <optional>

namespace desk {

// The same run through the same step in two executions, or one that only one of them has.
struct StepPair {
    QString stepId;
    int round = 1;        // which run through it
    qsizetype left = -1;  // among the steps of the one; -1: it has none
    qsizetype right = -1; // of the other
    bool isSameStatus = false;
    bool isSameOutput = false;
    std::optional<double> moreSeconds = {}; // the other took so much longer; none: not both have ended with a time

    bool operator==(const StepPair &) const = default;
};

// Two executions side by side (WF-26): in the order of the first, what only the second has where it ran. Pure.
[[nodiscard]] QList<StepPair> alignedSteps(const QList<StepExecution> &left, const QList<StepExecution> &right);

} // namespace desk
