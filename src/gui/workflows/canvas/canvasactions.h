#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QRectF>

#include <functional>

class QAction;
class QKeySequence;

namespace desk {

class WorkflowView;

// What concerns places and looking alone, as actions of one view, for its menus and a tool bar. A child of the view.
class CanvasActions : public QObject
{
    Q_OBJECT
public:
    explicit CanvasActions(WorkflowView &view);

    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }

    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomReset;
    QAction *fit;
    QAction *search;
    QAction *connectSteps; // by keys
    QAction *alignStart;   // left edges, or right ones from right to left
    QAction *alignTop;
    QAction *alignMiddle; // one above the other
    QAction *distributeDown;
    QAction *distributeAcross;
    QAction *arrange; // places are decided by the layout again
    QAction *across;  // checkable: the flow goes across
    QAction *comment;
    QAction *group; // around what is chosen

private:
    QAction *add(const QString &name, const QString &text, const QList<QKeySequence> &keys);
    void updateActions();
    void align(const std::function<void(QList<QRectF> &)> &change);
    void addNote(bool group);
    [[nodiscard]] QList<QRectF> chosenRects() const;

    WorkflowView &m_view;
    QList<QAction *> m_all;
};

} // namespace desk
