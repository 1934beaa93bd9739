// The part of TranscriptView that answers keys and the mouse.
#include "gui/chat/json/jsontext.h"
#include "gui/chat/table/tabletext.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/text/doclink.h"
#include "gui/text/highlight/codelanguage.h"
#include "gui/text/textlimiter.h"
#include "state/models/transcriptmodel.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

// ------------------------------------------------------------------------------------------------ rows and parts

void TranscriptView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    clearPart();
    if (previous.isValid())
        repaintRow(previous.row());
    if (!current.isValid())
        return;
    repaintRow(current.row());
    if (QAccessible::isActive() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row());
        QAccessible::updateAccessibility(&event);
    }
}

void TranscriptView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractItemView::focusInEvent(event);
    if (m_transcript == nullptr || m_geometry.count() == 0 || currentIndex().isValid() || event->reason() == Qt::MouseFocusReason)
        return;
    // The newest row on screen is where reading starts.
    const int row = m_geometry.rowAt(verticalOffset() + viewport()->height() - 1);
    selectionModel()->setCurrentIndex(m_transcript->index(row, 0), QItemSelectionModel::ClearAndSelect);
}

QModelIndex TranscriptView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    Q_UNUSED(modifiers)
    if (m_transcript == nullptr || m_transcript->rowCount() == 0)
        return {};
    const int last = m_transcript->rowCount() - 1;
    const int row = currentIndex().isValid() ? currentIndex().row() : last;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        return m_transcript->index(qMax(0, row - 1), 0);
    case MoveDown:
    case MoveNext:
        return m_transcript->index(qMin(last, row + 1), 0);
    case MoveHome:
        return m_transcript->index(0, 0);
    case MoveEnd:
        return m_transcript->index(last, 0);
    case MovePageUp:
        return m_transcript->index(m_geometry.rowAt(m_geometry.top(row) - viewport()->height()), 0);
    case MovePageDown:
        return m_transcript->index(m_geometry.rowAt(m_geometry.top(row) + viewport()->height()), 0);
    case MoveLeft:
    case MoveRight:
        break;
    }
    return m_transcript->index(row, 0);
}

// A row taller than the window is read before it is left.
bool TranscriptView::scrollTallRow(int step)
{
    const QRect rect = visualRect(currentIndex());
    const bool more = step > 0 ? rect.bottom() >= viewport()->height() : rect.top() < 0;
    if (!rect.isValid() || rect.height() <= viewport()->height() || !more || !rect.intersects(viewport()->rect()))
        return false;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + step * verticalScrollBar()->singleStep() * 2);
    return true;
}

void TranscriptView::clearPart()
{
    m_hasPart = false;
    m_part = {};
}

bool TranscriptView::walkParts(int step)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return false;
    const QList<MessagePart> parts = itemAt(current.row()).activatableParts();
    if (parts.isEmpty())
        return false;
    qsizetype at = -1;
    for (qsizetype i = 0; i < parts.size() && m_hasPart; ++i) {
        if (parts.at(i).kind == m_part.kind && parts.at(i).index == m_part.index)
            at = i;
    }
    const qsizetype next = at < 0 ? (step > 0 ? 0 : parts.size() - 1) : at + step;
    repaintRow(current.row());
    if (next < 0 || next >= parts.size()) {
        clearPart();
        Q_EMIT partFocused(current.data(Qt::AccessibleTextRole).toString());
        return true;
    }
    m_part = parts.at(next);
    m_hasPart = true;
    if (revealPart(itemAt(current.row())))
        m_part = itemAt(current.row()).activatableParts().at(next);
    const QRect rect = m_part.rect.translated(0, visualRect(current).top());
    if (rect.top() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - rect.height());
    else if (rect.bottom() >= viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.bottom() - viewport()->height() + rect.height());
    Q_EMIT partFocused(wordsOf(current.row(), m_part));
    return true;
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (scrollBlockByKey(*event))
        return;
    if (event->matches(QKeySequence::SelectAll)) {
        selectAllMessages();
        return;
    }
    switch (event->key()) {
    case Qt::Key_F3:
        findNext(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            extendSelection(event->key() == Qt::Key_Down ? 1 : -1);
            return;
        }
        if (scrollTallRow(event->key() == Qt::Key_Down ? 1 : -1))
            return;
        break;
    case Qt::Key_Right:
    case Qt::Key_Left:
        if (walkParts(event->key() == Qt::Key_Right ? forward : -forward))
            return;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!currentIndex().isValid())
            return;
        if (m_hasPart)
            activate(currentIndex().row(), m_part);
        else if (event->key() != Qt::Key_Space)
            Q_EMIT readerRequested(currentIndex().row());
        return;
    case Qt::Key_Escape:
        if (m_hasPart || !m_selection.key.isEmpty()) {
            clearPart();
            m_selection = {};
            viewport()->update();
            return;
        }
        if (m_search.isActive()) {
            closeFind();
            return;
        }
        event->ignore();
        return;
    default:
        break;
    }
    const CursorAction action = event->key() == Qt::Key_Up         ? MoveUp
                                : event->key() == Qt::Key_Down     ? MoveDown
                                : event->key() == Qt::Key_Home     ? MoveHome
                                : event->key() == Qt::Key_End      ? MoveEnd
                                : event->key() == Qt::Key_PageUp   ? MovePageUp
                                : event->key() == Qt::Key_PageDown ? MovePageDown
                                                                   : MoveLeft;
    if (action == MoveLeft) {
        event->ignore();
        return;
    }
    const QModelIndex next = moveCursor(action, event->modifiers());
    if (next.isValid() && selectionModel() != nullptr) {
        selectionModel()->setCurrentIndex(next, QItemSelectionModel::ClearAndSelect);
        scrollTo(next);
    }
}

void TranscriptView::toggle(int row, const MessagePart &part)
{
    const Anchor anchor = anchorFor(row, -1);
    const bool pinned = m_pinned;
    m_pinned = false;
    if (part.kind == Kind::Steps)
        m_delegate->openSteps(keyOf(row), !itemAt(row).showsSteps());
    else if (part.kind == Kind::Thoughts)
        m_delegate->openThoughts(keyOf(row), !itemAt(row).showsThoughts());
    else if (part.kind == Kind::More)
        m_delegate->showMore(keyOf(row));
    else if (part.kind == Kind::Plan)
        m_delegate->togglePlan(keyOf(row));
    else if (part.kind == Kind::CodeWrap)
        m_delegate->toggleWrap(keyOf(row), itemAt(row).codeKey(part.index));
    else
        m_delegate->toggleTool(keyOf(row), part.index);
    m_geometry.setHeight(row, itemAt(row).height());
    settle(anchor);
    m_pinned = pinned && verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    placeJumpButton();
    viewport()->update();
}

void TranscriptView::activate(int row, const MessagePart &part)
{
    switch (part.kind) {
    case Kind::Steps:
    case Kind::Thoughts:
    case Kind::Tool:
    case Kind::More:
    case Kind::Plan:
    case Kind::CodeWrap:
        toggle(row, part);
        refreshPart(row);
        if (m_hasPart)
            Q_EMIT partFocused(wordsOf(row, m_part));
        break;
    case Kind::Copy:
        copyMessage(row);
        break;
    case Kind::CodeCopy:
        copyText(itemAt(row).codeText(part.index), tr("Code copied"));
        break;
    case Kind::Citation:
        Q_EMIT citationActivated(row, part.index);
        break;
    case Kind::Attachment:
        Q_EMIT attachmentActivated(row, part.index, viewport()->mapToGlobal(partRect(row, Kind::Attachment, part.index).bottomLeft()));
        break;
    case Kind::Thumbnail:
        Q_EMIT thumbnailActivated(row, part.index, viewport()->mapToGlobal(partRect(row, Kind::Thumbnail, part.index).bottomLeft()));
        break;
    case Kind::Retry:
        Q_EMIT retryRequested(row);
        break;
    case Kind::Routing:
        Q_EMIT routingRequested(row, viewport()->mapToGlobal(partRect(row, Kind::Routing).bottomLeft()));
        break;
    case Kind::Image:
        activateImage(row, part.index);
        break;
    case Kind::Link: {
        const auto links = itemAt(row).body().links();
        if (part.index >= links.size())
            break;
        if (docLink(links.at(part.index).href))
            Q_EMIT sourceLinkActivated(row, links.at(part.index).href);
        else
            Q_EMIT linkActivated(links.at(part.index).href, links.at(part.index).label);
        break;
    }
    default:
        if (!activateTurnPart(row, part))
            static_cast<void>(activateWindowPart(row, part));
        break;
    }
}

// What is handed on to a window, a file or the clipboard.
bool TranscriptView::activateWindowPart(int row, const MessagePart &part)
{
    switch (part.kind) {
    case Kind::CodeSave:
        saveCode(row, part.index);
        return true;
    case Kind::TableCopy:
        QApplication::clipboard()->setMimeData(tableMimeData(itemAt(row).tableData(part.index)).release());
        Q_EMIT copied(tr("Table copied"));
        return true;
    case Kind::TableOpen:
        Q_EMIT tableRequested(itemAt(row).tableData(part.index));
        return true;
    case Kind::ToolOpen:
        Q_EMIT toolRequested(row, part.index);
        return true;
    case Kind::ToolCopyInput:
    case Kind::ToolCopyOutput:
        copyTool(row, part);
        return true;
    default:
        return false;
    }
}

void TranscriptView::saveCode(int row, int index)
{
    MessageItem &item = itemAt(row);
    const QString code = clipboardText(item.codeText(index)) + u'\n';
    Q_EMIT saveRequested(codeFileName(item.codeLanguage(index)), code.toUtf8());
}

void TranscriptView::copyTool(int row, const MessagePart &part)
{
    const ToolCall &call = m_transcript->messageAt(row).toolCalls.at(part.index);
    const bool input = part.kind == Kind::ToolCopyInput;
    copyText(jsonText(input ? call.input : call.output), input ? tr("Input copied") : tr("Output copied"));
}

// ------------------------------------------------------------------------------------------------ mouse

MessagePart TranscriptView::hitPart(const QPoint &point, int *row) const
{
    const QModelIndex index = indexAt(point);
    *row = index.isValid() ? index.row() : -1;
    return index.isValid() ? itemAt(index.row()).hit(point - visualRect(index).topLeft()) : MessagePart{};
}

void TranscriptView::setHover(int row, const MessagePart &part)
{
    const QString key = row < 0 ? QString() : keyOf(row);
    if (key == m_hoverKey && part.kind == m_hoverPart.kind && part.index == m_hoverPart.index)
        return;
    if (!m_hoverKey.isEmpty())
        repaintRow(m_transcript->rowOfKey(m_hoverKey));
    m_hoverKey = key;
    m_hoverPart = part;
    repaintRow(row);
    if (part.activatable)
        viewport()->setCursor(Qt::PointingHandCursor);
    else if (part.kind == Kind::Body)
        viewport()->setCursor(Qt::IBeamCursor);
    else
        viewport()->unsetCursor();
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    int row = -1;
    const MessagePart part = hitPart(event->position().toPoint(), &row);
    if (row < 0)
        return;
    selectionModel()->setCurrentIndex(m_transcript->index(row, 0), QItemSelectionModel::ClearAndSelect);
    m_pressed = part;
    m_pressedAt = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    if (part.kind == Kind::BlockScroll) {
        pressBar(row, part, m_pressedAt);
        return;
    }
    m_mayDrag = part.kind == Kind::Body && event->modifiers() == Qt::NoModifier && isSelected(row, m_pressedAt);
    if (m_mayDrag)
        return;
    const bool hadSelection = !m_selection.key.isEmpty();
    if (event->modifiers().testFlag(Qt::ShiftModifier) && hadSelection && part.kind == Kind::Body) {
        m_selection.dragging = true;
        updateSelection(m_pressedAt);
        return;
    }
    m_selection = {};
    if (part.kind == Kind::Body) {
        MessageItem &item = itemAt(row);
        const QPoint origin = visualRect(currentIndex()).topLeft() + item.bodyTopLeft();
        const TextPlace place = item.body().placeAt(event->position() - origin);
        m_selection = {keyOf(row), place, keyOf(row), place, true, false};
    }
    if (hadSelection)
        viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_selection.dragging && (event->buttons() & Qt::LeftButton) != 0) {
        m_edgePoint = event->position().toPoint();
        updateSelection(m_edgePoint);
        if (viewport()->rect().contains(m_edgePoint) && besideBlock() == 0)
            m_edge.stop();
        else if (!m_edge.isActive())
            m_edge.start(40, this);
        return;
    }
    if ((event->buttons() & Qt::LeftButton) != 0 && m_bar.block.segment >= 0) {
        dragBar(event->position().toPoint());
        return;
    }
    if ((event->buttons() & Qt::LeftButton) != 0 && dragOut(event->position().toPoint()))
        return;
    int row = -1;
    const MessagePart part = hitPart(event->position().toPoint(), &row);
    setHover(row, part);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    m_selection.dragging = false;
    m_edge.stop();
    m_bar = {};
    if (std::exchange(m_mayDrag, false) && event->button() == Qt::LeftButton) {
        m_selection = {};
        viewport()->update();
        return;
    }
    int row = -1;
    const MessagePart part = hitPart(event->position().toPoint(), &row);
    const bool same = part.kind == m_pressed.kind && part.index == m_pressed.index;
    const bool selecting = !m_selection.isNothing();
    if (event->button() == Qt::LeftButton && row >= 0 && row == currentIndex().row() && same && part.activatable && !selecting)
        activate(row, part);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    int row = -1;
    const MessagePart part = hitPart(event->position().toPoint(), &row);
    if (row < 0 || part.kind != Kind::Body) {
        mousePressEvent(event);
        return;
    }
    MessageItem &item = itemAt(row);
    const QPoint origin = visualRect(m_transcript->index(row, 0)).topLeft() + item.bodyTopLeft();
    const auto [from, to] = item.body().wordAt(event->position() - origin);
    m_selection = {keyOf(row), from, keyOf(row), to, false, false};
    repaintRow(row);
}

void TranscriptView::leaveEvent(QEvent *event)
{
    QAbstractItemView::leaveEvent(event);
    if (m_transcript != nullptr)
        setHover(-1, {});
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_transcript != nullptr)
        setHover(-1, {});
    if (event->type() == QEvent::ToolTip && m_transcript != nullptr) {
        auto *help = static_cast<QHelpEvent *>(event);
        int row = -1;
        const MessagePart part = hitPart(help->pos(), &row);
        QString tip = part.activatable ? part.text : QString();
        if (row >= 0 && part.kind == Kind::Link)
            tip = displayLine(itemAt(row).body().links().at(part.index).href, 300);
        if (row >= 0 && tip.isEmpty() && partRect(row, Kind::Header).contains(help->pos()))
            tip = itemAt(row).headerTip();
        // Escaped: a tool tip guesses whether its text is HTML.
        QToolTip::showText(help->globalPos(), tip.isEmpty() ? QString() : u"<p>"_s + tip.toHtmlEscaped() + u"</p>"_s, this);
        return true;
    }
    return QAbstractItemView::viewportEvent(event);
}

} // namespace desk
