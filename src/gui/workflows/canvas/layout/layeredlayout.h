#pragma once

#include <QList>
#include <QMarginsF>
#include <QPointF>
#include <QSizeF>

#include <optional>

namespace desk {

// Where the steps of a workflow go by themselves (WF-05): layer by layer along the flow, few crossings, containers around what is in them.
// Pure functions of their argument and nothing else, for any thread: the same input always gives the same picture.
namespace layered {

struct Node {
    QSizeF size;                       // of a container: the least it may have
    int container = -1;                // index of the node it is in, always smaller than its own; -1: outermost
    bool holds = false;                // a container, also while it is empty
    std::optional<QPointF> fixed = {}; // where a person put it, in its container: it stays, the others keep off it
    bool operator==(const Node &) const = default;
};

struct Edge { // between two nodes of one container; any other is left alone
    int from = 0;
    int to = 0;
    bool operator==(const Edge &) const = default;
};

enum class Flow { Across, Down };

struct Graph {
    QList<Node> nodes;
    QList<Edge> edges;
    Flow flow = Flow::Down;
    bool mirrored = false;               // for languages from right to left: the outermost are left of 0, also the fixed ones
    qreal layerGap = 48;                 // between layers, along the flow
    qreal nodeGap = 32;                  // between nodes of one layer
    QMarginsF inside = {16, 40, 16, 16}; // between a container and what is in it
};

struct Result {
    QList<QPointF> positions;    // top left corner, in the container's coordinates
    QList<QSizeF> sizes;         // as given, containers as large as they must be
    QList<QList<QPointF>> bends; // for each edge, in its container's coordinates: where it passes between nodes; often none
    QSizeF size;                 // of all of it
};

// Ranks are longest paths after edges that lead back were left out; crossings are reduced by barycentres. About n log n: 5 000 nodes are
// no burden. An edge or container that does not exist is ignored.
[[nodiscard]] Result laidOut(const Graph &graph);

} // namespace layered

} // namespace desk
