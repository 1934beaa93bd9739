// The part of TranscriptView for what lives inside a message: code and tables that scroll by themselves, pictures that were asked for.
#include "gui/chat/attachment/thumbnails.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/theme.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace desk {

using Kind = MessagePart::Kind;

// ------------------------------------------------------------------------------------------------ wide blocks

bool TranscriptView::scrollBlockAt(const QPoint &point, qreal by)
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return false;
    MessageItem &item = itemAt(index.row());
    const QPoint inside = point - visualRect(index).topLeft() - item.bodyTopLeft();
    const MessageDocument::BlockId block = item.body().scrollableAt(inside);
    if (block.segment < 0)
        return false;
    if (item.body().scrollBlock(block, item.body().blockScroll(block) + by))
        afterBlockScroll(index.row());
    if (!m_selection.dragging) {
        int row = -1;
        const MessagePart part = hitPart(point, &row); // something else is under the mouse now
        setHover(row, part);
    }
    return true; // at its end, too: the conversation does not start to move under the hand
}

// Sideways, or with Shift: the block under the mouse. Whichever way is meant more; never both at once.
void TranscriptView::wheelEvent(QWheelEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    const QPoint delta = pixels.isNull() ? angle : pixels;
    const bool sideways = std::abs(delta.x()) > std::abs(delta.y());
    if (m_transcript != nullptr && (sideways || shift) && !delta.isNull()) {
        const int turned = sideways ? delta.x() : delta.y();
        const qreal by = pixels.isNull() ? turned / 120.0 * Theme::space(this, 6) : turned;
        if (scrollBlockAt(event->position().toPoint(), -by)) {
            event->accept();
            return;
        }
    }
    QAbstractScrollArea::wheelEvent(event);
}

bool TranscriptView::scrollBlockByKey(const QKeyEvent &event)
{
    const int key = event.key();
    const bool left = key == Qt::Key_Left || key == Qt::Key_Home;
    const bool right = key == Qt::Key_Right || key == Qt::Key_End;
    if (event.modifiers() != Qt::ShiftModifier || !(left || right) || !currentIndex().isValid())
        return false;
    MessageItem &item = itemAt(currentIndex().row());
    MessageDocument::BlockId block = m_hasPart ? item.blockOf(m_part) : MessageDocument::BlockId();
    const QPoint origin = visualRect(currentIndex()).topLeft() + item.bodyTopLeft();
    const auto scrolls = item.body().blockScrolls();
    for (const auto &scroll : scrolls) {
        const QRect track = scroll.track.translated(origin).toAlignedRect();
        if (block.segment < 0 && track.bottom() >= 0 && scroll.top + origin.y() < viewport()->height())
            block = scroll.block;
    }
    if (block.segment < 0)
        return false;
    const bool far = key == Qt::Key_Home || key == Qt::Key_End;
    const qreal by = far ? 1e9 : Theme::space(this, 8);
    if (item.body().scrollBlock(block, item.body().blockScroll(block) + (left ? -by : by)))
        afterBlockScroll(currentIndex().row());
    return true;
}

void TranscriptView::pressBar(int row, const MessagePart &part, const QPoint &point)
{
    MessageItem &item = itemAt(row);
    const auto scrolls = item.body().blockScrolls();
    if (part.index >= scrolls.size())
        return;
    const auto &scroll = scrolls.at(part.index);
    const qreal x = point.x() - item.bodyTopLeft().x();
    const qreal room = qMax(1.0, scroll.track.width() - scroll.thumb.width());
    m_bar = {keyOf(row), scroll.block, scroll.value, scroll.maximum / room};
    if (x < scroll.thumb.left() || x > scroll.thumb.right()) { // beside the thumb: it comes
        m_bar.value = std::clamp((x - scroll.track.left() - scroll.thumb.width() / 2) * m_bar.perPixel, 0.0, scroll.maximum);
        static_cast<void>(item.body().scrollBlock(m_bar.block, m_bar.value));
        afterBlockScroll(row);
    }
}

void TranscriptView::dragBar(const QPoint &point)
{
    const int row = m_transcript == nullptr ? -1 : m_transcript->rowOfKey(m_bar.key);
    if (row < 0)
        return;
    const qreal value = m_bar.value + (point.x() - m_pressedAt.x()) * m_bar.perPixel;
    if (itemAt(row).body().scrollBlock(m_bar.block, value))
        afterBlockScroll(row);
}

void TranscriptView::afterBlockScroll(int row)
{
    repaintRow(row);
    refreshPart(row);
}

// The part that has the focus may be one that moved, or went: then nothing of the row has it.
void TranscriptView::refreshPart(int row)
{
    if (!m_hasPart || row != currentIndex().row())
        return;
    const auto parts = itemAt(row).activatableParts();
    const auto same = std::find_if(parts.cbegin(), parts.cend(),
                                   [this](const MessagePart &part) { return part.kind == m_part.kind && part.index == m_part.index; });
    if (same != parts.cend())
        m_part = *same;
    else
        clearPart();
}

// Of the focused part, a link or a picture: true if its block moved.
bool TranscriptView::revealPart(MessageItem &item)
{
    MessageDocument::Range range;
    if (const auto links = item.body().links(); m_part.kind == Kind::Link && m_part.index < links.size()) {
        const MessageDocument::Link &link = links.at(m_part.index);
        range = {link.start, {link.start.segment, link.start.position + link.length}};
    } else if (const auto images = item.images(); m_part.kind == Kind::Image && m_part.index < images.size()) {
        const MessageDocument::Image &image = images.at(m_part.index);
        range = {image.start, {image.start.segment, image.start.position + image.length}};
    }
    return item.body().reveal(range);
}

// How far a selection that began in a scrolling block is dragged out of its side.
qreal TranscriptView::besideBlock() const
{
    const QModelIndex index = indexAt(m_edgePoint);
    if (!index.isValid() || keyOf(index.row()) != m_selection.key)
        return 0;
    MessageItem &item = itemAt(index.row());
    return item.body().distanceBeside(m_edgePoint - visualRect(index).topLeft() - item.bodyTopLeft(), m_selection.from);
}

// ------------------------------------------------------------------------------------------------ pictures and names

void TranscriptView::activateImage(int row, int index)
{
    const auto images = itemAt(row).images();
    if (index < 0 || index >= images.size())
        return;
    const MessageDocument::Image &image = images.at(index);
    if (image.isShown)
        Q_EMIT imageOpened(m_delegate->picture(image.source), image.label);
    else
        Q_EMIT imageRequested(image.source, image.label);
}

// What is read stays where it is: the picture opens below its card.
void TranscriptView::showPicture(const QString &source, const QImage &picture)
{
    if (m_transcript == nullptr || m_geometry.count() == 0)
        return;
    const int first = m_geometry.rowAt(verticalOffset());
    const int row = currentIndex().isValid() && visualRect(currentIndex()).intersects(viewport()->rect()) ? currentIndex().row() : first;
    const Anchor anchor = anchorFor(row, -1);
    m_pinned = false;
    m_delegate->addPicture(source, picture);
    m_geometry.setHeight(row, itemAt(row).height());
    settle(anchor);
    m_pinned = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    placeJumpButton();
    viewport()->update();
}

// A row gets a place for a picture when it is known where the file lies, and keeps it: what is read does not move.
void TranscriptView::setThumbnails(Thumbnails *thumbnails)
{
    m_delegate->setThumbnails(thumbnails);
    if (thumbnails == nullptr)
        return;
    connect(thumbnails, &Thumbnails::offersChanged, this, [this] {
        if (m_transcript == nullptr || m_geometry.count() != m_transcript->rowCount())
            return;
        const Anchor anchor = captureAnchor();
        m_delegate->markFilesChanged({});
        settle(anchor);
        viewport()->update();
    });
    connect(thumbnails, &Thumbnails::arrived, this, [this](const FileId &file) {
        m_delegate->markFilesChanged(file); // what it says may be another; its size is not
        viewport()->update();
    });
}

void TranscriptView::setCodeLook(bool wraps, bool numbers)
{
    const Anchor anchor = captureAnchor();
    if (!m_delegate->setCodeLook(wraps, numbers))
        return;
    rebuildGeometry();
    settle(anchor);
    viewport()->update();
}

void TranscriptView::setAgentNames(const QHash<QString, QString> &names)
{
    const Anchor anchor = captureAnchor();
    m_delegate->setAgentNames(names);
    if (m_transcript != nullptr)
        m_transcript->setAuthors(m_delegate->authors());
    settle(anchor);
    viewport()->update();
}

} // namespace desk
