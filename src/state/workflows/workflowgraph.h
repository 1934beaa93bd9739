#pragma once

#include "state/workflows/graphedge.h"
#include "state/workflows/graphedit.h"
#include "state/workflows/graphnote.h"
#include "state/workflows/nodeid.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointF>
#include <QString>

#include <memory>
#include <optional>

namespace desk {

struct EdgeStep;
struct GraphNode;

// The steps of one workflow as a graph that is edited (D-60): nodes by id, roles, narrow signals. A node keeps its id whatever happens to
// the step's own "id" (BUG-62), in every undo and after a restart. Lossless both ways (BUG-64): a step is the JSON it came as, and only
// what an edit names differs in definition(). Changes come through apply() alone, which WorkflowEditing calls: nothing else edits. What is
// drawn is what the server does (contract 5.4, BUG-65, BUG-66): the order of the array, the jumps of conditions, the fall-through behind a
// branch; a "next_step" is shown as ignored. Lives in the GUI thread; 5 000 steps are no burden: every question about one node is answered
// without walking all. What is no object among the steps stays in its place as a node without a type (hostile definitions).
class WorkflowGraph : public QObject
{
    Q_OBJECT
public:
    explicit WorkflowGraph(QObject *parent = nullptr);
    ~WorkflowGraph() override;

    void setDefinition(const QJsonObject &definition); // all anew, new ids; emits reset()
    [[nodiscard]] QJsonObject definition() const;      // with every step in its place

    // Roles. NodeId::Root is the workflow itself: it has children and nothing else.
    [[nodiscard]] bool contains(NodeId node) const;
    [[nodiscard]] qsizetype count() const;                        // without the root
    [[nodiscard]] QList<NodeId> children(NodeId container) const; // in their order
    [[nodiscard]] QList<NodeId> nodes() const;                    // all, a container before what is in it
    [[nodiscard]] NodeId container(NodeId node) const;            // Root for outermost steps
    [[nodiscard]] int index(NodeId node) const;                   // in its container
    [[nodiscard]] QString stepId(NodeId node) const;
    [[nodiscard]] QString type(NodeId node) const;        // as the definition says it: wire/workflow/workflowsteps.h has the words
    [[nodiscard]] QString title(NodeId node) const;       // name, else id
    [[nodiscard]] QString summary(NodeId node) const;     // one line: the tool, agent, condition
    [[nodiscard]] QJsonObject step(NodeId node) const;    // whole, with what is nested in it
    [[nodiscard]] QJsonObject ownStep(NodeId node) const; // without what is nested in it: an empty list is in its place; Root: the fields
    [[nodiscard]] QJsonValue foreign(NodeId node) const;  // what it is instead of a step; undefined: it is a step
    [[nodiscard]] QJsonObject fields() const;             // of the workflow: without "steps"
    [[nodiscard]] bool isContainer(NodeId node) const;    // parallel, loop, and the root; none deeper than 64
    [[nodiscard]] bool isDisabled(NodeId node) const;
    [[nodiscard]] std::optional<QPointF> position(NodeId node) const; // of its top left corner, in its container; none: laid out by itself
    [[nodiscard]] NodeId nodeAt(const QList<int> &path) const;        // indices through nested steps; Root for a path that leads nowhere
    [[nodiscard]] QList<int> path(NodeId node) const;
    [[nodiscard]] NodeId nodeOfStepId(const QString &id) const; // the first of them; Root: none

    [[nodiscard]] QList<GraphEdge> edges() const;              // within each container, what really happens, and what is ignored
    [[nodiscard]] QList<GraphEdge> edgesOf(NodeId node) const; // that begin or end there
    [[nodiscard]] const QList<GraphNote> &notes() const;       // comments and groups: the server has no place for them

    // Whether it can be done here: the nodes are there, and nothing comes into itself or deeper than 64.
    [[nodiscard]] bool fits(const GraphEdit &edit) const;
    // Does it and gives what undoes it, to the byte. Asserts that it fits: an edit comes from WorkflowEditing.
    GraphEdit apply(const GraphEdit &edit);
    [[nodiscard]] NodeId newId(); // never one that was there before

    // For what survives a restart: the ids of all nodes in the order of nodes(), the next one, and what the definition does not say: where
    // steps came into one that had no list for them.
    [[nodiscard]] QJsonObject identities() const;
    bool restore(const QJsonObject &definition, const QJsonObject &identities); // false: they do not fit, all ids are new

Q_SIGNALS:
    void reset();
    void stepInserted(desk::NodeId node); // with all that is in it: nodes below are not announced
    void stepAboutToBeRemoved(desk::NodeId node);
    void stepRemoved(desk::NodeId node, desk::NodeId container); // it is no longer there
    void stepMoved(desk::NodeId node);                           // another place in the order, perhaps of another container
    void stepChanged(desk::NodeId node);                         // its JSON, not what is nested in it
    void positionChanged(desk::NodeId node);
    void edgesChanged(); // once for each apply() that may have changed any, last
    void notesChanged();
    void fieldsChanged(); // of the workflow itself: name, description, trigger, guardrails, …

private:
    class Data;
    GraphEdit insert(const GraphEdit &edit);
    GraphEdit remove(const GraphEdit &edit);
    GraphEdit move(const GraphEdit &edit);
    GraphEdit change(const GraphEdit &edit);
    GraphEdit setFields(const GraphEdit &edit);
    GraphEdit setNotes(const GraphEdit &edit);
    void announceChange(const GraphNode &node, const QJsonObject &before, const EdgeStep &leadBefore, bool isPosition);

    std::unique_ptr<Data> m_data;
};

} // namespace desk
