// The part of TranscriptView that selects and copies.
#include "gui/chat/table/tabletext.h"
#include "gui/chat/transcript/messagetext.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/text/textlimiter.h"
#include "state/models/transcriptmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxFormulas = 20; // in a menu

std::unique_ptr<QMimeData> dataOf(const QString &text, const QString &html, bool markdown)
{
    auto data = std::make_unique<QMimeData>();
    const QString plain = clipboardText(text);
    data->setText(plain);
    if (!html.isEmpty())
        data->setData(u"text/html"_s, html.toUtf8());
    if (markdown)
        data->setData(u"text/markdown"_s, plain.toUtf8());
    return data;
}

void toClipboard(const QString &text, const QString &html, bool markdown)
{
    QApplication::clipboard()->setMimeData(dataOf(text, html, markdown).release());
}

} // namespace

TranscriptView::SelectedRows TranscriptView::selectedRows() const
{
    if (m_transcript == nullptr || m_selection.isNothing())
        return {};
    const int start = m_transcript->rowOfKey(m_selection.key);
    const int end = m_selection.endKey == m_selection.key ? start : m_transcript->rowOfKey(m_selection.endKey);
    if (start < 0 || end < 0)
        return {};
    const bool forward = start < end || (start == end && m_selection.from <= m_selection.to);
    return forward ? SelectedRows{start, end, m_selection.from, m_selection.to}
                   : SelectedRows{end, start, m_selection.to, m_selection.from};
}

MessageDocument::Range TranscriptView::selectionIn(int row, const SelectedRows &rows) const
{
    if (rows.first < 0 || row < rows.first || row > rows.last)
        return {};
    MessageDocument &body = itemAt(row).body();
    if (body.segmentCount() == 0)
        return {};
    const bool starts = row == rows.first && !m_selection.whole;
    const bool ends = row == rows.last && !m_selection.whole;
    return {starts ? rows.from : TextPlace{0, 0}, ends ? rows.to : body.endPlace()};
}

QString TranscriptView::selectedText()
{
    const SelectedRows rows = selectedRows();
    QStringList texts;
    for (int row = rows.first; row >= 0 && row <= rows.last; ++row) {
        const MessageDocument::Range range = selectionIn(row, rows);
        texts << (range.from.segment < 0 ? QString() : itemAt(row).body().selectedText(range.from, range.to));
    }
    return texts.join(u"\n\n"_s);
}

QString TranscriptView::selectedHtml()
{
    const SelectedRows rows = selectedRows();
    QString html;
    for (int row = rows.first; row >= 0 && row <= rows.last; ++row) {
        const MessageDocument::Range range = selectionIn(row, rows);
        if (range.from.segment >= 0 && html.size() < maxHtmlSource)
            html += itemAt(row).body().selectedHtml(range.from, range.to);
    }
    return html.size() < maxHtmlSource ? html : QString();
}

bool TranscriptView::addSelectionTo(RtfWriter &rtf)
{
    const SelectedRows rows = selectedRows();
    for (int row = rows.first; row >= 0 && row <= rows.last; ++row) {
        const MessageDocument::Range range = selectionIn(row, rows);
        if (range.from.segment >= 0)
            itemAt(row).body().addSelectionTo(rtf, range.from, range.to);
    }
    return rows.first >= 0;
}

QString TranscriptView::selectedMarkdown()
{
    const SelectedRows rows = selectedRows();
    QStringList texts;
    for (int row = rows.first; row >= 0 && row <= rows.last; ++row) {
        const MessageDocument::Range range = selectionIn(row, rows);
        texts << (range.from.segment < 0 ? QString() : itemAt(row).body().selectedMarkdown(range.from, range.to));
    }
    return texts.join(u"\n\n"_s);
}

QList<int> TranscriptView::selectedMessages() const
{
    const SelectedRows rows = selectedRows();
    QList<int> found;
    for (int row = rows.first; m_selection.whole && row >= 0 && row <= rows.last; ++row)
        found.append(row);
    return found;
}

void TranscriptView::updateSelection(const QPoint &point)
{
    const qint64 wanted = point.y() + verticalOffset();
    const qint64 y = std::clamp<qint64>(wanted, 0, qMax<qint64>(0, m_geometry.total() - 1));
    const int row = m_geometry.rowAt(y);
    if (row < 0 || m_transcript == nullptr)
        return;
    MessageItem &item = itemAt(row);
    const QPoint inside = point - visualRect(m_transcript->index(row, 0)).topLeft() - item.bodyTopLeft();
    TextPlace place{0, 0};
    if (inside.y() >= 0)
        place = inside.y() > item.body().height() ? item.body().endPlace() : item.body().placeAt(inside);
    if (place.segment < 0)
        return;
    m_selection.whole = false;
    m_selection.endKey = keyOf(row);
    m_selection.to = place;
    viewport()->update();
}

void TranscriptView::scrollAtEdge()
{
    const int beyond = m_edgePoint.y() < 0 ? m_edgePoint.y() : qMax(0, m_edgePoint.y() - viewport()->height());
    const qreal beside = beyond == 0 ? besideBlock() : 0;
    if (!m_selection.dragging || (beyond == 0 && beside == 0)) {
        m_edge.stop();
        return;
    }
    if (beside != 0)
        static_cast<void>(scrollBlockAt(m_edgePoint, qBound(-60.0, beside, 60.0)));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qBound(-200, beyond, 200));
    updateSelection({m_edgePoint.x(), qBound(0, m_edgePoint.y(), viewport()->height() - 1)});
}

// Shift+Up and Shift+Down: whole messages from the one where it began.
void TranscriptView::extendSelection(int by)
{
    if (m_transcript == nullptr || !currentIndex().isValid())
        return;
    const QString key = keyOf(currentIndex().row());
    if (!m_selection.whole || m_transcript->rowOfKey(m_selection.key) < 0 || m_transcript->rowOfKey(m_selection.endKey) < 0)
        m_selection = {key, {}, key, {}, false, true};
    const int row = qBound(0, m_transcript->rowOfKey(m_selection.endKey) + by, m_transcript->rowCount() - 1);
    m_selection.endKey = keyOf(row);
    selectionModel()->setCurrentIndex(m_transcript->index(row, 0), QItemSelectionModel::ClearAndSelect);
    scrollTo(m_transcript->index(row, 0));
    const SelectedRows rows = selectedRows();
    Q_EMIT partFocused(tr("%n messages selected", nullptr, rows.first < 0 ? 0 : rows.last - rows.first + 1));
    viewport()->update();
}

void TranscriptView::selectAllMessages()
{
    if (m_transcript == nullptr || m_transcript->rowCount() == 0)
        return;
    m_selection = {keyOf(0), {}, keyOf(m_transcript->rowCount() - 1), {}, false, true};
    Q_EMIT partFocused(tr("%n messages selected", nullptr, m_transcript->rowCount()));
    viewport()->update();
}

// ------------------------------------------------------------------------------------------------ copying

void TranscriptView::copyText(const QString &text, const QString &what)
{
    toClipboard(text, {}, false);
    Q_EMIT copied(what);
}

void TranscriptView::copyMessage(int row)
{
    const Message &message = m_transcript->messageAt(row);
    toClipboard(message.content, messageHtml(message), true);
    Q_EMIT copied(tr("Message copied"));
}

void TranscriptView::copyMessages(int first, int last)
{
    QStringList texts;
    QString html;
    for (int row = first; row <= last; ++row) {
        const Message &message = m_transcript->messageAt(row);
        texts << message.content;
        if (html.size() < maxHtmlSource)
            html += messageHtml(message);
    }
    toClipboard(texts.join(u"\n\n"_s), html.size() < maxHtmlSource ? html : QString(), true);
    Q_EMIT copied(tr("%n messages copied", nullptr, last - first + 1));
}

void TranscriptView::copySelection()
{
    const SelectedRows rows = selectedRows();
    if (m_selection.whole) {
        copyMessages(rows.first, rows.last);
        return;
    }
    QApplication::clipboard()->setMimeData(selectionData().release());
    Q_EMIT copied(tr("Selection copied"));
}

void TranscriptView::copy()
{
    if (selectedRows().first >= 0)
        copySelection();
    else if (currentIndex().isValid())
        copyMessage(currentIndex().row());
}

// ------------------------------------------------------------------------------------------------ dragging out (D-23)

std::unique_ptr<QMimeData> TranscriptView::messageData(int row) const
{
    const Message &message = m_transcript->messageAt(row);
    return dataOf(message.content, messageHtml(message), true);
}

std::unique_ptr<QMimeData> TranscriptView::selectionData()
{
    const SelectedRows rows = selectedRows();
    if (rows.first < 0)
        return std::make_unique<QMimeData>();
    QString html;
    QStringList markdown;
    bool whole = true; // every message from its first to its last letter: then their source says the same
    for (int row = rows.first; row <= rows.last; ++row) {
        const MessageDocument::Range range = selectionIn(row, rows);
        MessageDocument &body = itemAt(row).body();
        whole = whole && range.from <= TextPlace{0, 0} && (range.from.segment < 0 || range.to >= body.endPlace());
        markdown << m_transcript->messageAt(row).content;
        if (range.from.segment >= 0 && html.size() < maxHtmlSource)
            html += body.selectedHtml(range.from, range.to);
    }
    auto mime = dataOf(selectedText(), html.size() < maxHtmlSource ? html : QString(), false);
    if (whole)
        mime->setData(u"text/markdown"_s, clipboardText(markdown.join(u"\n\n"_s)).toUtf8());
    return mime;
}

bool TranscriptView::isSelected(int row, const QPoint &point)
{
    const SelectedRows rows = selectedRows();
    if (rows.first < 0 || row < rows.first || row > rows.last)
        return false;
    const MessageDocument::Range range = selectionIn(row, rows);
    const QPoint origin = visualRect(m_transcript->index(row, 0)).topLeft() + itemAt(row).bodyTopLeft();
    const TextPlace place = itemAt(row).body().placeAt(point - origin);
    return place >= range.from && place < range.to;
}

// Tables by their button, files and pictures by themselves as selected text, a message by its name.
bool TranscriptView::dragOut(const QPoint &point)
{
    if ((point - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return m_mayDrag;
    const int row = currentIndex().row();
    if (std::exchange(m_mayDrag, false)) {
        beginDrag(selectionData());
        return true;
    }
    if (m_pressed.kind == MessagePart::Kind::TableCopy) {
        dragTable(row, std::exchange(m_pressed, {}).index);
        return true;
    }
    if (dragFile(row))
        return true;
    if (m_pressed.kind == MessagePart::Kind::Header && row >= 0 && partRect(row, MessagePart::Kind::Header).contains(m_pressedAt)) {
        m_pressed = {};
        m_pressedAt = {-10000, -10000}; // once for each press
        beginDrag(messageData(row));
        return true;
    }
    return false;
}

// Qt has no other way to drag than this one, which waits: QDrag owns the loop, and it ends with the mouse button.
void TranscriptView::beginDrag(std::unique_ptr<QMimeData> mime)
{
    auto *drag = new QDrag(this);
    drag->setMimeData(mime.release());
    drag->exec(Qt::CopyAction);
}

std::unique_ptr<QMimeData> TranscriptView::attachmentData(int row, int attachment) const
{
    if (m_transcript == nullptr || !m_originalOf || row < 0 || row >= m_transcript->rowCount())
        return nullptr;
    const QList<StoredFile> files = m_transcript->messageAt(row).attachments;
    const QString path = attachment >= 0 && attachment < files.size() ? m_originalOf(files.at(attachment)) : QString();
    if (path.isEmpty())
        return nullptr;
    auto mime = std::make_unique<QMimeData>();
    mime->setUrls({QUrl::fromLocalFile(path)});
    return mime;
}

// Of a picture that is shown: as pixels, never its address, which would be fetched where it is dropped.
std::unique_ptr<QMimeData> TranscriptView::pictureData(int row, int picture) const
{
    if (m_transcript == nullptr || row < 0 || row >= m_transcript->rowCount())
        return nullptr;
    const auto pictures = itemAt(row).images();
    if (picture < 0 || picture >= pictures.size() || !pictures.at(picture).isShown)
        return nullptr;
    auto mime = std::make_unique<QMimeData>();
    mime->setImageData(m_delegate->picture(pictures.at(picture).source));
    return mime;
}

bool TranscriptView::dragFile(int row)
{
    const bool isPicture = m_pressed.kind == MessagePart::Kind::Image;
    if (!isPicture && m_pressed.kind != MessagePart::Kind::Attachment && m_pressed.kind != MessagePart::Kind::Thumbnail)
        return false;
    const int index = std::exchange(m_pressed, {}).index;
    auto mime = isPicture ? pictureData(row, index) : attachmentData(row, index);
    if (mime != nullptr)
        beginDrag(std::move(mime));
    return true;
}

void TranscriptView::dragTable(int row, int index)
{
    beginDrag(tableMimeData(itemAt(row).tableData(index)));
}

void TranscriptView::addFormulas(QMenu &menu, int row, const QPoint &at)
{
    MessageItem &item = itemAt(row);
    const QPoint origin = visualRect(m_transcript->index(row, 0)).topLeft() + item.bodyTopLeft();
    const QString here = at.x() < 0 ? QString() : item.body().mathAt(at - origin);
    const auto add = [this](QMenu &to, const QString &label, const QString &source) {
        to.addAction(label, this, [this, source] { copyText(source, tr("Formula copied")); });
    };
    const QStringList all = item.body().formulas();
    if (!here.isEmpty())
        add(menu, tr("Copy Formula as LaTeX"), here);
    else if (!all.isEmpty()) {
        QMenu *formulas = menu.addMenu(tr("Copy Formula as LaTeX"));
        for (const QString &source : all.first(qMin(maxFormulas, all.size())))
            add(*formulas, displayLine(source, 60).replace(u'&', u"&&"_s), source);
    }
}

} // namespace desk
