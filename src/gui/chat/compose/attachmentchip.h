#pragma once

#include "state/chat/attachmentqueue.h"

#include <QFrame>
#include <QPersistentModelIndex>

class QLabel;
class QToolButton;

namespace desk {

// One file of the message being written: name, progress or problem, buttons to repeat and to remove. Reads its row from the queue.
class AttachmentChip : public QFrame
{
    Q_OBJECT
public:
    AttachmentChip(AttachmentQueue &queue, int row, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] int row() const { return m_index.row(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    AttachmentQueue &m_queue;
    QPersistentModelIndex m_index;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_retry;
    QToolButton *m_remove;
    int m_progress = 0;
    bool m_failed = false;
};

} // namespace desk
