// The part of MessageDocument for code and tables inside lists and quotes: they scroll by themselves as those on the top level do, but
// share one QTextDocument with the text around them. So they are a band of it that is painted, hit and measured with a shift of its own.
#include "gui/chat/transcript/messagedocument.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

// Room below a block, whatever follows: Qt takes the larger of two margins, and of a table only the table's.
void addRoomBelow(QTextDocument &document, int number, bool isTable, qreal room)
{
    const QTextBlock block = document.findBlockByNumber(number);
    if (QTextTable *table = isTable ? QTextCursor(block).currentTable() : nullptr) {
        QTextTableFormat format = table->format();
        format.setBottomMargin(format.bottomMargin() + room);
        table->setFormat(format);
        return;
    }
    QTextBlockFormat own = block.blockFormat();
    own.setBottomMargin(own.bottomMargin() + room);
    QTextCursor(block).setBlockFormat(own);
    QTextBlock next = block.next();
    if (next.isValid() && next.length() == 1 && next.next().isValid() && QTextCursor(next.next()).currentTable() != nullptr)
        next = next.next();
    if (!next.isValid())
        return;
    if (QTextTable *table = QTextCursor(next).currentTable()) {
        QTextTableFormat format = table->format();
        format.setTopMargin(format.topMargin() + room);
        table->setFormat(format);
        return;
    }
    QTextBlockFormat following = next.blockFormat();
    following.setTopMargin(following.topMargin() + room);
    QTextCursor(next).setBlockFormat(following);
}

qreal codeWidth(const QTextBlock &block)
{
    qreal width = 0;
    for (int i = 0; i < block.layout()->lineCount(); ++i)
        width = qMax(width, block.layout()->lineAt(i).naturalTextWidth());
    return std::ceil(width + block.blockFormat().leftMargin() + block.blockFormat().rightMargin());
}

} // namespace

// What there is, before it is laid out. Where the text around runs from the right, so does the indentation.
void MessageDocument::findInner(int index, QTextDocument &document)
{
    Segment &segment = m_segments.at(static_cast<size_t>(index));
    segment.inner.clear();
    bool mirrored = false;
    const auto add = [&](int block, bool isTable, qreal indent) {
        size_t piece = 0;
        while (piece + 1 < segment.pieceBlocks.size() && segment.pieceBlocks.at(piece + 1) <= block)
            ++piece;
        const qsizetype start = segment.pieces.at(static_cast<qsizetype>(piece)).start;
        const auto sameStart = [start](const Inner &inner) { return inner.key.first == start; };
        const auto before = std::count_if(segment.inner.cbegin(), segment.inner.cend(), sameStart);
        Inner inner;
        inner.key = {start, static_cast<int>(before)};
        inner.block = block;
        inner.isTable = isTable;
        inner.mirrored = mirrored;
        inner.indent = indent;
        segment.inner.push_back(inner);
    };
    QTextCursor edit(&document);
    edit.beginEditBlock();
    for (auto it = document.rootFrame()->begin(); !it.atEnd(); ++it) {
        if (const auto *table = qobject_cast<QTextTable *>(it.currentFrame())) {
            if (table->format().leftMargin() > 0)
                add(table->firstCursorPosition().blockNumber(), true, table->format().leftMargin());
            continue;
        }
        const QTextBlock block = it.currentBlock();
        QTextBlockFormat format = block.blockFormat();
        if (format.indent() > 0 && format.hasProperty(markdown::CodeText)) {
            add(block.blockNumber(), false, format.indent() * m_style.indent);
            segment.inner.back().gutter = format.doubleProperty(markdown::CodeGutter);
            format.setNonBreakableLines(!wraps({index, static_cast<int>(segment.inner.size()) - 1}));
            edit.setPosition(block.position());
            edit.setBlockFormat(format);
        } else if (block.length() > 1) {
            mirrored = format.indent() > 0 && block.textDirection() == Qt::RightToLeft;
        }
    }
    edit.endEditBlock();
}

// Widths do not depend on the room for scroll bars, heights do: first those, then where everything is.
void MessageDocument::placeInner(int index, QTextDocument &document)
{
    Segment &segment = m_segments.at(static_cast<size_t>(index));
    if (segment.inner.empty())
        return;
    static_cast<void>(document.size()); // lines are there only when everything is laid out
    for (Inner &inner : segment.inner) {
        const QTextBlock block = document.findBlockByNumber(inner.block);
        inner.width = inner.isTable ? tableArea(block).right() - inner.indent : codeWidth(block);
    }
    QTextCursor edit(&document);
    edit.beginEditBlock();
    for (Inner &inner : segment.inner) {
        const qreal bar = inner.width - innerRoom(inner) >= 1 ? std::ceil(m_style.gap * 1.25) : 0;
        if (bar != inner.bar)
            addRoomBelow(document, inner.block, inner.isTable, bar - inner.bar);
        inner.bar = bar;
    }
    edit.endEditBlock();
    for (Inner &inner : segment.inner) {
        const QTextBlock block = document.findBlockByNumber(inner.block);
        QRectF area;
        if (inner.isTable) {
            area = tableArea(block);
            area.setBottom(area.bottom() + inner.bar);
        } else {
            area = codeBox(index, block).box;
        }
        inner.area = QRectF(inner.mirrored ? 0 : inner.indent, area.top(), innerRoom(inner), area.height());
    }
}

// Of its grid, without margins.
QRectF MessageDocument::tableArea(const QTextBlock &inside) const
{
    const QTextTable *table = QTextCursor(inside).currentTable();
    if (table == nullptr)
        return {};
    const QAbstractTextDocumentLayout *layout = inside.document()->documentLayout();
    const qreal padding = table->format().cellPadding() + 1;
    const int lastRow = table->rows() - 1;
    const int lastColumn = table->columns() - 1;
    QRectF area = layout->blockBoundingRect(table->cellAt(0, 0).firstCursorPosition().block());
    area |= layout->blockBoundingRect(table->cellAt(0, lastColumn).firstCursorPosition().block());
    for (int column = 0; column <= lastColumn; ++column)
        area.setBottom(
            qMax(area.bottom(), layout->blockBoundingRect(table->cellAt(lastRow, column).lastCursorPosition().block()).bottom()));
    return area.adjusted(-padding, -padding, padding, padding);
}

qreal MessageDocument::innerRoom(const Inner &inner) const
{
    return qMax(1.0, m_width - inner.indent);
}

const MessageDocument::Inner *MessageDocument::innerOf(const BlockId &id) const
{
    if (id.segment < 0 || id.segment >= segmentCount() || id.inner < 0)
        return nullptr;
    const std::vector<Inner> &all = m_segments.at(static_cast<size_t>(id.segment)).inner;
    return static_cast<size_t>(id.inner) < all.size() ? &all.at(static_cast<size_t>(id.inner)) : nullptr;
}

MessageDocument::BlockId MessageDocument::blockAt(const QPointF &point, int segment) const
{
    const std::vector<Inner> &all = m_segments.at(static_cast<size_t>(segment)).inner;
    const qreal y = point.y() - documentTop(segment);
    const auto hit = std::find_if(all.cbegin(), all.cend(), [y](const Inner &i) { return y >= i.area.top() && y < i.area.bottom(); });
    return {segment, hit == all.cend() ? -1 : static_cast<int>(hit - all.cbegin())};
}

MessageDocument::BlockId MessageDocument::blockOf(int segment, const QTextBlock &block) const
{
    const std::vector<Inner> &all = m_segments.at(static_cast<size_t>(segment)).inner;
    if (all.empty())
        return {segment, -1};
    const QTextTable *table = QTextCursor(block).currentTable();
    const int number = table == nullptr ? block.blockNumber() : table->firstCursorPosition().blockNumber();
    const auto hit = std::find_if(all.cbegin(), all.cend(), [number](const Inner &inner) { return inner.block == number; });
    return {segment, hit == all.cend() ? -1 : static_cast<int>(hit - all.cbegin())};
}

// The document from top to bottom, cut where its shift changes.
std::vector<MessageDocument::Band> MessageDocument::bands(int segment, qreal height) const
{
    std::vector<Band> all;
    qreal top = -m_style.padding;
    const std::vector<Inner> &inner = m_segments.at(static_cast<size_t>(segment)).inner;
    for (size_t i = 0; i < inner.size(); ++i) {
        const BlockId id{segment, static_cast<int>(i)};
        if (scrollRange(id) <= 0 && shiftOf(id) == 0)
            continue;
        const QRectF &area = inner.at(i).area;
        all.push_back({QRectF(-m_width, top, m_width * 3, area.top() - top), 0});
        all.push_back({area.adjusted(1 + inner.at(i).gutter, 0, -1, 0), shiftOf(id)});
        top = area.bottom();
    }
    all.push_back({QRectF(-m_width, top, m_width * 3, qMax(0.0, height - top) + m_style.padding), 0});
    return all;
}

} // namespace desk
