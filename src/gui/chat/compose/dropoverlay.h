#pragma once

#include <QWidget>

namespace desk {

// Covers the page while files are dragged over it and says what dropping them does.
class DropOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit DropOverlay(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace desk
