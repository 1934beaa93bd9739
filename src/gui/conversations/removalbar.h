#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace desk {

class ConversationRemovals;

// Below the list while something deleted can be had back: what it was, and Undo. Announced to assistive technology.
class RemovalBar : public QFrame
{
    Q_OBJECT
public:
    explicit RemovalBar(ConversationRemovals &removals, QWidget *parent = nullptr); // removals outlives it

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void undoRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();

    ConversationRemovals &m_removals;
    QLabel *m_text;
    QPushButton *m_undo;
};

} // namespace desk
