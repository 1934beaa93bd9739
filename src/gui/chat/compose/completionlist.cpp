#include "gui/chat/compose/completionlist.h"

#include "gui/chat/compose/offerdelegate.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"

#include <QAccessible>
#include <QStandardItemModel>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int keyRole = Qt::UserRole + 1;
constexpr int titleRole = Qt::UserRole + 2; // as it is drawn
constexpr int textRole = Qt::UserRole + 3;

// "/new" stays "/new" in a window that reads from right to left.
QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

} // namespace

CompletionList::CompletionList(QWidget *parent)
    : QListView(parent)
    , m_entries(new QStandardItemModel(this))
{
    setObjectName(u"completionList"_s);
    setModel(m_entries);
    setFocusPolicy(Qt::NoFocus); // the text keeps it
    viewport()->setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, &CompletionList::chosen);
    hide();
}

void CompletionList::setEntries(const QString &iconName, const QList<Entry> &entries)
{
    m_entries->clear();
    if (std::exchange(m_iconName, iconName) != iconName) {
        delete m_delegate;
        m_delegate = new OfferDelegate(iconName, titleRole, textRole, this);
        setItemDelegate(m_delegate);
    }
    for (const Entry &entry : entries) {
        auto *item = new QStandardItem(displayLine(entry.title, 60));
        const QString text = displayLine(entry.text, 160);
        item->setData(entry.key, keyRole);
        item->setData(isolated(item->text()), titleRole);
        item->setData(isolated(text), textRole);
        item->setData(tr("%1, %2", "what can be chosen, what it is").arg(item->text(), text), Qt::AccessibleTextRole);
        item->setEnabled(entry.possible);
        m_entries->appendRow(item);
    }
    step(0);
}

QString CompletionList::currentKey() const
{
    return currentIndex().isValid() ? currentIndex().data(keyRole).toString() : QString();
}

void CompletionList::step(int by)
{
    const int count = m_entries->rowCount();
    int row = by == 0 ? 0 : currentIndex().row() + by;
    for (int tried = 0; tried < count; ++tried, row += by < 0 ? -1 : 1) {
        row = (row % count + count) % count;
        if (m_entries->item(row)->isEnabled())
            return setCurrentIndex(m_entries->index(row, 0));
    }
    setCurrentIndex({});
}

void CompletionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    announce();
}

// The focus stays in the text, so that nothing but this tells a screen reader what would be chosen.
void CompletionList::announce()
{
    if (!isVisible() || m_entries->rowCount() == 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(qMax(0, currentIndex().row())); // where nothing can be chosen, the first says why
    QAccessible::updateAccessibility(&event);
}

void CompletionList::showAbove(const QWidget &field)
{
    const QWidget *over = parentWidget();
    const int gap = Theme::space(this);
    const int rows = std::min(m_entries->rowCount(), maxRows);
    const QRect around(field.mapTo(over, QPoint()), field.size());
    const int above = around.top() - gap;
    const int below = over->height() - around.bottom() - gap;
    const bool isAbove = above >= below;
    const int height = std::min(rows * sizeHintForRow(0) + 2 * frameWidth(), std::max(above, below));
    const int width = std::min(around.width(), Theme::space(this, 56));
    const int left = layoutDirection() == Qt::RightToLeft ? around.right() + 1 - width : around.left();
    setGeometry(left, isAbove ? above - height : around.bottom() + 1 + gap, width, height);
    const bool isNew = isHidden();
    show();
    raise();
    scrollTo(currentIndex());
    if (isNew)
        announce();
}

} // namespace desk
