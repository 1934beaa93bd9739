// Where somebody reads, to come back to it after a restart.
#include "gui/chat/transcript/transcriptview.h"

#include "state/models/transcriptmodel.h"

#include <QScrollBar>

namespace desk {

TranscriptView::Place TranscriptView::place() const
{
    if (m_pinned || m_transcript == nullptr || m_geometry.count() == 0 || m_geometry.count() != m_transcript->rowCount())
        return {};
    const int row = m_geometry.rowAt(verticalOffset());
    return {keyOf(row), static_cast<int>(m_geometry.top(row) - verticalOffset())};
}

bool TranscriptView::goTo(const Place &place)
{
    const int row = m_transcript == nullptr || place.key.isEmpty() ? -1 : m_transcript->rowOfKey(place.key);
    if (row < 0 || m_geometry.count() != m_transcript->rowCount())
        return false;
    m_pinned = false;
    settle(Anchor{place.key, row, -1, place.offset});
    m_pinned = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    placeJumpButton();
    viewport()->update();
    return true;
}

} // namespace desk
