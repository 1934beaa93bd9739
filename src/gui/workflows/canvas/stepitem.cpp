#include "gui/workflows/canvas/stepitem.h"

#include "gui/workflows/canvas/steppainter.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QTextDocument>

namespace desk {

StepItem::StepItem(NodeId node, const StepPainter &painter)
    : m_node(node)
    , m_painter(painter)
{
    setFlag(ItemIsSelectable);
}

void StepItem::setFace(const StepFace &face)
{
    m_face = face;
    elide();
    update();
}

void StepItem::setSize(const QSizeF &size)
{
    if (size == m_size)
        return;
    prepareGeometryChange();
    m_size = size;
    elide();
}

void StepItem::lookChanged()
{
    prepareGeometryChange();
    elide();
    update();
}

void StepItem::setCurrent(bool current)
{
    m_current = current;
    update();
}

void StepItem::setTarget(bool target)
{
    if (target == m_target)
        return;
    m_target = target;
    update();
}

void StepItem::elide()
{
    m_shown = m_face;
    const qreal width = m_painter.textWidth(rect());
    m_shown.title = m_painter.elidedTitle(m_face.title, width);
    m_shown.second = m_painter.elidedSecond(m_face.second, width);
    const bool isCut = m_shown.title != m_face.title || m_shown.second != m_face.second;
    setToolTip(isCut ? Qt::convertFromPlainText(m_face.title + u'\n' + m_face.second) : QString()); // never as markup
}

std::optional<WorkflowEditing::Port> StepItem::portAt(const QPointF &point) const
{
    using Port = WorkflowEditing::Port;
    const StepGeometry &geometry = m_painter.geometry();
    const auto isNear = [&](Port port) {
        const QPointF way = geometry.outPort(rect(), port) - point;
        return QPointF::dotProduct(way, way) <= geometry.gap * geometry.gap;
    };
    if (!m_face.isCondition)
        return isNear(Port::Next) ? std::optional(Port::Next) : std::nullopt;
    for (const Port port : {Port::Then, Port::Else}) {
        if (isNear(port))
            return port;
    }
    return {};
}

QRectF StepItem::boundingRect() const
{
    const qreal around = m_painter.geometry().gap;
    return rect().adjusted(-around, -around, around, around);
}

QPainterPath StepItem::shape() const
{
    QRectF solid = rect();
    if (m_face.isContainer)
        solid.setHeight(m_painter.geometry().headerHeight());
    QPainterPath path;
    path.addRect(solid);
    return path;
}

void StepItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(widget)
    StepPainter::State state;
    state.detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    state.isSelected = option->state.testFlag(QStyle::State_Selected);
    state.isCurrent = m_current;
    state.isTarget = m_target;
    m_painter.drawStep(*painter, rect(), m_shown, state);
}

} // namespace desk
