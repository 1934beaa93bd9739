#pragma once

#include <QJsonArray>
#include <QList>

#include <optional>

namespace desk::wire {

// One item of a list goes from one place to another, each as the moves before left the list: taken out at from, put in at to.
struct ListMove {
    qsizetype item = 0; // its target, by which it is known
    qsizetype from = 0;
    qsizetype to = 0;
};

// The fewest moves that sort these targets, which are all different.
[[nodiscard]] QList<ListMove> listMoves(QList<qsizetype> targets);

// Where two lists differ: `removed` items from `before` on stand against `added` items from `after` on; all between gaps is the same.
struct ListGap {
    qsizetype before = 0;
    qsizetype removed = 0;
    qsizetype after = 0;
    qsizetype added = 0;
};

// By the longest common subsequence, in ascending order. Nothing when it would take more than stepsLeft, which is counted down.
[[nodiscard]] std::optional<QList<ListGap>> listGaps(const QJsonArray &before, const QJsonArray &after, qsizetype &stepsLeft);

} // namespace desk::wire
