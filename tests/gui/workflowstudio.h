#pragma once

#include "gui/theme.h"
#include "gui/workflows/canvas/canvasactions.h"
#include "gui/workflows/canvas/canvasminimap.h"
#include "gui/workflows/canvas/edgeitem.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/steppalette.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"
#include "gui/workflows/outline/steptreemodel.h"
#include "gui/workflows/outline/workflowoutline.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QBoxLayout>
#include <QDropEvent>
#include <QJsonDocument>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QWidget>

#include <algorithm>

namespace desk::test {

// Canvas, outline, palette and overview of one workflow in a window of their
// own.
struct WorkflowStudio {
    WorkflowGraph graph;
    WorkflowEditing editing{graph};
    StepSelection selection{graph};
    StepCommands commands{editing, selection};
    WorkflowScene scene{graph, selection};
    QWidget window;
    WorkflowView *view = nullptr;
    WorkflowOutline *outline = nullptr;
    StepPalette *palette = nullptr;
    CanvasMinimap *map = nullptr;

    Q_DISABLE_COPY_MOVE(WorkflowStudio)

    explicit WorkflowStudio(const QByteArray &steps = "[]")
    {
        initGuiResources();
        const QJsonDocument parsed = QJsonDocument::fromJson(R"({"name":"w","steps":)" + steps + "}");
        Q_ASSERT(parsed.isObject());
        graph.setDefinition(parsed.object());
        view = new WorkflowView(scene, commands, &window);
        outline = new WorkflowOutline(commands, &window);
        palette = new StepPalette(commands, &window);
        map = new CanvasMinimap(*view, &window);
        auto *row = new QHBoxLayout(&window);
        auto *column = new QVBoxLayout;
        column->addWidget(palette);
        column->addWidget(outline, 1);
        column->addWidget(map);
        row->addLayout(column);
        row->addWidget(view, 1);
        window.resize(1300, 900);
    }
    [[nodiscard]] bool show() // inside QVERIFY
    {
        window.show();
        window.activateWindow();
        scene.updateNow();
        view->setFocus();
        return QTest::qWaitForWindowActive(&window) && view->hasFocus();
    }

    [[nodiscard]] NodeId node(const char *id) const { return graph.nodeOfStepId(QString::fromLatin1(id)); }
    [[nodiscard]] QString currentId() const { return selection.current() == NodeId::Root ? QString() : graph.stepId(selection.current()); }
    [[nodiscard]] QString ids(NodeId container = NodeId::Root) const // "a b c"
    {
        QStringList all;
        for (const NodeId child : graph.children(container))
            all.append(graph.stepId(child));
        return all.join(u' ');
    }
    [[nodiscard]] QPoint at(NodeId id) const // its upper left part, where no port is
    {
        scene_().updateNow();
        const QRectF rect = scene.rectOf(id);
        return view->mapFromScene(rect.topLeft() + QPointF(rect.width() * 0.25, scene.geometry().line));
    }
    [[nodiscard]] QPoint portOf(NodeId id, WorkflowEditing::Port port) const
    {
        scene_().updateNow();
        return view->mapFromScene(scene.geometry().outPort(scene.rectOf(id), port));
    }
    void drag(const QPoint &from, const QPoint &to) const
    {
        QWidget *port = view->viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, from);
        QTest::mouseMove(port, from + (to - from) / 3);
        QTest::mouseMove(port, (from + to) / 2);
        QTest::mouseMove(port, to);
        QTest::mouseRelease(port, Qt::LeftButton, {}, to);
        scene_().updateNow();
    }
    void drop(const QString &kind, const QPoint &at) const
    {
        const std::unique_ptr<QMimeData> data(stepData(kind));
        QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(view->viewport(), &enter);
        QDragMoveEvent move(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(view->viewport(), &move);
        QDropEvent event(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(view->viewport(), &event);
        scene_().updateNow();
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(view, static_cast<Qt::Key>(key), modifiers); }

    // Empty: scene and tree show exactly what the graph is.
    [[nodiscard]] QString difference() const
    {
        scene_().updateNow();
        const QList<NodeId> nodes = graph.nodes();
        if (scene.steps().size() != nodes.size())
            return QStringLiteral("%1 items for %2 steps").arg(scene.steps().size()).arg(nodes.size());
        for (const NodeId id : nodes) {
            const StepItem *item = scene.itemOf(id);
            const auto *around = item ? qgraphicsitem_cast<StepItem *>(item->parentItem()) : nullptr;
            if (!item || item->node() != id || (around ? around->node() : NodeId::Root) != graph.container(id))
                return QStringLiteral("an item is not where %1 is").arg(graph.stepId(id));
            const StepFace face = StepFace::of(graph, id);
            if (item->face().title != face.title || item->face().second != face.second)
                return QStringLiteral("an item shows something else than %1").arg(face.title);
        }
        if (scene.shownEdges() != graph.edges())
            return QStringLiteral("other edges are shown");
        return treeDifference({});
    }

private:
    [[nodiscard]] WorkflowScene &scene_() const { return view->canvas(); }
    [[nodiscard]] static QMimeData *stepData(const QString &kind)
    {
        auto *data = new QMimeData;
        data->setData(QStringLiteral("application/x-agentdesk-step-kind"), kind.toUtf8());
        return data;
    }
    [[nodiscard]] QString treeDifference(const QModelIndex &parent) const
    {
        const StepTreeModel &tree = outline->steps();
        const QList<NodeId> children = graph.children(tree.nodeOf(parent));
        if (tree.rowCount(parent) != children.size())
            return QStringLiteral("another number of rows");
        for (int row = 0; row < children.size(); ++row) {
            const QModelIndex index = tree.index(row, 0, parent);
            if (tree.nodeOf(index) != children.at(row) || tree.parent(index) != parent || tree.indexOf(children.at(row)) != index)
                return QStringLiteral("another row %1").arg(row);
            if (const QString deeper = treeDifference(index); !deeper.isEmpty())
                return deeper;
        }
        return {};
    }
};

// Three in a row, a condition with branches, a loop and a parallel with
// something in them.
inline QByteArray manySteps()
{
    return R"([
      {"id":"ask","type":"input","name":"Which city?","schema":{"type":"object"}},
      {"id":"wx","type":"tool","tool":"get_weather","name":"Ask the weather","tool_args":{"location":"$.ask.city"}},
      {"id":"cold","type":"condition","name":"Is it cold?","condition":{"field":"$.wx.temperature","operator":"lt","value":5,
        "then_step":"warn","else_step":"note"}},
      {"id":"warn","type":"agent","agent":"chat-agent","agent_prompt":"Warn about frost: $.wx","next_step":"send"},
      {"id":"note","type":"agent","agent":"chat-agent","agent_prompt":"Short note: $.wx"},
      {"id":"both","type":"parallel","name":"Two looks","parallel_steps":[
        {"id":"one","type":"agent","agent":"web-search-agent","agent_prompt":"Look it up"},
        {"id":"two","type":"loop","name":"Each city","loop_config":{"items_path":"$.ask.cities","steps":[
          {"id":"inner","type":"tool","tool":"search"},{"id":"shape","type":"transform","disabled":true}]}}]},
      {"id":"send","type":"human","name":"Send it?","human_config":{"notification":"Send it?","options":[]}},
      {"id":"end","type":"output","value":"$.note"}])";
}

} // namespace desk::test
