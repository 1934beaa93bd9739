#pragma once

#include "gui/widgets/cardframe.h"

class QLabel;
class QPushButton;

namespace desk {

class ConversationRemovals;

// Below the list while something deleted can be had back: what it was, and Undo. Announced to assistive technology.
class RemovalBar : public CardFrame
{
    Q_OBJECT
public:
    explicit RemovalBar(ConversationRemovals &removals, QWidget *parent = nullptr); // removals outlives it

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void undoRequested();

private:
    void update();

    ConversationRemovals &m_removals;
    QLabel *m_text;
    QPushButton *m_undo;
};

} // namespace desk
