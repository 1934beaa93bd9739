#include "gui/chat/compose/attachmentbar.h"

#include "gui/chat/compose/attachmentchip.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"

using namespace Qt::StringLiterals;

namespace desk {

AttachmentBar::AttachmentBar(AttachmentQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
{
    setObjectName(u"attachments"_s);
    setAccessibleName(tr("Attached files"));
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(Theme::space(this, 0.5));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&queue, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) { insert(first, last); });
    connect(&queue, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { remove(first, last); });
    connect(&queue, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { refresh(first.row(), last.row()); });
    connect(&queue, &QAbstractItemModel::modelReset, this, &AttachmentBar::rebuild);
    rebuild();
}

void AttachmentBar::rebuild()
{
    remove(0, static_cast<int>(m_chips.size()) - 1);
    insert(0, m_queue.rowCount() - 1);
}

void AttachmentBar::insert(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        auto *chip = new AttachmentChip(m_queue, row, this);
        m_chips.insert(row, chip);
        layout()->addWidget(chip);
        chip->show();
    }
    setVisible(!m_chips.isEmpty());
    updateGeometry();
}

void AttachmentBar::remove(int first, int last)
{
    bool hadFocus = false;
    for (int row = last; row >= first; --row) {
        AttachmentChip *chip = m_chips.takeAt(row);
        hadFocus = hadFocus || chip->isAncestorOf(focusWidget());
        layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // its own button may be asking for this
    }
    setVisible(!m_chips.isEmpty());
    updateGeometry();
    if (hadFocus)
        Q_EMIT chipRemoved();
}

void AttachmentBar::refresh(int first, int last)
{
    for (int row = first; row <= last && row < m_chips.size(); ++row)
        m_chips.at(row)->refresh();
    updateGeometry();
}

} // namespace desk
