#pragma once

#include <QAbstractButton>

class QAction;

namespace desk {

// An entry of the rail: icon above its words, a mark beside the chosen one. Mirrors a checkable action.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RailButton(QAction &action, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void sync();

    QAction &m_action;
};

} // namespace desk
