#include "gui/workflows/canvas/layout/layers.h"

#include <algorithm>

namespace desk::layered {

namespace {

constexpr int sweeps = 8;

void numberPlaces(const QList<int> &layer, QList<int> &place)
{
    for (int i = 0; i < layer.size(); ++i)
        place[layer.at(i)] = i;
}

QList<int> places(const Layers &layers)
{
    QList<int> place(layers.rank.size(), 0);
    for (const QList<int> &layer : layers.layers)
        numberPlaces(layer, place);
    return place;
}

void sortLayer(QList<int> &layer, const QList<QList<int>> &neighbours, QList<int> &place)
{
    QList<std::pair<double, int>> keyed;
    keyed.reserve(layer.size());
    for (int i = 0; i < layer.size(); ++i) {
        const QList<int> &near = neighbours.at(layer.at(i));
        double sum = 0;
        for (const int other : near)
            sum += place.at(other);
        keyed.append({near.isEmpty() ? i : sum / static_cast<double>(near.size()), layer.at(i)});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (int i = 0; i < layer.size(); ++i)
        layer[i] = keyed.at(i).second;
    numberPlaces(layer, place);
}

// Pairs out of order among the ends of the edges, counted by a tree of sums: n log n.
qsizetype crossingsBelow(const Layers &layers, qsizetype rank, const QList<int> &place)
{
    const qsizetype width = layers.layers.at(rank + 1).size();
    QList<qsizetype> tree(width + 1, 0);
    qsizetype total = 0;
    qsizetype crossings = 0;
    for (const int node : layers.layers.at(rank)) {
        QList<int> ends;
        for (const int other : layers.behind.at(node))
            ends.append(place.at(other));
        for (const int end : std::as_const(ends)) {
            qsizetype notRight = 0;
            for (qsizetype i = end + 1; i > 0; i -= i & -i)
                notRight += tree.at(i);
            crossings += total - notRight;
        }
        for (const int end : std::as_const(ends)) {
            for (qsizetype i = end + 1; i <= width; i += i & -i)
                ++tree[i];
        }
        total += ends.size();
    }
    return crossings;
}

qsizetype crossings(const Layers &layers, const QList<int> &place)
{
    qsizetype sum = 0;
    for (qsizetype rank = 0; rank + 1 < layers.layers.size(); ++rank)
        sum += crossingsBelow(layers, rank, place);
    return sum;
}

} // namespace

void orderLayers(Layers &layers)
{
    QList<int> place = places(layers);
    QList<QList<int>> best = layers.layers;
    qsizetype fewest = crossings(layers, place);
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        if (sweep % 2 == 0) {
            for (qsizetype rank = 1; rank < layers.layers.size(); ++rank)
                sortLayer(layers.layers[rank], layers.before, place);
        } else {
            for (qsizetype rank = layers.layers.size() - 2; rank >= 0; --rank)
                sortLayer(layers.layers[rank], layers.behind, place);
        }
        const qsizetype now = crossings(layers, place);
        if (now < fewest) {
            fewest = now;
            best = layers.layers;
        }
    }
    layers.layers = best;
}

} // namespace desk::layered
