#include "gui/workflows/canvas/layout/layers.h"

#include <algorithm>

namespace desk::layered {

namespace {

constexpr int sweeps = 6;

struct Block { // neighbours that are pushed against each other and move as one
    double sum = 0;
    double count = 0;
    qsizetype size = 0;
    [[nodiscard]] double mean() const { return sum / count; }
};

// The places nearest to the wanted ones (least squares) that keep the order and the gaps.
void placeLayer(Layers &layers, const QList<int> &layer, const QList<qreal> &wanted, qreal gap)
{
    QList<qreal> offset(layer.size(), 0);
    for (qsizetype i = 1; i < layer.size(); ++i)
        offset[i] = offset.at(i - 1) + (layers.breadth.at(layer.at(i - 1)) + layers.breadth.at(layer.at(i))) / 2 + gap;
    QList<Block> blocks;
    for (qsizetype i = 0; i < layer.size(); ++i) {
        blocks.append({wanted.at(i) - offset.at(i), 1, 1});
        while (blocks.size() > 1 && blocks.at(blocks.size() - 2).mean() >= blocks.constLast().mean()) {
            const Block last = blocks.takeLast();
            blocks.last().sum += last.sum;
            blocks.last().count += last.count;
            blocks.last().size += last.size;
        }
    }
    qsizetype i = 0;
    for (const Block &block : std::as_const(blocks)) {
        for (qsizetype n = 0; n < block.size; ++n, ++i)
            layers.centre[layer.at(i)] = block.mean() + offset.at(i);
    }
}

void pullTowards(Layers &layers, const QList<int> &layer, const QList<QList<int>> &neighbours, qreal gap)
{
    QList<qreal> wanted;
    wanted.reserve(layer.size());
    for (const int node : layer) {
        const QList<int> &near = neighbours.at(node);
        qreal sum = 0;
        for (const int other : near)
            sum += layers.centre.at(other);
        wanted.append(near.isEmpty() ? layers.centre.at(node) : sum / static_cast<qreal>(near.size()));
    }
    placeLayer(layers, layer, wanted, gap);
}

} // namespace

void placeAcross(Layers &layers, qreal gap)
{
    layers.centre.fill(0, layers.rank.size());
    for (const QList<int> &layer : std::as_const(layers.layers))
        placeLayer(layers, layer, QList<qreal>(layer.size(), 0), gap);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (qsizetype i = 0; i < layers.layers.size(); ++i) {
            const bool down = sweep % 2 == 0;
            const qsizetype rank = down ? i : layers.layers.size() - 1 - i;
            pullTowards(layers, layers.layers.at(rank), down ? layers.before : layers.behind, gap);
        }
    }
}

} // namespace desk::layered
