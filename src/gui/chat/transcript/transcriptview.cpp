// Geometry and model changes. Input is in transcriptviewinput.cpp, painting in transcriptviewpaint.cpp.
#include "gui/chat/transcript/transcriptview.h"

#include "gui/chat/find/findbar.h"
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
    , m_find(new FindBar(this))
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
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &TranscriptView::refreshDays);
    connect(m_find, &FindBar::textChanged, this, [this](const QString &text) {
        const int from = m_search.currentRow() >= 0 ? m_search.currentRow() : m_geometry.rowAt(verticalOffset());
        m_search.start(text, qMax(0, from));
        viewport()->update();
    });
    connect(m_find, &FindBar::stepRequested, this, &TranscriptView::findNext);
    connect(m_find, &FindBar::closeRequested, this, &TranscriptView::closeFind);
    connect(&m_search, &TranscriptSearch::changed, this, &TranscriptView::onSearchChanged);
    connect(&m_search, &TranscriptSearch::currentChanged, this, &TranscriptView::showHit);
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
    m_unseen = 0;
    if (m_transcript != nullptr)
        m_transcript->setAuthors(m_delegate->authors());
    QListView::setModel(model);
    m_search.setModel(m_transcript);
    if (!m_find->isHidden() && !m_find->text().isEmpty())
        m_search.start(m_find->text(), m_transcript == nullptr ? 0 : m_transcript->rowCount() - 1);
    refreshDays();
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
    const bool atEnd = first == m_geometry.count() - added;
    const Message &newest = m_transcript->messageAt(first);
    if (atEnd && newest.role == Role::User && (newest.state == MessageState::Pending || newest.state == MessageState::Waiting))
        m_pinned = true;
    m_unseen = m_pinned ? 0 : m_unseen + (atEnd ? added : 0);
    if (!atEnd) { // the row below may be of the same day as what came above it
        m_delegate->markChanged(keyOf(last + 1));
        m_geometry.setHeight(last + 1, m_delegate->estimatedHeight(m_transcript->messageAt(last + 1), contentWidth()));
    }
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
    if (first < m_geometry.count())
        m_delegate->markChanged(keyOf(first)); // its day may have stood above what is gone
    settle(std::exchange(m_removalAnchor, {}));
    updateTyping();
    viewport()->update();
}

void TranscriptView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const int first = topLeft.row();
    const bool isLive = first == bottomRight.row() && first == m_transcript->streamingRow() && first < m_geometry.count() &&
                        !roles.contains(TranscriptModel::StateRole);
    const bool onlyText = isLive && roles.contains(TranscriptModel::TextRole) && !roles.contains(TranscriptModel::PartsRevisionRole);
    // What a model thinks comes whole each time: where it is shown, it is laid out no more often than text is.
    const bool onlyThoughts = isLive && roles.contains(TranscriptModel::PartsRevisionRole) && itemAt(first).showsThoughts();
    if (onlyText || onlyThoughts) {
        m_partsChanged = m_partsChanged || onlyThoughts;
        m_streamingKey = keyOf(first);
        if (!m_frame.isActive())
            m_frame.start(onlyText ? frameMs : qMax(frameMs, m_frame.interval()));
        return;
    }
    const Anchor anchor = captureAnchor();
    for (int row = topLeft.row(); row <= bottomRight.row() && row < m_geometry.count(); ++row) {
        m_delegate->markChanged(keyOf(row));
        m_geometry.setHeight(row, itemAt(row).height());
        refreshPart(row);
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
    const int textTop = itemAt(row).bodyTopLeft().y();
    m_delegate->markChanged(m_streamingKey);
    MessageItem &item = itemAt(row);
    // Thoughts grow above the text, and close when it begins; a tool above it ends without moving anything.
    const bool hasChangedAbove =
        std::exchange(m_partsChanged, false) || item.message().content.isEmpty() || item.bodyTopLeft().y() != textTop;
    // Exact before anything moves: then what is above the tail only shifts, and only the tail is painted.
    item.measure(item.tailTop(), std::numeric_limits<int>::max() / 2);
    m_geometry.setHeight(row, item.height());
    m_fullUpdate = hasChangedAbove;
    settle(anchor);
    repaintRow(row, hasChangedAbove ? 0 : itemAt(row).tailTop());
    if (hasChangedAbove)
        refreshPart(row);
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

QString TranscriptView::jumpText() const
{
    return m_unseen > 0 ? tr("%n new messages", nullptr, m_unseen) : tr("Jump to newest");
}

// "Today" becomes "Yesterday".
void TranscriptView::refreshDays()
{
    const QDateTime now = QDateTime::currentDateTime();
    m_midnight.start(static_cast<int>(now.msecsTo(now.date().addDays(1).startOfDay()) + 1000));
    if (sender() != &m_midnight)
        return;
    m_delegate->setLook(palette(), font(), layoutDirection());
    doItemsLayout();
}

void TranscriptView::placeJumpButton()
{
    m_unseen = m_pinned ? 0 : m_unseen;
    m_jump->setVisible(!m_pinned);
    m_jump->setText(jumpText());
    m_jump->setAccessibleName(m_jump->text());
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
    placeFindBar();
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
    if (event->timerId() == m_edge.timerId()) {
        scrollAtEdge();
        return;
    }
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

} // namespace desk
