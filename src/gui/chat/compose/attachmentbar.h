#pragma once

#include <QWidget>

namespace desk {

class AttachmentChip;
class AttachmentQueue;

// The chips of the queue, in its order; hidden while there are none.
class AttachmentBar : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentBar(AttachmentQueue &queue, QWidget *parent = nullptr);

Q_SIGNALS:
    void chipRemoved(); // the focus needs a new place

private:
    void insert(int first, int last);
    void remove(int first, int last);
    void refresh(int first, int last);
    void rebuild();

    AttachmentQueue &m_queue;
    QList<AttachmentChip *> m_chips;
};

} // namespace desk
