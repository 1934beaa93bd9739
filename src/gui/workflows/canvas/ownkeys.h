#pragma once

#include <QObject>

class QWidget;

namespace desk {

// The shortcuts of a widget's own actions win while it has the focus: without it the same key in a menu of the window makes both
// ambiguous, and neither runs. A child of the widget.
class OwnKeys final : public QObject
{
    Q_OBJECT
public:
    explicit OwnKeys(QWidget &widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_widget;
};

} // namespace desk
