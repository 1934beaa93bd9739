#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace desk {

// Says that messages were deleted and offers to bring them back, as long as that is possible. Never takes the focus.
class DeletionBar : public QFrame
{
    Q_OBJECT
public:
    explicit DeletionBar(QWidget *parent = nullptr);

    void showDeleted(qsizetype messages); // 0 hides it

Q_SIGNALS:
    void undoRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_undo;
    QToolButton *m_close;
};

} // namespace desk
