#pragma once

#include "state/executions/executionrecord.h"
#include "state/executions/executionreplay.h"
#include "state/workflows/nodeid.h"

#include <QHash>
#include <QObject>

namespace desk {

class EdgeDataItem;
class StepStateItem;
class WorkflowGraph;
class WorkflowScene;

// An execution over the picture of its workflow (D-61): each step's state, time, tokens and cost as they stood at a moment, and what it
// handed on. Steps are matched by their id: of a workflow that was changed since, those that are still there. Lives in the GUI thread;
// graph and scene outlive it.
class ExecutionOverlay : public QObject
{
    Q_OBJECT
public:
    ExecutionOverlay(WorkflowGraph &graph, WorkflowScene &scene, QObject *parent = nullptr);
    ~ExecutionOverlay() override;

    void show(const ExecutionRecord &record, const QHash<QString, StepMoment> &moments);
    void clear();
    [[nodiscard]] QString textOf(NodeId node) const; // what stands at a step, for assistive technology and tests; empty: nothing
    [[nodiscard]] QString dataOf(NodeId node) const;

private:
    struct Items {
        StepStateItem *state;
        EdgeDataItem *data;
    };
    void refresh();
    void place();
    void forget(NodeId node);
    void takeOff(NodeId node);

    WorkflowGraph &m_graph;
    WorkflowScene &m_scene;
    ExecutionRecord m_record;
    QHash<QString, StepMoment> m_moments;
    QHash<NodeId, Items> m_items;
    bool m_isAnew = false; // the graph was set; the items are to be made when the scene has its own
};

} // namespace desk
