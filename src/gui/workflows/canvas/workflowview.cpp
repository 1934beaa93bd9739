#include "gui/workflows/canvas/workflowview.h"

#include "gui/theme.h"
#include "gui/workflows/canvas/canvasactions.h"
#include "gui/workflows/canvas/canvassearch.h"
#include "gui/workflows/canvas/ownkeys.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepdescription.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/zoomlevels.h"
#include "state/workflows/workflowgraph.h"

#include <QAccessible>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace desk {

WorkflowView::WorkflowView(WorkflowScene &scene, StepCommands &commands, QWidget *parent)
    : QGraphicsView(parent)
    , m_scene(scene)
    , m_commands(commands)
    , m_actions(new CanvasActions(*this))
    , m_search(new CanvasSearch(*this))
{
    setObjectName(QStringLiteral("workflowCanvas"));
    setAccessibleName(tr("Canvas of the workflow"));
    applyLook();
    setScene(&scene);
    setDragMode(RubberBandDrag);
    setRubberBandSelectionMode(Qt::IntersectsItemShape);
    setTransformationAnchor(NoAnchor);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setViewportUpdateMode(SmartViewportUpdate);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    commands.addTo(this);
    new OwnKeys(*this);
    connect(&commands.selection(), &StepSelection::currentChanged, this, [this] {
        describe();
        reveal(m_commands.selection().current());
    });
    connect(&scene, &WorkflowScene::laidOut, this, &WorkflowView::describe);
    connect(&commands.graph(), &WorkflowGraph::stepAboutToBeRemoved, this, [this] {
        finishConnection(false);
        giveUpDrag();
    });
    connect(&commands.graph(), &WorkflowGraph::reset, this, [this] {
        finishConnection(false);
        giveUpDrag();
    });
    describe();
}

WorkflowView::~WorkflowView() = default;

void WorkflowView::applyLook()
{
    m_scene.setLook(font(), palette(), isRightToLeft());
    setBackgroundBrush(palette().brush(QPalette::Window));
}

void WorkflowView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
        applyLook();
        break;
    default:
        break;
    }
}

void WorkflowView::describe()
{
    const QString text = StepDescription::of(m_commands.graph(), m_commands.selection().current());
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void WorkflowView::setZoom(qreal zoom)
{
    zoom = std::clamp(zoom, ZoomLevels::all.front(), ZoomLevels::all.back());
    const bool inside = viewport()->rect().contains(viewport()->mapFromGlobal(QCursor::pos())) && underMouse();
    const QPoint anchor = inside ? viewport()->mapFromGlobal(QCursor::pos()) : viewport()->rect().center();
    const QPointF before = mapToScene(anchor);
    setTransform(QTransform::fromScale(zoom, zoom));
    const QPoint away = mapFromScene(before) - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + away.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + away.y());
    Q_EMIT zoomChanged(zoom);
    Q_EMIT moved();
}

void WorkflowView::zoomIn()
{
    setZoom(ZoomLevels::next(zoom()));
}

void WorkflowView::zoomOut()
{
    setZoom(ZoomLevels::previous(zoom()));
}

void WorkflowView::fit()
{
    m_scene.updateNow();
    const QRectF all = m_scene.sceneRect();
    if (all.isEmpty())
        return;
    const QSizeF room = viewport()->size();
    const qreal wanted = std::min({1.0, room.width() / all.width(), room.height() / all.height()});
    setTransform(QTransform::fromScale(wanted, wanted));
    centerOn(all.center());
    Q_EMIT zoomChanged(wanted);
    Q_EMIT moved();
}

void WorkflowView::reveal(NodeId node)
{
    if (node == NodeId::Root || m_drag)
        return;
    m_scene.updateNow();
    const QRectF rect = m_scene.rectOf(node);
    const int margin = Theme::space(this, 2);
    const bool fits = rect.height() * zoom() + margin < viewport()->height() && rect.width() * zoom() + margin < viewport()->width();
    ensureVisible(fits ? rect : QRectF(rect.topLeft(), QSizeF(1, 1)), margin, margin);
}

void WorkflowView::openSearch()
{
    m_search->open();
    resizeEvent(nullptr);
}

void WorkflowView::openInsertMenu()
{
    if (m_commands.isReadOnly())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("canvasInsertMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands.fillInsertMenu(menu);
    menu->setActiveAction(menu->actions().constFirst());
    const QRectF rect = m_scene.rectOf(m_commands.selection().current());
    const QPoint corner = rect.isNull() ? viewport()->rect().center() : mapFromScene(rect.bottomLeft());
    menu->popup(viewport()->mapToGlobal(corner));
}

void WorkflowView::pan(const QPoint &way)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + way.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + way.y());
}

void WorkflowView::resizeEvent(QResizeEvent *event)
{
    if (event)
        QGraphicsView::resizeEvent(event);
    const int gap = Theme::space(this);
    m_search->adjustSize();
    m_search->move(isRightToLeft() ? gap : viewport()->width() - m_search->width() - gap, gap);
    Q_EMIT moved();
}

void WorkflowView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    Q_EMIT moved();
}

void WorkflowView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() > 0)
        zoomIn();
    else if (event->angleDelta().y() < 0)
        zoomOut();
    event->accept();
}

void WorkflowView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, palette().brush(QPalette::Window));
    const qreal grid = m_scene.geometry().grid;
    if (zoom() < 0.6)
        return;
    QList<QPointF> dots;
    for (qreal x = std::floor(rect.left() / grid) * grid; x < rect.right(); x += grid) {
        for (qreal y = std::floor(rect.top() / grid) * grid; y < rect.bottom(); y += grid)
            dots.append({x, y});
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(Theme::border(palette()), 0));
    painter->drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

void WorkflowView::drawForeground(QPainter *painter, const QRectF &rect)
{
    Q_UNUSED(rect)
    const StepPainter &steps = m_scene.painter();
    if (m_connection) {
        const QPointF begin = steps.geometry().outPort(m_scene.rectOf(m_connection->from), m_connection->port);
        steps.drawConnecting(*painter, begin, m_connection->pointer);
    }
    if (m_commands.graph().count() > 0)
        return;
    painter->resetTransform();
    painter->setFont(font());
    painter->setPen(Theme::subtleText(palette()));
    const QRect room = viewport()->rect().adjusted(Theme::space(this, 2), viewport()->height() * 2 / 3, -Theme::space(this, 2), 0);
    painter->drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                      m_commands.isReadOnly() ? tr("This workflow has no steps.")
                                              : tr("Drag a kind of step here, or press Insert to choose one."));
}

} // namespace desk
