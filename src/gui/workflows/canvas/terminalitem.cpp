#include "gui/workflows/canvas/terminalitem.h"

#include "gui/workflows/canvas/steppainter.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace desk {

TerminalItem::TerminalItem(Place place, const StepPainter &painter)
    : m_place(place)
    , m_painter(painter)
{
    setAcceptedMouseButtons(Qt::NoButton);
}

QRectF TerminalItem::rect() const
{
    return {QPointF(), m_painter.geometry().terminalSize()};
}

void TerminalItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(option)
    Q_UNUSED(widget)
    const QString text = m_place == Place::Start ? tr("Start", "where a workflow begins") : tr("End", "where a workflow ends");
    m_painter.drawTerminal(*painter, rect(), text, QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
}

} // namespace desk
