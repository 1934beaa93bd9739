// The part of TranscriptView that says where things are.
#include "gui/chat/transcript/transcriptview.h"
#include "state/models/transcriptmodel.h"

#include <QScrollBar>

#include <optional>
#include <utility>

namespace desk {

QRect TranscriptView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_geometry.count())
        return {};
    return {0, static_cast<int>(m_geometry.top(index.row()) - verticalOffset()), contentWidth(), m_geometry.height(index.row())};
}

QModelIndex TranscriptView::indexAt(const QPoint &point) const
{
    const qint64 y = point.y() + verticalOffset();
    if (m_transcript == nullptr || y < 0 || y >= m_geometry.total() || m_geometry.count() != m_transcript->rowCount())
        return {};
    return m_transcript->index(m_geometry.rowAt(y), 0);
}

void TranscriptView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.row() >= m_geometry.count())
        return;
    MessageItem &item = itemAt(index.row());
    item.measure(0, viewport()->height());
    const Anchor before = captureAnchor();
    m_geometry.setHeight(index.row(), item.height());
    settle(before);
    const QRect rect = visualRect(index);
    const int height = viewport()->height();
    int y = rect.top();
    const bool fits = rect.height() <= height;
    if (hint == PositionAtCenter)
        y = fits ? (height - rect.height()) / 2 : 0;
    else if (hint == PositionAtTop || (hint == EnsureVisible && rect.top() < 0 && (fits || rect.bottom() < 0)))
        y = 0;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && rect.bottom() >= height && (fits || rect.top() >= height)))
        y = fits ? height - rect.height() : 0;
    if (y == rect.top())
        return;
    m_pinned = false;
    settle(Anchor{keyOf(index.row()), index.row(), -1, y});
    m_pinned = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    placeJumpButton();
    viewport()->update();
}

bool TranscriptView::isIndexHidden(const QModelIndex &index) const
{
    Q_UNUSED(index)
    return false;
}

void TranscriptView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    if (index.isValid() && selectionModel() != nullptr)
        selectionModel()->select(index, flags);
}

QRegion TranscriptView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const auto indexes = selection.indexes();
    for (const QModelIndex &index : indexes)
        region += visualRect(index);
    return region;
}

QRect TranscriptView::partRect(int row, MessagePart::Kind kind, int index)
{
    if (m_transcript == nullptr || row < 0 || row >= m_geometry.count())
        return {};
    MessageItem &item = itemAt(row);
    QList<MessagePart> all = item.parts();
    all += item.activatableParts();
    for (const MessagePart &part : std::as_const(all)) {
        if (part.kind == kind && part.index == index)
            return part.rect.translated(0, static_cast<int>(m_geometry.top(row) - verticalOffset()));
    }
    return {};
}

// As it is spoken: what can be opened says whether it is.
QString TranscriptView::wordsOf(int row, const MessagePart &part) const
{
    using Kind = MessagePart::Kind;
    const MessageItem &item = itemAt(row);
    std::optional<bool> isOpen;
    if (part.kind == Kind::Steps)
        isOpen = item.showsSteps();
    else if (part.kind == Kind::Thoughts)
        isOpen = item.showsThoughts();
    else if (part.kind == Kind::Plan)
        isOpen = !item.expansion().planClosed;
    else if (part.kind == Kind::Tool)
        isOpen = item.expansion().tools.contains(part.index);
    if (!isOpen)
        return part.text;
    //: A part of an answer that can be opened and closed, as a screen reader says it
    return *isOpen ? tr("%1 (open)").arg(part.text) : tr("%1 (closed)").arg(part.text);
}

} // namespace desk
