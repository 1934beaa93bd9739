#include "gui/workflows/canvas/edgeitem.h"
#include "gui/workflows/canvas/noteitem.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/steppainter.h"
#include "gui/workflows/canvas/terminalitem.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"

#include <QPaintEvent>
#include <QPainter>

namespace desk {

// Seen from afar thousands of items are in sight, of which nothing but rectangles is drawn: then what a scene does for each of them costs
// many times what drawing it does (P6).
void WorkflowView::paintEvent(QPaintEvent *event)
{
    if (zoom() >= StepPainter::plainDetail || !rubberBandRect().isNull()) {
        QGraphicsView::paintEvent(event);
        return;
    }
    QPainter painter(viewport());
    painter.setTransform(viewportTransform());
    const QRectF exposed = mapToScene(event->rect().adjusted(-2, -2, 2, 2)).boundingRect();
    drawBackground(&painter, exposed);
    paintPlain(painter, exposed);
    drawForeground(&painter, exposed);
}

void WorkflowView::paintPlain(QPainter &painter, const QRectF &exposed)
{
    const StepPainter &steps = m_scene.painter();
    const auto stateOf = [this](const QGraphicsItem &item) {
        StepPainter::State state;
        state.detail = zoom();
        state.isSelected = item.isSelected();
        return state;
    };
    for (const NoteItem *item : m_scene.noteItems()) {
        const QRectF rect(item->pos(), item->note().rect.size());
        steps.drawNote(painter, rect, item->note().text, item->note().kind == GraphNote::Kind::Group, stateOf(*item));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const EdgeItem *item : m_scene.edgeItems()) {
        const QPointF corner = item->parentItem() ? item->parentItem()->scenePos() : QPointF();
        const QRectF line = QRectF(item->path().begin, item->path().end).normalized().translated(corner).adjusted(-1, -1, 1, 1);
        if (!line.intersects(exposed))
            continue;
        painter.translate(corner);
        steps.drawEdge(painter, item->path(), item->edge().kind, zoom());
        painter.translate(-corner);
    }
    for (const StepItem *item : m_scene.steps()) {
        const QRectF rect = item->rect().translated(item->scenePos());
        if (rect.intersects(exposed))
            steps.drawStep(painter, rect, item->face(), stateOf(*item));
    }
    for (const TerminalItem *item : {&m_scene.start(), &m_scene.end()})
        steps.drawTerminal(painter, item->rect().translated(item->pos()), {}, zoom());
}

} // namespace desk
