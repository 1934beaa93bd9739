// The part of TranscriptView that paints.
#include "gui/chat/transcript/transcriptview.h"

#include <QPaintEvent>
#include <QPainter>

namespace desk {

void TranscriptView::repaintRow(int row, int fromY)
{
    if (row >= 0 && row < m_geometry.count())
        viewport()->update(visualRect(m_transcript->index(row, 0)).adjusted(0, fromY, 0, 0));
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    if (m_transcript == nullptr || m_geometry.count() != m_transcript->rowCount())
        return;
    QPainter painter(viewport());
    m_painted = selectedRows();
    const QRect clip = event->rect();
    for (int row = m_geometry.rowAt(verticalOffset() + clip.top()); row >= 0 && row < m_geometry.count(); ++row) {
        const QRect rect = visualRect(m_transcript->index(row, 0));
        if (rect.top() > clip.bottom())
            break;
        paintRow(painter, row, rect, clip);
    }
}

void TranscriptView::paintRow(QPainter &painter, int row, const QRect &rect, const QRect &clip)
{
    const QString key = keyOf(row);
    MessagePainter::Look look;
    look.palette = palette();
    look.font = font();
    look.hovered = key == m_hoverKey;
    look.current = hasFocus() && currentIndex().row() == row;
    if (look.hovered)
        look.hoveredPart = m_hoverPart;
    look.hasFocusedPart = look.current && m_hasPart;
    look.focusedPart = m_part;
    look.typingPhase = m_typingPhase;
    const MessageDocument::Range selected = selectionIn(row, m_painted);
    look.selectionStart = selected.from;
    look.selectionEnd = selected.to;
    if (m_search.isActive()) {
        look.matcher = &m_search.matcher();
        look.hit = row == m_search.currentRow() ? m_hit : FindHit();
        look.hitRange = m_hitRange;
    }
    m_delegate->setRowLook(look);
    QStyleOptionViewItem option;
    option.rect = rect;
    option.direction = layoutDirection();
    option.palette = palette();
    option.font = font();
    painter.save();
    painter.setClipRect(rect.intersected(clip));
    m_delegate->paint(&painter, option, m_transcript->index(row, 0));
    painter.restore();
}

} // namespace desk
