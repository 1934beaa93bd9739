#include "gui/workflows/canvas/edgeitem.h"

#include "gui/workflows/canvas/steppainter.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace desk {

EdgeItem::EdgeItem(const GraphEdge &edge, const StepPainter &painter)
    : m_edge(edge)
    , m_painter(painter)
{
    setZValue(edge.isEffective() ? -1 : -2); // what is ignored lies over no word of what is not
    setAcceptedMouseButtons(Qt::NoButton);
}

void EdgeItem::setPath(const EdgePath &path)
{
    prepareGeometryChange();
    m_path = path;
    const qreal around = m_painter.geometry().line * 3; // its word
    m_bounds = path.bounds().adjusted(-around, -around / 2, around, around / 2);
    update();
}

WorkflowEditing::Port EdgeItem::port() const
{
    switch (m_edge.kind) {
    case GraphEdge::Kind::Then:
    case GraphEdge::Kind::ThenNext:
        return WorkflowEditing::Port::Then;
    case GraphEdge::Kind::Else:
    case GraphEdge::Kind::ElseNext:
        return WorkflowEditing::Port::Else;
    default:
        return WorkflowEditing::Port::Next;
    }
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(option)
    Q_UNUSED(widget)
    m_painter.drawEdge(*painter, m_path, m_edge.kind, QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
}

} // namespace desk
