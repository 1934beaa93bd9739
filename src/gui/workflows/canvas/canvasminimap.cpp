#include "gui/workflows/canvas/canvasminimap.h"

#include "gui/theme.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/steppainter.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace desk {

CanvasMinimap::CanvasMinimap(WorkflowView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setObjectName(QStringLiteral("canvasMinimap"));
    setAccessibleName(tr("Overview of the canvas"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(&view.canvas(), &WorkflowScene::laidOut, this, &CanvasMinimap::redraw);
    connect(&view, &WorkflowView::moved, this, qOverload<>(&QWidget::update));
}

QSize CanvasMinimap::sizeHint() const
{
    return {Theme::space(this, 22), Theme::space(this, 15)};
}

void CanvasMinimap::redraw()
{
    m_picture = {};
    update();
}

QTransform CanvasMinimap::toMap() const
{
    const QRectF all = m_view.canvas().sceneRect();
    const QRectF room = QRectF(rect()).adjusted(2, 2, -2, -2);
    const qreal scale = all.isEmpty() ? 1 : std::min(room.width() / all.width(), room.height() / all.height());
    QTransform transform = QTransform::fromTranslate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    return transform.translate(-all.center().x(), -all.center().y());
}

void CanvasMinimap::drawSteps()
{
    const qreal ratio = devicePixelRatioF();
    m_picture = QPixmap((QSizeF(size()) * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(palette().color(QPalette::Base));
    QPainter painter(&m_picture);
    const QTransform map = toMap();
    const auto draw = [&](const StepItem *item) {
        QRectF rect = map.mapRect(item->mapRectToScene(item->rect()));
        rect.setSize(rect.size().expandedTo({1.5, 1.5}));
        const QColor color = StepPainter::kindColor(item->face().type, palette());
        if (item->face().isContainer) {
            painter.setPen(color);
            painter.drawRect(rect);
        } else {
            painter.fillRect(rect, color);
        }
    };
    for (const StepItem *item : m_view.canvas().steps())
        draw(item);
}

void CanvasMinimap::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_picture.isNull())
        drawSteps();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    const QRectF seen =
        toMap().mapRect(m_view.mapToScene(m_view.viewport()->rect()).boundingRect()) & QRectF(rect()).adjusted(1, 1, -2, -2);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(seen);
    painter.setPen(hasFocus() ? palette().color(QPalette::Highlight) : Theme::border(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CanvasMinimap::goTo(const QPointF &point)
{
    m_view.centerOn(toMap().inverted().map(point));
}

void CanvasMinimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        goTo(event->position());
}

void CanvasMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        goTo(event->position());
}

void CanvasMinimap::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = toMap().map(m_view.mapToScene(m_view.viewport()->rect().center()));
    const qreal by = Theme::space(this);
    switch (event->key()) {
    case Qt::Key_Left:
        goTo(middle - QPointF(by, 0));
        break;
    case Qt::Key_Right:
        goTo(middle + QPointF(by, 0));
        break;
    case Qt::Key_Up:
        goTo(middle - QPointF(0, by));
        break;
    case Qt::Key_Down:
        goTo(middle + QPointF(0, by));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CanvasMinimap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        redraw();
}

void CanvasMinimap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    redraw();
}

} // namespace desk
