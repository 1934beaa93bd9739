#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace desk {

// Says for a while what was done, and takes it back when asked. Hidden until needed; stays as long as its button has the focus.
class UndoBar : public QFrame
{
    Q_OBJECT
public:
    explicit UndoBar(QWidget *parent = nullptr);

    void offer(const QString &text, std::function<void()> undo); // without one it only tells

private:
    void runUndo();
    void hideUnlessUsed();

    QLabel *m_text;
    QPushButton *m_undo;
    QTimer m_timer;
    std::function<void()> m_run;
};

} // namespace desk
