#pragma once

#include "gui/widgets/cardframe.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace desk {

// Says that messages were deleted and offers to bring them back, as long as that is possible. Never takes the focus.
class DeletionBar : public CardFrame
{
    Q_OBJECT
public:
    explicit DeletionBar(QWidget *parent = nullptr);

    void showDeleted(qsizetype messages); // 0 hides it

Q_SIGNALS:
    void undoRequested();
    void dismissed();

private:
    QLabel *m_text;
    QPushButton *m_undo;
    QToolButton *m_close;
};

} // namespace desk
