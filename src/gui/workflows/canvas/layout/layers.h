#pragma once

#include "gui/workflows/canvas/layout/layeredlayout.h"

#include <QList>

namespace desk::layered {

// The nodes of one container on their way to places. Behind the real nodes come the dummies: one for each layer that a long edge passes.
struct Layers {
    QList<qreal> breadth;     // across the flow, of every node and dummy
    QList<qreal> depth;       // along the flow
    QList<int> rank;          // of every node and dummy
    QList<QList<int>> layers; // by rank, in their order
    QList<QList<int>> before; // neighbours one layer up
    QList<QList<int>> behind; // and down
    QList<QList<int>> passes; // for each edge its dummies, in the direction of the flow
    QList<bool> leadsBack;    // for each edge: it goes against the flow
    qsizetype real = 0;       // how many are no dummies
    QList<qreal> centre;      // across the flow: what placeAcross() finds
    [[nodiscard]] bool isDummy(int node) const { return node >= real; }
};

// Step 1: ranks and dummies. Sizes are given along (depth) and across (breadth) the flow.
[[nodiscard]] Layers rankedLayers(const QList<qreal> &breadth, const QList<qreal> &depth, const QList<Edge> &edges);
// Step 2: the order within each layer.
void orderLayers(Layers &layers);
// Step 3: places across the flow, nothing nearer than gap to its neighbour.
void placeAcross(Layers &layers, qreal gap);

} // namespace desk::layered
