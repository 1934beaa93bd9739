#pragma once

#include "gui/workflows/canvas/layout/layeredlayout.h"
#include "gui/workflows/canvas/steppainter.h"
#include "state/workflows/graphedge.h"

#include <QGraphicsScene>
#include <QHash>

#include <functional>
#include <optional>

class QTimer;

namespace desk {

class EdgeItem;
class NoteItem;
class StepItem;
class StepSelection;
class TerminalItem;
class WorkflowGraph;

// The picture of a WorkflowGraph (anchor 18): mirrors its signals, one item for each node and edge, and knows nothing the graph does not
// know. It edits nothing. Items are there at once; edges and places follow when control is back in the event loop, once for any number of
// edits. What is selected is in the StepSelection alone. Lives in the GUI thread; graph and selection outlive it.
class WorkflowScene final : public QGraphicsScene
{
    Q_OBJECT
public:
    WorkflowScene(WorkflowGraph &graph, StepSelection &selection, QObject *parent = nullptr);
    ~WorkflowScene() override;

    void setLook(const QFont &font, const QPalette &palette, bool mirrored);
    void setAcross(bool across); // else the flow goes down (WF-05)
    [[nodiscard]] bool isAcross() const { return m_painter.geometry().isAcross; }
    void updateNow(); // what waits for the event loop

    [[nodiscard]] WorkflowGraph &graph() const { return m_graph; }
    [[nodiscard]] const StepPainter &painter() const { return m_painter; }
    [[nodiscard]] const StepGeometry &geometry() const { return m_painter.geometry(); }
    [[nodiscard]] StepItem *itemOf(NodeId node) const { return m_steps.value(node); }
    [[nodiscard]] const QHash<NodeId, StepItem *> &steps() const { return m_steps; }
    [[nodiscard]] QList<GraphEdge> shownEdges() const; // those of the graph, not those of start and end
    [[nodiscard]] QList<EdgeItem *> edgeItems() const { return m_edges; }
    [[nodiscard]] const QList<NoteItem *> &noteItems() const { return m_notes; }
    [[nodiscard]] const TerminalItem &start() const { return *m_start; }
    [[nodiscard]] const TerminalItem &end() const { return *m_end; }
    [[nodiscard]] NoteItem *noteItem(quint64 id) const;
    [[nodiscard]] QRectF rectOf(NodeId node) const;          // in the scene
    [[nodiscard]] NodeId stepAt(const QPointF &point) const; // the innermost, anywhere within it; Root: none
    [[nodiscard]] NodeId containerAt(const QPointF &point, const QList<NodeId> &without = {}) const;
    [[nodiscard]] int indexAt(NodeId container, const QPointF &point, const QList<NodeId> &without = {}) const; // in the flow
    [[nodiscard]] QPointF stored(NodeId container, const QPointF &point, const QSizeF &size) const; // an item's pos() as the graph has it
    [[nodiscard]] bool isPlaced(NodeId container) const;                                            // a person placed something in it
    void routeEdges(const QList<NodeId> &moved);                                                    // while they are dragged

Q_SIGNALS:
    void laidOut(); // items and edges are where they belong

private:
    void build();
    void addStep(NodeId node);
    void removeStep(NodeId node);
    void reparent(NodeId node);
    void changeStep(NodeId node);
    void changeAround(NodeId container);
    void syncEdges();
    void syncNotes();
    void later();
    void arrange();
    void placeTerminals();
    [[nodiscard]] std::optional<QPointF> placed(NodeId node) const;
    void route(EdgeItem *edge, const QList<QPointF> &bends);
    [[nodiscard]] QRectF between(const GraphEdge &edge) const;
    [[nodiscard]] QRectF localRect(NodeId node, const TerminalItem &terminal) const;
    void showSelection();
    void takeSelection();
    void dropEdges(const std::function<bool(const EdgeItem &)> &goes);

    WorkflowGraph &m_graph;
    StepSelection &m_selection;
    StepPainter m_painter;
    QHash<NodeId, StepItem *> m_steps;
    QList<EdgeItem *> m_edges;
    QList<NoteItem *> m_notes;
    TerminalItem *m_start = nullptr;
    TerminalItem *m_end = nullptr;
    StepItem *m_current = nullptr;
    QTimer *m_timer;
    bool m_waits = false;
    bool m_showing = false; // the selection of another view: it is not given back
};

} // namespace desk
