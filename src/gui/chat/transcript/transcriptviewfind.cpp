// The part of TranscriptView that shows what a search finds.
#include "gui/chat/find/findbar.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/theme.h"
#include "state/models/transcriptmodel.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace desk {

using Field = FindHit::Field;
using Kind = MessagePart::Kind;

void TranscriptView::openFind()
{
    if (!isVisible())
        return;
    if (m_find->isHidden()) {
        m_findReturn = QApplication::focusWidget();
        placeFindBar();
    }
    m_find->open();
    placeFindBar();
    if (!m_search.isActive() && !m_find->text().isEmpty())
        m_search.start(m_find->text(), qMax(0, m_geometry.rowAt(verticalOffset())));
}

void TranscriptView::findAt(int row, const QString &needle)
{
    if (m_transcript == nullptr || row < 0 || row >= m_transcript->rowCount())
        return;
    m_pinned = false;
    const QModelIndex index = m_transcript->index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index, PositionAtTop);
    setFocus();
    if (needle.isEmpty())
        return;
    m_findReturn = this;
    m_find->show(needle);
    placeFindBar();
    m_search.start(needle, row);
}

void TranscriptView::closeFind()
{
    const bool hadFocus = m_find->isAncestorOf(QApplication::focusWidget());
    m_find->hide();
    const int row = m_search.currentRow();
    m_search.stop();
    m_hit = {};
    if (m_transcript != nullptr && row >= 0 && row < m_transcript->rowCount())
        selectionModel()->setCurrentIndex(m_transcript->index(row, 0), QItemSelectionModel::ClearAndSelect);
    viewport()->update();
    if (hadFocus && m_findReturn != nullptr && m_findReturn->isVisible())
        m_findReturn->setFocus();
    else if (hadFocus)
        setFocus();
}

void TranscriptView::findNext(int by)
{
    if (m_search.isActive())
        m_search.step(by);
    else
        openFind();
}

void TranscriptView::placeFindBar()
{
    const int margin = Theme::space(this);
    m_find->adjustSize();
    const QRect area = viewport()->geometry();
    const int width = qMin(m_find->sizeHint().width(), area.width() - 2 * margin);
    const int x = layoutDirection() == Qt::RightToLeft ? area.left() + margin : area.right() - width - margin;
    m_find->setGeometry(x, area.top() + margin, width, m_find->sizeHint().height());
}

void TranscriptView::onSearchChanged()
{
    m_find->setState(m_search.position(), m_search.total(), m_search.isRunning());
    if (m_search.position() > 0 && m_hit.field == Field::Tool && !m_hit.inText)
        m_find->setNote(tr("In the tool\u2019s details"));
}

// Where the match is, in the row. Lays out what it is in.
QRect TranscriptView::hitRect(int row, const FindHit &hit)
{
    MessageItem &item = itemAt(row);
    if (hit.field == Field::Body)
        return item.body().rectOf(m_hitRange).translated(item.bodyTopLeft()).toAlignedRect();
    QRect found;
    for (const MessagePart &part : item.parts()) {
        const bool same = part.index == hit.index;
        QTextDocument *document = nullptr;
        if (hit.field == Field::Tool && same && part.kind == Kind::ToolDetails && hit.inText)
            document = item.toolDocument(hit.index);
        else if (hit.field == Field::Thoughts && part.kind == Kind::ThoughtsText)
            document = item.thoughtsDocument();
        else if ((hit.field == Field::Tool && same && part.kind == Kind::Tool) ||
                 (hit.field == Field::Warning && same && part.kind == Kind::Warning) ||
                 (hit.field == Field::Plan && part.kind == Kind::Plan) ||
                 (hit.field == Field::Citation && part.kind == Kind::Citation && item.isAbout(part, hit.index)) ||
                 (hit.field == Field::Attachment && same && part.kind == Kind::Attachment))
            found = part.rect;
        const auto matches = document == nullptr ? QList<TextMatcher::Found>() : m_search.matcher().inDocument(*document);
        if (matches.isEmpty())
            continue;
        const int position = matches.at(qMin<qsizetype>(hit.number, matches.size() - 1)).first;
        const QTextBlock block = document->findBlock(position);
        const QRectF box = document->documentLayout()->blockBoundingRect(block);
        const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
        const qreal y = box.top() + (line.isValid() ? line.y() : 0);
        return {part.rect.left(), part.rect.top() + static_cast<int>(y), part.rect.width(),
                static_cast<int>(line.isValid() ? line.height() : 1)};
    }
    return found;
}

void TranscriptView::showHit()
{
    m_hit = m_search.currentHit();
    m_hitRange = {};
    const int row = m_search.currentRow();
    if (row < 0 || m_hit.field == Field::None || row >= m_geometry.count()) {
        viewport()->update();
        return;
    }
    const QString key = keyOf(row);
    m_pinned = false;
    static_cast<void>(m_delegate->reveal(key, m_hit));
    Anchor anchor{key, row, -1, 0};
    if (m_hit.field == Field::Body) {
        m_hitRange = itemAt(row).body().findMatch(m_search.matcher(), m_hit.number);
        const auto shown = [&] { return itemAt(row).parts(); };
        const auto hasMore = [](const QList<MessagePart> &parts) {
            return std::any_of(parts.cbegin(), parts.cend(), [](const MessagePart &part) { return part.kind == Kind::More; });
        };
        while (m_hitRange.from.segment < 0 && hasMore(shown())) { // pages of a text of megabytes
            m_delegate->showMore(key);
            m_hitRange = itemAt(row).body().findMatch(m_search.matcher(), m_hit.number);
        }
        anchor.point = qMax(0, m_hitRange.from.segment);
        static_cast<void>(itemAt(row).body().reveal(m_hitRange));
    }
    m_geometry.setHeight(row, itemAt(row).height());
    // First what is around it gets its exact height, then the match goes where the eye is.
    anchor.y = viewport()->height() / 3;
    settle(anchor);
    const QRect rect = hitRect(row, m_hit);
    const int y = static_cast<int>(m_geometry.top(row) - verticalOffset()) + rect.top();
    const int upper = m_find->isHidden() ? 0 : m_find->geometry().bottom();
    if (y < upper || y + rect.height() > viewport()->height() * 3 / 4)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + y - viewport()->height() / 3);
    m_pinned = m_transcript->streamingRow() < 0 && verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    placeJumpButton();
    viewport()->update();
    onSearchChanged();
}

} // namespace desk
