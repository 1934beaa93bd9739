#pragma once

#include "state/workflows/graphedge.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace desk {

// What a step says about where it goes on.
struct EdgeStep {
    QString id;
    QString thenStep; // empty: none
    QString elseStep;
    QString nextStep;
    bool isCondition = false;

    bool operator==(const EdgeStep &) const = default;
};

enum class EdgeRule {
    Branches, // the outermost steps: one after the other, and conditions jump
    Sequence, // the body of a loop: one after the other
    None,     // a parallel: all at once
};

[[nodiscard]] EdgeStep edgeStepOf(const QJsonObject &step);
[[nodiscard]] EdgeRule edgeRuleIn(const QString &containerType);

// What leads where among the steps of one container (contract 5.4, BUG-61, BUG-65, BUG-66), in the order of where it begins; `nodes` are
// the steps' in the same order. Pure; any thread; the number of steps counts once.
[[nodiscard]] QList<GraphEdge> graphEdges(const QList<EdgeStep> &steps, const QList<NodeId> &nodes, EdgeRule rule);

} // namespace desk
