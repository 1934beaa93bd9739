#pragma once

#include "state/workflows/nodeid.h"
#include "state/workflows/workflowediting.h"

#include <QGraphicsView>
#include <QHash>

#include <functional>
#include <optional>

namespace desk {

class CanvasActions;
class CanvasSearch;
class NoteItem;
class StepCommands;
class WorkflowScene;

// The canvas of a workflow (WF-04): looks at a WorkflowScene and edits through StepCommands and WorkflowEditing, by mouse and by keys
// alike. Keys: Tab walks in the order of execution, arrows along the edges, PageDown and PageUp into a container and out, Enter opens,
// Insert offers the kinds, C connects, Shift+arrows move by the grid, Ctrl+arrows pan. Nothing is edited before the mouse is released;
// Escape gives up. For a screen reader it names itself and describes the current step; the outline is the fuller way. GUI thread; all
// outlive it.
class WorkflowView final : public QGraphicsView
{
    Q_OBJECT
public:
    WorkflowView(WorkflowScene &scene, StepCommands &commands, QWidget *parent = nullptr);
    ~WorkflowView() override;

    [[nodiscard]] WorkflowScene &canvas() const { return m_scene; }
    [[nodiscard]] StepCommands &commands() const { return m_commands; }
    [[nodiscard]] CanvasActions &actionsOfCanvas() const { return *m_actions; }
    [[nodiscard]] qreal zoom() const { return transform().m11(); }
    void setZoom(qreal zoom);
    void zoomIn();
    void zoomOut();
    void fit(); // everything seen, never larger than life
    void openSearch();
    void openInsertMenu();
    void startConnecting(); // by keys, from the current step
    [[nodiscard]] bool isConnecting() const { return m_connection.has_value(); }
    void reveal(NodeId node);

Q_SIGNALS:
    void activated(desk::NodeId node); // to be opened: Enter, double click
    void zoomChanged(qreal zoom);
    void moved();                     // another part is seen
    void hinted(const QString &text); // what keys do now; empty: nothing special

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Connection { // an edge that is being drawn
        NodeId from = NodeId::Root;
        WorkflowEditing::Port port = WorkflowEditing::Port::Next;
        NodeId target = NodeId::Root;
        QPointF pointer; // in the scene
        bool byKeys = false;
    };
    struct Drag { // of the chosen steps
        QPoint press;
        NodeId grabbed = NodeId::Root;
        QHash<NodeId, QPointF> origins; // empty: not yet under way
        NodeId target = NodeId::Root;
    };

    struct NoteDrag { // of a comment or group
        quint64 note = 0;
        QPoint press;
        QPointF origin;
        bool isMoved = false;
    };

    void paintPlain(QPainter &painter, const QRectF &exposed);
    void applyLook();
    void describe();
    bool walkOrder(bool next);
    void walk(const QPointF &direction);
    [[nodiscard]] NodeId neighbour(NodeId from, const QPointF &direction) const;
    bool walkKey(QKeyEvent *event);
    bool connectionKey(const QKeyEvent *event);
    bool stepKey(const QKeyEvent *event);
    void nudge(const QPointF &direction);
    void pan(const QPoint &way);
    void setTarget(NodeId node);
    void setConnectionTarget(NodeId node);
    void finishConnection(bool connects);
    void hintConnection();
    void dragTo(const QPoint &position);
    void finishDrag(const QPoint &position);
    void giveUpDrag();
    void beginDrag();
    void grabNote(const NoteItem &note, const QPoint &position);
    void dragNote(const QPoint &position);
    void finishNoteDrag();
    void changeNote(quint64 id, const std::function<void(GraphNote &)> &change, const QString &mergeKey);
    void writeNote(quint64 id);
    bool removeChosenNotes();
    void dropKind(const QString &type, const QPointF &point);

    WorkflowScene &m_scene;
    StepCommands &m_commands;
    CanvasActions *m_actions;
    CanvasSearch *m_search;
    std::optional<Connection> m_connection;
    std::optional<Drag> m_drag;
    std::optional<NoteDrag> m_noteDrag;
    std::optional<QPoint> m_panFrom;
    NodeId m_target = NodeId::Root; // marked as one
    bool m_spaceDown = false;
};

} // namespace desk
