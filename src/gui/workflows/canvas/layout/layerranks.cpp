#include "gui/workflows/canvas/layout/layers.h"

#include <algorithm>
#include <numeric>

namespace desk::layered {

namespace {

using Lists = QList<QList<int>>;

Lists outgoing(qsizetype nodes, const QList<Edge> &edges)
{
    Lists lists(nodes);
    for (qsizetype i = 0; i < edges.size(); ++i) {
        if (edges.at(i).from != edges.at(i).to)
            lists[edges.at(i).from].append(static_cast<int>(i));
    }
    return lists;
}

// An edge to a node that is still being walked closes a circle. Without recursion: a chain may be as long as it likes.
QList<bool> edgesBack(qsizetype nodes, const QList<Edge> &edges, const Lists &out)
{
    enum State : char { New, Open, Done };
    QList<bool> back(edges.size(), false);
    QList<State> state(nodes, New);
    QList<qsizetype> next(nodes, 0);
    QList<int> open;
    for (int root = 0; root < nodes; ++root) {
        if (state.at(root) != New)
            continue;
        state[root] = Open;
        open.append(root);
        while (!open.isEmpty()) {
            const int node = open.constLast();
            if (next.at(node) == out.at(node).size()) {
                state[node] = Done;
                open.removeLast();
                continue;
            }
            const int edge = out.at(node).at(next[node]++);
            const int to = edges.at(edge).to;
            if (state.at(to) == Open) {
                back[edge] = true;
            } else if (state.at(to) == New) {
                state[to] = Open;
                open.append(to);
            }
        }
    }
    return back;
}

QList<int> longestPaths(qsizetype nodes, const QList<Edge> &edges, const Lists &out, const QList<bool> &back)
{
    QList<int> waits(nodes, 0);
    QList<int> rank(nodes, 0);
    for (qsizetype i = 0; i < edges.size(); ++i) {
        if (edges.at(i).from != edges.at(i).to && !back.at(i))
            ++waits[edges.at(i).to];
    }
    QList<int> ready;
    for (int node = 0; node < nodes; ++node) {
        if (waits.at(node) == 0)
            ready.append(node);
    }
    for (qsizetype i = 0; i < ready.size(); ++i) {
        const int node = ready.at(i);
        for (const int edge : out.at(node)) {
            if (back.at(edge))
                continue;
            const int to = edges.at(edge).to;
            rank[to] = std::max(rank.at(to), rank.at(node) + 1);
            if (--waits[to] == 0)
                ready.append(to);
        }
    }
    return rank;
}

int appendDummy(Layers &layers, int rank)
{
    layers.breadth.append(0);
    layers.depth.append(0);
    layers.rank.append(rank);
    layers.before.append(QList<int>());
    layers.behind.append(QList<int>());
    return static_cast<int>(layers.rank.size() - 1);
}

// Long edges get dummies, the short ones first: a few that pass everything must not make the work quadratic.
void linkNeighbours(Layers &layers, const QList<Edge> &edges)
{
    QList<int> order(edges.size());
    std::iota(order.begin(), order.end(), 0);
    const auto span = [&](int edge) { return std::abs(layers.rank.at(edges.at(edge).to) - layers.rank.at(edges.at(edge).from)); };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return span(a) < span(b); });
    qsizetype budget = 4 * layers.real + 64;
    for (const int edge : order) {
        int from = edges.at(edge).from;
        int to = edges.at(edge).to;
        const bool turned = layers.rank.at(from) > layers.rank.at(to);
        if (turned)
            std::swap(from, to);
        const int length = span(edge);
        if (length == 0 || length - 1 > budget)
            continue;
        budget -= length - 1;
        int previous = from;
        for (int rank = layers.rank.at(from) + 1; rank <= layers.rank.at(to); ++rank) {
            const int here = rank == layers.rank.at(to) ? to : appendDummy(layers, rank);
            layers.behind[previous].append(here);
            layers.before[here].append(previous);
            if (here != to)
                layers.passes[edge].append(here);
            previous = here;
        }
        if (turned)
            std::reverse(layers.passes[edge].begin(), layers.passes[edge].end());
    }
}

} // namespace

Layers rankedLayers(const QList<qreal> &breadth, const QList<qreal> &depth, const QList<Edge> &edges)
{
    Layers layers;
    layers.real = breadth.size();
    layers.breadth = breadth;
    layers.depth = depth;
    layers.before.resize(layers.real);
    layers.behind.resize(layers.real);
    layers.passes.resize(edges.size());
    const Lists out = outgoing(layers.real, edges);
    layers.leadsBack = edgesBack(layers.real, edges, out);
    layers.rank = longestPaths(layers.real, edges, out, layers.leadsBack);
    linkNeighbours(layers, edges);
    for (int node = 0; node < layers.rank.size(); ++node) {
        const int rank = layers.rank.at(node);
        if (rank >= layers.layers.size())
            layers.layers.resize(rank + 1);
        layers.layers[rank].append(node);
    }
    return layers;
}

} // namespace desk::layered
