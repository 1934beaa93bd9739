// Geometry and model changes. Input is in transcriptviewinput.cpp, painting in transcriptviewpaint.cpp.
#include "gui/chat/transcriptview.h"

#include "gui/theme.h"
#include "state/models/transcriptmodel.h"

#include <QEvent>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int frameMs = 16;
constexpr int maxFrameMs = 400;
constexpr int rounds = 12;

} // namespace

TranscriptView::TranscriptView(QWidget *parent)
    : QListView(parent)
    , m_delegate(new MessageDelegate(this))
    , m_jump(new QPushButton(this))
{
    setObjectName(u"transcript"_s);
    setAccessibleName(tr("Conversation"));
    setAccessibleDescription(
        tr("Up and Down walk through messages, Right and Left through the parts of one. Enter opens a message for reading."));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    m_jump->setObjectName(u"jumpToNewest"_s);
    m_jump->setText(tr("Jump to newest"));
    m_jump->setAccessibleName(m_jump->text());
    m_jump->setIcon(Theme::icon(u"jump-down"_s));
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, this, &TranscriptView::jumpToEnd);
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &TranscriptView::applyStreaming);
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_transcript = qobject_cast<TranscriptModel *>(model);
    m_delegate->clear();
    m_pinned = true;
    m_selection = {};
    m_frame.stop();
    m_streamingKey.clear();
    QListView::setModel(model);
    if (model != nullptr)
        m_connections << connect(model, &QAbstractItemModel::rowsRemoved, this, &TranscriptView::onRowsRemoved)
                      << connect(model, &QObject::destroyed, this, &TranscriptView::forgetModel);
}

void TranscriptView::forgetModel()
{
    m_geometry.clear();
    m_hoverKey.clear();
    m_selection = {};
    m_frame.stop();
}

MessageItem &TranscriptView::itemAt(int row) const
{
    return m_delegate->item(m_transcript->index(row, 0), contentWidth());
}

QString TranscriptView::keyOf(int row) const
{
    return m_transcript->index(row, 0).data(TranscriptModel::IdRole).toString();
}

std::vector<int> TranscriptView::estimates(int first, int last) const
{
    std::vector<int> heights;
    heights.reserve(static_cast<size_t>(last - first + 1));
    for (int row = first; row <= last; ++row)
        heights.push_back(m_delegate->estimatedHeight(m_transcript->messageAt(row), contentWidth()));
    return heights;
}

void TranscriptView::rebuildGeometry()
{
    m_geometry.clear();
    if (m_transcript != nullptr && m_transcript->rowCount() > 0)
        m_geometry.insert(0, estimates(0, m_transcript->rowCount() - 1));
    m_width = contentWidth();
}

void TranscriptView::reset()
{
    QAbstractItemView::reset();
    clearPart();
    m_selection = {};
    m_hoverKey.clear();
    m_pinned = true;
    rebuildGeometry();
    settle({});
    updateTyping();
    m_fullUpdate = true;
    viewport()->update();
}

void TranscriptView::doItemsLayout()
{
    const Anchor anchor = captureAnchor();
    if (m_transcript != nullptr && (m_geometry.count() != m_transcript->rowCount() || m_width != contentWidth()))
        rebuildGeometry();
    QAbstractItemView::doItemsLayout();
    settle(anchor);
}

void TranscriptView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const int added = last - first + 1;
    Anchor anchor;
    if (!m_pinned && m_geometry.count() > 0) {
        const int row = m_geometry.rowAt(verticalOffset() + viewport()->height() - 1);
        const int now = row < first ? row : row + added;
        anchor = {keyOf(now), now, -1, static_cast<int>(m_geometry.top(row) - verticalOffset())};
    }
    if (m_geometry.count() == m_transcript->rowCount() - added)
        m_geometry.insert(first, estimates(first, last));
    else
        rebuildGeometry();
    // What the person just sent is what they want to see.
    if (first == m_geometry.count() - added && m_transcript->messageAt(first).role == Role::User &&
        (m_transcript->messageAt(first).state == MessageState::Pending || m_transcript->messageAt(first).state == MessageState::Waiting))
        m_pinned = true;
    QAbstractItemView::rowsInserted(parent, first, last);
    settle(anchor);
    updateTyping();
    viewport()->update();
}

void TranscriptView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    clearPart();
    m_removalAnchor = captureAnchor();
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
}

void TranscriptView::onRowsRemoved(const QModelIndex &parent, int first, int last)
{
    Q_UNUSED(parent)
    if (m_geometry.count() == m_transcript->rowCount() + (last - first + 1))
        m_geometry.remove(first, last);
    else
        rebuildGeometry();
    settle(std::exchange(m_removalAnchor, {}));
    updateTyping();
    viewport()->update();
}

void TranscriptView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const bool onlyText = roles.contains(TranscriptModel::TextRole) && !roles.contains(TranscriptModel::StateRole) &&
                          !roles.contains(TranscriptModel::PartsRevisionRole) && topLeft.row() == bottomRight.row() &&
                          topLeft.row() == m_transcript->streamingRow();
    if (onlyText) {
        m_streamingKey = keyOf(topLeft.row());
        if (!m_frame.isActive())
            m_frame.start(frameMs);
        return;
    }
    const Anchor anchor = captureAnchor();
    for (int row = topLeft.row(); row <= bottomRight.row() && row < m_geometry.count(); ++row) {
        m_delegate->markChanged(keyOf(row));
        m_geometry.setHeight(row, itemAt(row).height());
    }
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    settle(anchor);
    updateTyping();
    viewport()->update();
}

void TranscriptView::applyStreaming()
{
    const int row = m_transcript == nullptr ? -1 : m_transcript->rowOfKey(m_streamingKey);
    if (row < 0 || row >= m_geometry.count())
        return;
    QElapsedTimer clock;
    clock.start();
    const Anchor anchor = captureAnchor();
    m_delegate->markChanged(m_streamingKey);
    MessageItem &item = itemAt(row);
    // Exact before anything moves: then what is above the tail only shifts, and only the tail is painted.
    item.measure(item.tailTop(), std::numeric_limits<int>::max() / 2);
    m_geometry.setHeight(row, item.height());
    m_fullUpdate = false;
    settle(anchor);
    repaintRow(row, itemAt(row).tailTop());
    // A long table or code block costs more each time: give the rest of the program most of the time.
    m_frame.setInterval(static_cast<int>(std::clamp<qint64>(clock.elapsed() * 8, frameMs, maxFrameMs)));
}

// ------------------------------------------------------------------------------------------------ anchors

TranscriptView::Anchor TranscriptView::anchorFor(int row, int point) const
{
    Anchor anchor{keyOf(row), row, point, 0};
    anchor.y = static_cast<int>(anchorTop(anchor) - verticalOffset());
    return anchor;
}

TranscriptView::Anchor TranscriptView::captureAnchor() const
{
    if (m_pinned || m_transcript == nullptr || m_geometry.count() == 0 || m_geometry.count() != m_transcript->rowCount())
        return {};
    const qint64 bottom = verticalOffset() + viewport()->height() - 1;
    const int row = m_geometry.rowAt(bottom);
    return anchorFor(row, itemAt(row).anchorAt(static_cast<int>(bottom - m_geometry.top(row))));
}

qint64 TranscriptView::anchorTop(const Anchor &anchor) const
{
    return m_geometry.top(anchor.row) + itemAt(anchor.row).anchorTop(anchor.point);
}

bool TranscriptView::measureVisible()
{
    const qint64 top = verticalOffset();
    const qint64 bottom = top + viewport()->height();
    bool changed = false;
    for (int row = m_geometry.rowAt(top); row >= 0 && row < m_geometry.count() && m_geometry.top(row) < bottom; ++row) {
        MessageItem &item = itemAt(row);
        const qint64 rowTop = m_geometry.top(row);
        item.measure(static_cast<int>(top - rowTop), static_cast<int>(bottom - rowTop));
        if (item.height() != m_geometry.height(row)) {
            m_geometry.setHeight(row, item.height());
            changed = true;
        }
    }
    return changed;
}

void TranscriptView::setScrollRange()
{
    const qint64 maximum = qMax<qint64>(0, m_geometry.total() - viewport()->height());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(Theme::space(this, 4));
    verticalScrollBar()->setRange(0, static_cast<int>(qMin<qint64>(maximum, std::numeric_limits<int>::max())));
}

void TranscriptView::settle(const Anchor &anchor)
{
    if (m_settling || m_transcript == nullptr)
        return;
    m_settling = true;
    Anchor place = anchor;
    if (place.row >= 0 && (place.row >= m_geometry.count() || keyOf(place.row) != place.key))
        place.row = m_transcript->rowOfKey(place.key);
    for (int round = 0; round < rounds; ++round) {
        setScrollRange();
        if (m_pinned)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        else if (place.row >= 0)
            verticalScrollBar()->setValue(static_cast<int>(qMax<qint64>(0, anchorTop(place) - place.y)));
        if (!measureVisible())
            break;
        m_fullUpdate = true;
    }
    m_settling = false;
    if (m_fullUpdate)
        viewport()->update();
    m_fullUpdate = true;
    placeJumpButton();
    // Not from inside a model's signal: the answer may insert rows.
    if (verticalOffset() < viewport()->height() && m_geometry.count() > 0)
        QMetaObject::invokeMethod(this, &TranscriptView::nearTop, Qt::QueuedConnection);
}

void TranscriptView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    setScrollRange();
}

int TranscriptView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void TranscriptView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    viewport()->scroll(0, dy);
    if (!m_settling)
        afterScroll();
}

void TranscriptView::afterScroll()
{
    m_pinned = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    m_fullUpdate = false;
    settle(captureAnchor());
}

void TranscriptView::jumpToEnd()
{
    m_pinned = true;
    settle({});
    viewport()->update();
    setFocus();
}

void TranscriptView::placeJumpButton()
{
    m_jump->setVisible(!m_pinned);
    m_jump->adjustSize();
    const QRect area = viewport()->geometry();
    m_jump->move(area.center().x() - m_jump->width() / 2, area.bottom() - m_jump->height() - Theme::space(this, 1.5));
    m_jump->raise();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    const bool wider = m_width != contentWidth();
    Anchor anchor;
    // The old layout is gone with the old width: the row at the lower edge stays at the lower edge.
    if (wider && !m_pinned && m_geometry.count() > 0) {
        const int row = m_geometry.rowAt(verticalOffset() + event->oldSize().height() - 1);
        anchor = {keyOf(row), row, -1, static_cast<int>(m_geometry.top(row) - verticalOffset())};
    }
    if (wider)
        rebuildGeometry();
    QAbstractItemView::resizeEvent(event);
    settle(anchor);
}

void TranscriptView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange ||
        type == QEvent::LayoutDirectionChange) {
        m_delegate->setLook(palette(), font(), layoutDirection());
        rebuildGeometry();
        settle({});
        viewport()->update();
    }
}

void TranscriptView::updateTyping()
{
    const bool streaming = m_transcript != nullptr && m_transcript->streamingRow() >= 0 && isVisible();
    if (streaming && !m_typing.isActive())
        m_typing.start(400, this);
    else if (!streaming)
        m_typing.stop();
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_typing.timerId()) {
        QAbstractItemView::timerEvent(event);
        return;
    }
    ++m_typingPhase;
    updateTyping();
    const int row = m_transcript == nullptr ? -1 : m_transcript->streamingRow();
    if (row >= 0)
        viewport()->update(partRect(row, MessagePart::Kind::Typing).adjusted(-2, -2, 2, 2));
}

// ------------------------------------------------------------------------------------------------ queries

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

} // namespace desk
