// WF-05: where the steps of a workflow go by themselves. Every property on seeded random graphs; DESK_SEED repeats one.
#include "gui/workflows/canvas/layout/layeredlayout.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRectF>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk::layered;

namespace {

constexpr qreal tolerance = 0.01;

struct Placed {
    Graph graph;
    Result result;
    [[nodiscard]] QRectF rect(int node) const { return {result.positions.at(node), result.sizes.at(node)}; }
};

Placed placed(const Graph &graph)
{
    return {graph, laidOut(graph)};
}

Graph chain(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i) {
        graph.nodes.append({{180, 56}, -1, false});
        if (i > 0)
            graph.edges.append({i - 1, i});
    }
    return graph;
}

// Steps in their order with jumps, as workflows are, in containers up to some levels; circles only if wanted.
Graph randomGraph(QRandomGenerator &random, int count, bool circles)
{
    Graph graph;
    QHash<int, QList<int>> inside;
    for (int i = 0; i < count; ++i) {
        int container = -1;
        if (i > 0 && random.bounded(3) == 0) {
            const int candidate = random.bounded(i);
            if (graph.nodes.at(candidate).holds)
                container = candidate;
        }
        graph.nodes.append({{80.0 + random.bounded(200), 30.0 + random.bounded(90)}, container, random.bounded(6) == 0});
        QList<int> &siblings = inside[container];
        if (!siblings.isEmpty() && random.bounded(5) > 0)
            graph.edges.append({siblings.constLast(), i});
        siblings.append(i);
        if (siblings.size() > 2 && random.bounded(3) == 0) {
            const int a = siblings.at(random.bounded(static_cast<int>(siblings.size()) - 1));
            graph.edges.append(circles && random.bounded(2) == 0 ? Edge{i, a} : Edge{a, i});
        }
    }
    graph.flow = random.bounded(2) == 0 ? Flow::Across : Flow::Down;
    graph.mirrored = random.bounded(2) == 0;
    return graph;
}

// Empty: nothing lies over anything else and everything within what holds it.
QString fault(const Placed &p)
{
    QHash<int, QList<int>> inside;
    for (int i = 0; i < p.graph.nodes.size(); ++i)
        inside[p.graph.nodes.at(i).container].append(i);
    for (auto it = inside.cbegin(); it != inside.cend(); ++it) {
        const QSizeF size = it.key() < 0 ? p.result.size : p.result.sizes.at(it.key());
        const QMarginsF margins = it.key() < 0 ? QMarginsF() : p.graph.inside;
        const QPointF corner(it.key() < 0 && p.graph.mirrored ? -size.width() : 0, 0);
        const QRectF room = QRectF(corner, size).marginsRemoved(margins).adjusted(-tolerance, -tolerance, tolerance, tolerance);
        for (const int a : it.value()) {
            if (!room.contains(p.rect(a)))
                return u"node %1 is not within %2"_s.arg(a).arg(it.key());
            for (const int b : it.value()) {
                if (a < b && p.rect(a).adjusted(tolerance, tolerance, -tolerance, -tolerance).intersects(p.rect(b)))
                    return u"%1 and %2 overlap"_s.arg(a).arg(b);
            }
        }
    }
    return {};
}

qreal nsPerRun(const Graph &graph)
{
    QElapsedTimer timer;
    qreal best = 1e18;
    for (int i = 0; i < 3; ++i) {
        timer.start();
        const Result result = laidOut(graph);
        best = result.positions.size() == graph.nodes.size() ? std::min(best, static_cast<qreal>(timer.nsecsElapsed())) : 0;
    }
    return best;
}

} // namespace

class TestWorkflowLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingAndOneNodeHaveTheirPlace();
    void aChainRunsStraightDownOrAcross();
    void branchesStandBesideEachOther();
    void aLongJumpPassesBesideTheSteps();
    void nestedStepsLieWithinTheirContainer();
    void anEmptyContainerKeepsItsSize();
    void rightToLeftIsTheMirrorImage();
    void edgesThatAreNoneAreIgnored();
    void whatAPersonPlacedStaysAndTheOthersKeepOff();
    void randomGraphsNeverOverlapAndAlwaysHold();
    void edgesGoForwardWhereTheGraphHasNoCircle();
    void theSameGraphIsAlwaysLaidOutTheSame();
    void fiveThousandNodesTakeHardlyMoreThanTheirShare();
};

void TestWorkflowLayout::nothingAndOneNodeHaveTheirPlace()
{
    const Result none = laidOut({});
    QVERIFY(none.positions.isEmpty());
    QCOMPARE(none.size, QSizeF(0, 0));
    const Result one = laidOut(chain(1));
    QCOMPARE(one.positions.constFirst(), QPointF(0, 0));
    QCOMPARE(one.size, QSizeF(180, 56));
}

void TestWorkflowLayout::aChainRunsStraightDownOrAcross()
{
    Graph graph = chain(6);
    Placed down = placed(graph);
    graph.flow = Flow::Across;
    Placed across = placed(graph);
    for (int i = 1; i < 6; ++i) {
        QCOMPARE(down.result.positions.at(i).x(), down.result.positions.at(0).x());
        QCOMPARE(down.rect(i).top(), down.rect(i - 1).bottom() + graph.layerGap);
        QCOMPARE(across.result.positions.at(i).y(), across.result.positions.at(0).y());
        QCOMPARE(across.rect(i).left(), across.rect(i - 1).right() + graph.layerGap);
    }
}

void TestWorkflowLayout::branchesStandBesideEachOther()
{
    Graph graph = chain(0);
    graph.nodes.fill({{100, 40}, -1, false}, 4);
    graph.edges = {{0, 1}, {0, 2}, {1, 3}, {2, 3}};
    const Placed p = placed(graph);
    QCOMPARE(p.rect(1).top(), p.rect(2).top());
    QVERIFY(p.rect(1).right() + graph.nodeGap <= p.rect(2).left() + tolerance);
    QCOMPARE(p.rect(0).center().x(), (p.rect(1).center().x() + p.rect(2).center().x()) / 2);
    QCOMPARE(p.rect(3).center().x(), p.rect(0).center().x());
}

void TestWorkflowLayout::aLongJumpPassesBesideTheSteps()
{
    Graph graph = chain(5);
    graph.edges.append({0, 4});
    const Placed p = placed(graph);
    const QList<QPointF> bends = p.result.bends.constLast();
    QCOMPARE(bends.size(), 3);
    for (const QPointF &bend : bends) {
        for (int i = 0; i < 5; ++i)
            QVERIFY(!p.rect(i).contains(bend));
    }
    QVERIFY(p.result.bends.constFirst().isEmpty());
}

void TestWorkflowLayout::nestedStepsLieWithinTheirContainer()
{
    Graph graph = chain(3);
    graph.nodes[1].holds = true;
    graph.nodes.append({{120, 40}, 1, true});
    graph.nodes.append({{120, 40}, 1, false});
    graph.nodes.append({{300, 90}, 3, false});
    const Placed p = placed(graph);
    QCOMPARE(fault(p), QString());
    QVERIFY(p.result.sizes.at(3).width() >= 300 + graph.inside.left() + graph.inside.right() - tolerance);
    QVERIFY(p.result.sizes.at(1).width() >= p.result.sizes.at(3).width() + 120); // both stand beside each other
}

void TestWorkflowLayout::anEmptyContainerKeepsItsSize()
{
    Graph graph = chain(2);
    graph.nodes[1].holds = true;
    QCOMPARE(laidOut(graph).sizes.at(1), QSizeF(180, 56));
}

void TestWorkflowLayout::rightToLeftIsTheMirrorImage()
{
    QRandomGenerator random(5);
    Graph graph = randomGraph(random, 60, true);
    graph.mirrored = false;
    const Placed plain = placed(graph);
    graph.mirrored = true;
    const Placed mirrored = placed(graph);
    for (int i = 0; i < graph.nodes.size(); ++i) {
        const int container = graph.nodes.at(i).container;
        const qreal width = container < 0 ? 0 : plain.result.sizes.at(container).width();
        QVERIFY(qAbs(mirrored.rect(i).left() - (width - plain.rect(i).right())) < tolerance);
        QCOMPARE(mirrored.rect(i).top(), plain.rect(i).top());
    }
    QCOMPARE(fault(mirrored), QString());
}

void TestWorkflowLayout::edgesThatAreNoneAreIgnored()
{
    Graph graph = chain(3);
    const Result before = laidOut(graph);
    graph.edges += {{0, 0}, {-1, 2}, {1, 17}};
    QCOMPARE(laidOut(graph).positions, before.positions);
    graph.nodes[0].container = 2; // a container comes before what is in it: this is none
    QCOMPARE(laidOut(graph).positions, before.positions);
}

void TestWorkflowLayout::whatAPersonPlacedStaysAndTheOthersKeepOff()
{
    Graph graph = chain(5);
    graph.nodes[2].fixed = QPointF(10, 20); // over the first
    graph.nodes.append({{100, 40}, 4, false, QPointF(400, 300)});
    graph.nodes[4].holds = true;
    const Placed p = placed(graph);
    QCOMPARE(p.result.positions.at(2), QPointF(10, 20));
    QVERIFY(!p.rect(0).intersects(p.rect(2)));
    QVERIFY(!p.rect(0).intersects(p.rect(1)));
    QCOMPARE(p.result.sizes.at(4), QSizeF(500 + graph.inside.right(), 340 + graph.inside.bottom()));
}

void TestWorkflowLayout::randomGraphsNeverOverlapAndAlwaysHold()
{
    const quint32 seed = qEnvironmentVariableIsSet("DESK_SEED") ? qEnvironmentVariableIntValue("DESK_SEED") : 20'260'101;
    qInfo("DESK_SEED=%u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 200; ++round) {
        const QString found = fault(placed(randomGraph(random, 1 + random.bounded(80), true)));
        QVERIFY2(found.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(found)));
    }
}

void TestWorkflowLayout::edgesGoForwardWhereTheGraphHasNoCircle()
{
    const quint32 seed = qEnvironmentVariableIsSet("DESK_SEED") ? qEnvironmentVariableIntValue("DESK_SEED") : 7;
    qInfo("DESK_SEED=%u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 100; ++round) {
        Graph graph = randomGraph(random, 2 + random.bounded(60), false);
        const Placed p = placed(graph);
        for (const Edge &edge : std::as_const(graph.edges)) {
            const QRectF from = p.rect(edge.from);
            const QRectF to = p.rect(edge.to);
            const bool forward = graph.flow == Flow::Down ? from.bottom() < to.top()
                                 : graph.mirrored         ? from.left() > to.right()
                                                          : from.right() < to.left();
            QVERIFY2(forward, qPrintable(u"round %1: %2 → %3"_s.arg(round).arg(edge.from).arg(edge.to)));
        }
    }
}

void TestWorkflowLayout::theSameGraphIsAlwaysLaidOutTheSame()
{
    for (quint32 seed = 1; seed < 20; ++seed) {
        QRandomGenerator random(seed);
        const Graph graph = randomGraph(random, 100, true);
        const Result first = laidOut(graph);
        const Result second = laidOut(graph);
        QCOMPARE(second.positions, first.positions);
        QCOMPARE(second.sizes, first.sizes);
        QCOMPARE(second.bends, first.bends);
    }
}

void TestWorkflowLayout::fiveThousandNodesTakeHardlyMoreThanTheirShare()
{
    QRandomGenerator one(3);
    QRandomGenerator two(3);
    const qreal small = nsPerRun(randomGraph(one, 500, true));
    const qreal large = nsPerRun(randomGraph(two, 5000, true));
    qInfo("500: %.2f ms, 5 000: %.2f ms", small / 1e6, large / 1e6);
    QVERIFY2(large < 60 * small, qPrintable(u"%1 ms against %2 ms"_s.arg(large / 1e6).arg(small / 1e6))); // quadratic would be 100

    Graph jumps = chain(5000); // every step jumps to the last: the worst for dummies
    for (int i = 0; i < 4998; ++i)
        jumps.edges.append({i, 4999});
    qInfo("jumps: %.2f ms", nsPerRun(jumps) / 1e6);
    QVERIFY(nsPerRun(jumps) < 2e9);
}

QTEST_MAIN(TestWorkflowLayout)
#include "tst_workflowlayout.moc"
