#include "gui/workflows/canvas/layout/layeredlayout.h"

#include "gui/workflows/canvas/layout/layers.h"

#include <QRectF>

#include <algorithm>

namespace desk::layered {

namespace {

// What one container holds, by the indices of the whole graph.
struct Content {
    QList<int> nodes;
    QList<int> edges;
};

class Layout
{
public:
    explicit Layout(const Graph &graph)
        : m_graph(graph)
        , m_contents(graph.nodes.size() + 1)
        , m_local(graph.nodes.size(), 0)
    {
        m_result.positions.resize(graph.nodes.size());
        m_result.bends.resize(graph.edges.size());
        for (const Node &node : graph.nodes)
            m_result.sizes.append(node.size);
        sortIn();
    }

    Result run()
    {
        for (int container = static_cast<int>(m_graph.nodes.size()) - 1; container >= -1; --container) {
            if (container < 0)
                m_result.size = layOut(container, {});
            else if (m_graph.nodes.at(container).holds || !content(container).nodes.isEmpty())
                m_result.sizes[container] = m_graph.nodes.at(container).size.expandedTo(layOut(container, m_graph.inside));
        }
        if (m_graph.mirrored)
            mirror();
        return m_result;
    }

private:
    [[nodiscard]] Content &content(int container) { return m_contents[container + 1]; }
    [[nodiscard]] int containerOf(int node) const
    {
        const int container = m_graph.nodes.at(node).container;
        return container < node && container >= 0 ? container : -1;
    }

    void sortIn()
    {
        for (int node = 0; node < m_graph.nodes.size(); ++node) {
            Content &in = content(containerOf(node));
            m_local[node] = static_cast<int>(in.nodes.size());
            in.nodes.append(node);
        }
        for (int i = 0; i < m_graph.edges.size(); ++i) {
            const Edge &edge = m_graph.edges.at(i);
            const auto exists = [this](int node) { return node >= 0 && node < m_graph.nodes.size(); };
            if (exists(edge.from) && exists(edge.to) && containerOf(edge.from) == containerOf(edge.to))
                content(containerOf(edge.from)).edges.append(i);
        }
    }

    [[nodiscard]] bool isDown() const { return m_graph.flow == Flow::Down; }
    [[nodiscard]] QPointF point(qreal across, qreal along) const { return isDown() ? QPointF(across, along) : QPointF(along, across); }

    [[nodiscard]] Layers layersOf(const Content &in) const
    {
        QList<qreal> breadth;
        QList<qreal> depth;
        for (const int node : in.nodes) {
            const QSizeF size = m_result.sizes.at(node);
            breadth.append(isDown() ? size.width() : size.height());
            depth.append(isDown() ? size.height() : size.width());
        }
        QList<Edge> edges;
        for (const int edge : in.edges)
            edges.append({m_local.at(m_graph.edges.at(edge).from), m_local.at(m_graph.edges.at(edge).to)});
        Layers layers = rankedLayers(breadth, depth, edges);
        orderLayers(layers);
        placeAcross(layers, m_graph.nodeGap);
        return layers;
    }

    QSizeF layOut(int container, const QMarginsF &margins)
    {
        const Content &in = content(container);
        const Layers layers = layersOf(in);
        qreal least = layers.centre.isEmpty() ? 0 : layers.centre.constFirst();
        for (qsizetype i = 0; i < layers.centre.size(); ++i)
            least = std::min(least, layers.centre.at(i) - layers.breadth.at(i) / 2);
        const QPointF origin = QPointF(margins.left(), margins.top()) - point(least, 0);
        QList<QPointF> middles(layers.rank.size());
        qreal along = 0;
        for (const QList<int> &layer : layers.layers) {
            qreal deepest = 0;
            for (const int node : layer)
                deepest = std::max(deepest, layers.depth.at(node));
            for (const int node : layer)
                middles[node] = origin + point(layers.centre.at(node), along + deepest / 2);
            along += deepest + m_graph.layerGap;
        }
        place(in, layers, middles);
        keepOffFixed(in);
        QSizeF size;
        for (const int node : in.nodes)
            size = size.expandedTo(reach(m_result.positions.at(node), m_result.sizes.at(node)));
        for (qsizetype i = layers.real; i < middles.size(); ++i)
            size = size.expandedTo(reach(middles.at(i), {}));
        if (in.nodes.isEmpty())
            return reach({margins.left(), margins.top()}, {margins.right(), margins.bottom()});
        return reach({size.width(), size.height()}, {margins.right(), margins.bottom()});
    }

    [[nodiscard]] static QSizeF reach(const QPointF &from, const QSizeF &size)
    {
        return {std::max<qreal>(0, from.x() + size.width()), std::max<qreal>(0, from.y() + size.height())};
    }

    void place(const Content &in, const Layers &layers, const QList<QPointF> &middles)
    {
        for (qsizetype i = 0; i < in.nodes.size(); ++i) {
            const QSizeF size = m_result.sizes.at(in.nodes.at(i));
            m_result.positions[in.nodes.at(i)] = middles.at(i) - QPointF(size.width() / 2, size.height() / 2);
        }
        for (qsizetype i = 0; i < in.edges.size(); ++i) {
            for (const int dummy : layers.passes.at(i))
                m_result.bends[in.edges.at(i)].append(middles.at(dummy));
        }
    }

    // What is placed by itself moves on, across the flow, past what a person put there.
    void keepOffFixed(const Content &in)
    {
        QList<QRectF> fixed;
        for (const int node : in.nodes) {
            if (!m_graph.nodes.at(node).fixed)
                continue;
            m_result.positions[node] = *m_graph.nodes.at(node).fixed;
            fixed.append({m_result.positions.at(node), m_result.sizes.at(node)});
        }
        const auto across = [this](const QRectF &rect) { return isDown() ? rect.left() : rect.top(); };
        std::stable_sort(fixed.begin(), fixed.end(), [&](const QRectF &a, const QRectF &b) { return across(a) < across(b); });
        for (const int node : fixed.isEmpty() ? QList<int>() : in.nodes) {
            if (m_graph.nodes.at(node).fixed)
                continue;
            QRectF rect(m_result.positions.at(node), m_result.sizes.at(node));
            for (const QRectF &other : std::as_const(fixed)) {
                if (rect.intersects(other))
                    rect.moveTo(isDown() ? QPointF(other.right() + m_graph.nodeGap, rect.top())
                                         : QPointF(rect.left(), other.bottom() + m_graph.nodeGap));
            }
            const auto later = [&](const QRectF &one, const QRectF &two) { return across(one) < across(two); };
            fixed.insert(std::upper_bound(fixed.begin(), fixed.end(), rect, later), rect); // the others keep off this one too
            m_result.positions[node] = rect.topLeft();
        }
    }

    void mirror()
    {
        const auto width = [this](int container) { return container < 0 ? 0 : m_result.sizes.at(container).width(); };
        for (int node = 0; node < m_graph.nodes.size(); ++node) {
            QPointF &position = m_result.positions[node];
            position.setX(width(containerOf(node)) - position.x() - m_result.sizes.at(node).width());
        }
        for (qsizetype i = 0; i < m_graph.edges.size(); ++i) {
            for (QPointF &bend : m_result.bends[i])
                bend.setX(width(containerOf(m_graph.edges.at(i).from)) - bend.x());
        }
    }

    const Graph &m_graph;
    QList<Content> m_contents;
    QList<int> m_local; // index of a node in its container's list
    Result m_result;
};

} // namespace

Result laidOut(const Graph &graph)
{
    return Layout(graph).run();
}

} // namespace desk::layered
