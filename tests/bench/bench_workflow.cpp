// P6: a workflow of 50, 500 and 5 000 steps: until it is laid out and seen, and
// what a frame costs while it is panned and zoomed. The baseline is what a
// browser's flow editor took on the same machine (React Flow, dagre); 0 where
// it was not measured. Prints JSON lines.
#include "gui/theme.h"
#include "gui/workflows/canvas/layout/layeredlayout.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"
#include "state/workflows/workflowproblems.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

struct Bars {
    int count;
    double show, layout, frame;             // ms, 0: none
    double problems;                        // the same
    double showBase, layoutBase, frameBase; // ms, 0: not measured
};

void line(const QString &name, double value, double baseline, double bar)
{
    std::printf("{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"ms\",\"baseline\":%."
                "3f,\"ratio\":%.3f,\"bar\":%.0f,\"ok\":%s}\n",
                qPrintable(name), value, baseline, baseline > 0 ? value / baseline : 0, bar, bar <= 0 || value <= bar ? "true" : "false");
    std::fflush(stdout);
}

double spent(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double p99(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at((values.size() - 1) * 99 / 100);
}

// A condition every seventh, a loop of three every eleventh.
QJsonObject definition(int count)
{
    QJsonArray steps;
    for (int i = 0; i < count;) {
        const QString id = u"s%1"_s.arg(i);
        QJsonObject step{
            {u"id"_s, id}, {u"type"_s, u"tool"_s}, {u"tool"_s, u"web_search"_s}, {u"name"_s, u"Look for something %1"_s.arg(i)}};
        if (i % 7 == 3) {
            step[u"type"_s] = u"condition"_s;
            step[u"condition"_s] = QJsonObject{{u"field"_s, u"$.s0.x"_s},
                                               {u"operator"_s, u"eq"_s},
                                               {u"value"_s, i},
                                               {u"then_step"_s, u"s%1"_s.arg(i + 1)},
                                               {u"else_step"_s, u"s%1"_s.arg(i + 2)}};
        } else if (i % 11 == 5 && i + 3 < count) {
            QJsonArray inside;
            for (int n = 1; n <= 3; ++n)
                inside.append(QJsonObject{{u"id"_s, u"s%1"_s.arg(i + n)}, {u"type"_s, u"agent"_s}, {u"agent"_s, u"chat-agent"_s}});
            step[u"type"_s] = u"loop"_s;
            step[u"loop_config"_s] = QJsonObject{{u"items_path"_s, u"$.s0.list"_s}, {u"steps"_s, inside}};
            i += 3;
        }
        steps.append(step);
        ++i;
    }
    return {{u"name"_s, u"w"_s}, {u"steps"_s, steps}};
}

layered::Graph layoutOf(const WorkflowGraph &graph)
{
    layered::Graph out;
    QHash<NodeId, int> number;
    for (const NodeId node : graph.nodes()) {
        number.insert(node, static_cast<int>(out.nodes.size()));
        out.nodes.append({{240, 50}, number.value(graph.container(node), -1), graph.isContainer(node), {}});
    }
    for (const GraphEdge &edge : graph.edges())
        out.edges.append({number.value(edge.from), number.value(edge.to)});
    return out;
}

void draw(WorkflowView &view)
{
    static QImage surface(1400, 900, QImage::Format_RGB32);
    view.viewport()->render(&surface);
}

// All of the window is drawn anew, also while panning, where only the edge would have to be: the worst case.
double frame(WorkflowView &view, const std::function<void()> &change)
{
    return spent([&] {
        change();
        draw(view);
    });
}

double panned(WorkflowView &view)
{
    QList<double> frames;
    QScrollBar *down = view.verticalScrollBar();
    for (int i = 0; i < 300; ++i)
        frames.append(frame(view, [&] { down->setValue(down->value() + ((i / 100) % 2 == 0 ? 40 : -40)); }));
    return p99(frames);
}

double zoomed(WorkflowView &view)
{
    QList<double> frames;
    for (int i = 0; i < 200; ++i)
        frames.append(frame(view, [&] { (i / 10) % 2 == 0 ? view.zoomOut() : view.zoomIn(); }));
    return p99(frames);
}

void measure(const Bars &bars)
{
    const QString suffix = u"_%1"_s.arg(bars.count);
    const QJsonObject json = definition(bars.count);
    WorkflowGraph graph;
    WorkflowEditing editing(graph);
    StepSelection selection(graph);
    StepCommands commands(editing, selection);
    graph.setDefinition(json);
    const layered::Graph nodes = layoutOf(graph);
    QList<double> layouts;
    for (int i = 0; i < 9; ++i)
        layouts.append(spent([&] { static_cast<void>(layered::laidOut(nodes)); }));
    std::sort(layouts.begin(), layouts.end());
    line(u"workflow_layout"_s + suffix, layouts.at(4), bars.layoutBase, bars.layout);

    QList<double> checks; // soon after each edit (WF-15)
    for (int i = 0; i < 9; ++i)
        checks.append(spent([&] { static_cast<void>(workflowProblems(json, {})); }));
    std::sort(checks.begin(), checks.end());
    line(u"workflow_problems"_s + suffix, checks.at(4), 0, bars.problems);

    std::unique_ptr<WorkflowScene> scene;
    std::unique_ptr<WorkflowView> view;
    line(u"workflow_show"_s + suffix, spent([&] {
             graph.setDefinition(json);
             scene = std::make_unique<WorkflowScene>(graph, selection);
             view = std::make_unique<WorkflowView>(*scene, commands);
             view->resize(1400, 900);
             view->show();
             scene->updateNow();
             draw(*view);
         }),
         bars.showBase, bars.show);
    line(u"workflow_pan_p99"_s + suffix, panned(*view), bars.frameBase, bars.frame);
    view->setZoom(1);
    line(u"workflow_zoom_p99"_s + suffix, zoomed(*view), bars.frameBase, bars.frame);
    view->fit();
    line(u"workflow_pan_all_seen_p99"_s + suffix, panned(*view), bars.frameBase, bars.frame);
    view->setZoom(1);
    const NodeId middle = graph.children(NodeId::Root).at(graph.children(NodeId::Root).size() / 2);
    line(u"workflow_insert"_s + suffix,
         frame(*view,
               [&] {
                   editing.insert(u"tool"_s, NodeId::Root, graph.index(middle));
                   scene->updateNow();
               }),
         0, 0);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    initGuiResources();
    { // fonts, icons and the style are loaded once for the whole program
        WorkflowGraph graph;
        graph.setDefinition(definition(12));
        StepSelection selection(graph);
        WorkflowEditing editing(graph);
        StepCommands commands(editing, selection);
        WorkflowScene scene(graph, selection);
        WorkflowView view(scene, commands);
        view.show();
        scene.updateNow();
        draw(view);
    }
    measure({50, 30, 10, 16, 20, 255, 55, 25});
    measure({500, 100, 150, 16, 0, 638, 1720, 58});
    measure({5000, 0, 0, 33, 0, 0, 0, 0});
    return 0;
}
