#pragma once

#include <QPixmap>
#include <QWidget>

namespace desk {

class WorkflowView;

// The whole canvas, small, coloured by kind; the part that is seen is framed. A click or the arrows go elsewhere. The view outlives it.
class CanvasMinimap final : public QWidget
{
    Q_OBJECT
public:
    explicit CanvasMinimap(WorkflowView &view, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void redraw();
    void drawSteps();
    void goTo(const QPointF &point);
    [[nodiscard]] QTransform toMap() const;

    WorkflowView &m_view;
    QPixmap m_picture; // null: to be drawn again
};

} // namespace desk
