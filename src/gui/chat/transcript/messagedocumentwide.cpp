// The part of MessageDocument for what is wider than the text: code and tables that scroll by themselves, in place. A scrolled block
// keeps its height, so nothing around it moves.
#include "gui/chat/table/tablefit.h"
#include "gui/chat/transcript/messagedocument.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype narrowLine = 32; // characters that fit everywhere: such a block stays with its neighbours

bool hasLongLine(QStringView source)
{
    for (const QStringView line : source.tokenize(u'\n')) {
        if (line.size() > narrowLine)
            return true;
    }
    return false;
}

// The second line of a table: "|---|:-:|".
bool isTable(QStringView source)
{
    const qsizetype end = source.indexOf(u'\n');
    if (end < 0 || !source.first(end).contains(u'|'))
        return false;
    QStringView rule = source.sliced(end + 1);
    rule = rule.first(rule.indexOf(u'\n') < 0 ? rule.size() : rule.indexOf(u'\n')).trimmed();
    const bool marks = std::all_of(rule.begin(), rule.end(), [](QChar c) { return c == u'|' || c == u'-' || c == u':' || c.isSpace(); });
    return marks && rule.contains(u'-');
}

} // namespace

bool MessageDocument::isWide(const MarkdownPiece &piece) const
{
    if (m_mode == Mode::Plain)
        return false;
    const QStringView source = QStringView(m_text).sliced(piece.start, piece.end - piece.start);
    if (piece.kind == MarkdownPiece::Kind::Code)
        return !piece.first || !piece.last || hasLongLine(source);
    const bool continues = piece.headEnd > piece.headStart;
    return (continues || (isTable(source) && hasLongLine(source))) && !source.startsWith(u"    ");
}

bool MessageDocument::endsBlock(int segment) const
{
    const auto next = static_cast<size_t>(segment) + 1;
    return next >= m_segments.size() || !m_segments.at(next).joined;
}

void MessageDocument::fitDocument(int index, QTextDocument &document)
{
    Segment &segment = m_segments.at(static_cast<size_t>(index));
    if (segment.wide && segment.pieces.first().kind == MarkdownPiece::Kind::Code) {
        if (wraps({index, -1}))
            return document.setTextWidth(m_width);
        document.setTextWidth(-1); // lines as long as they are
        Block &block = m_blocks[segment.block];
        block.width = qMax(block.width, std::ceil(document.size().width()) + m_style.padding * 1.2);
        return;
    }
    if (segment.wide) {
        const std::optional<double> width = spreadTable(document, m_width, m_style);
        segment.hasTables = width.has_value();
        document.setTextWidth(width.value_or(m_width));
        Block &block = m_blocks[segment.block]; // a table longer than a piece has several
        block.width = qMax(block.width, width.value_or(m_width));
        return;
    }
    const bool isMarkdown = m_mode == Mode::Markdown;
    segment.hasTables = isMarkdown && (fitTables(document, m_width, m_style, NestedTables::Scroll) || m_style.pictures != nullptr);
    if (isMarkdown)
        findInner(index, document);
    document.setTextWidth(m_width);
    placeInner(index, document);
}

void MessageDocument::layOut(int index)
{
    Segment &segment = m_segments.at(static_cast<size_t>(index));
    QTextDocument &document = ensure(index);
    if (!segment.wide) {
        document.setTextWidth(m_width);
        placeInner(index, document);
        return;
    }
    if (!segment.hasTables)
        fitDocument(index, document);
    const bool scrolls = scrollRange({index, -1}) > 0;
    segment.bar = scrolls && endsBlock(index) ? std::ceil(m_style.gap * 1.25) : 0;
    // The end of a long block that was laid out before anybody knew how wide its beginning is.
    for (size_t i = static_cast<size_t>(index) + 1; scrolls && i < m_segments.size() && m_segments.at(i).joined; ++i) {
        Segment &later = m_segments.at(i);
        if (later.exact && later.bar == 0 && endsBlock(static_cast<int>(i)))
            later.exact = false;
    }
}

qreal MessageDocument::scrollRange(const BlockId &id) const
{
    if (const Inner *inner = innerOf(id))
        return inner->bar > 0 ? qMax(0.0, std::floor(inner->width - innerRoom(*inner))) : 0;
    const Segment &segment = m_segments.at(static_cast<size_t>(id.segment));
    const auto block = segment.wide ? m_blocks.find(segment.block) : m_blocks.end();
    return block == m_blocks.end() ? 0 : qMax(0.0, std::floor(block->second.width - m_width));
}

qreal MessageDocument::scrollOf(const BlockId &id) const
{
    if (const Inner *inner = innerOf(id)) {
        const auto kept = m_innerScroll.find(inner->key);
        return kept == m_innerScroll.end() ? 0 : qMin(kept->second, scrollRange(id));
    }
    const Segment &segment = m_segments.at(static_cast<size_t>(id.segment));
    const auto block = segment.wide ? m_blocks.find(segment.block) : m_blocks.end();
    return block == m_blocks.end() ? 0 : qMin(block->second.scroll, scrollRange(id));
}

qreal MessageDocument::shiftOf(const BlockId &id) const
{
    const Inner *inner = innerOf(id);
    return scrollOf(id) + (inner != nullptr && inner->mirrored ? inner->indent : 0);
}

QPointF MessageDocument::origin(const BlockId &id) const
{
    return {-shiftOf(id), documentTop(id.segment)};
}

std::pair<qreal, qreal> MessageDocument::sides(const BlockId &id) const
{
    const Inner *inner = innerOf(id);
    if (inner != nullptr)
        return {inner->area.left() + inner->gutter, inner->area.right()};
    return {m_segments.at(static_cast<size_t>(id.segment)).gutter, m_width};
}

QPointF MessageDocument::inDocument(const QPointF &point, int segment) const
{
    const BlockId id = blockAt(point, segment);
    if (scrollRange(id) <= 0)
        return point - origin(id);
    const auto [left, right] = sides(id);
    return QPointF(std::clamp(point.x(), left, right), point.y()) - origin(id);
}

QRectF MessageDocument::visiblePart(const QRectF &rect, const BlockId &id) const
{
    if (scrollRange(id) <= 0)
        return rect;
    const auto [first, last] = sides(id);
    const qreal left = std::clamp(rect.left(), first, last);
    return {left, rect.top(), std::clamp(rect.right(), first, last) - left, rect.height()};
}

MessageDocument::BlockScroll MessageDocument::scrollOfBlock(const BlockId &id) const
{
    const Segment &segment = m_segments.at(static_cast<size_t>(id.segment));
    const Inner *inner = innerOf(id);
    BlockScroll scroll;
    scroll.block = id;
    scroll.maximum = scrollRange(id);
    scroll.value = scrollOf(id);
    scroll.top = inner == nullptr ? segmentTop(id.segment) : documentTop(id.segment) + inner->area.top();
    const qreal bar = inner == nullptr ? segment.bar : inner->bar;
    if (scroll.maximum <= 0 || bar <= 0)
        return scroll;
    const auto [left, right] = sides(id);
    const qreal width = right - left;
    const qreal bottom = inner == nullptr ? scroll.top + segment.height : documentTop(id.segment) + inner->area.bottom();
    scroll.track = QRectF(left + m_style.padding, bottom - bar, qMax(1.0, width - 2 * m_style.padding), bar);
    const qreal length = qMin(scroll.track.width(), qMax(m_style.padding * 4, scroll.track.width() * width / (width + scroll.maximum)));
    const qreal at = scroll.track.left() + (scroll.track.width() - length) * scroll.value / scroll.maximum;
    const qreal thickness = qMax(3.0, m_style.gap * 0.45);
    scroll.thumb = QRectF(at, scroll.track.center().y() - thickness / 2, length, thickness);
    return scroll;
}

QList<MessageDocument::BlockScroll> MessageDocument::blockScrolls()
{
    QList<BlockScroll> all;
    for (int i = 0; i < segmentCount(); ++i) {
        const Segment &segment = m_segments.at(static_cast<size_t>(i));
        if (!segment.exact)
            continue;
        if (segment.wide && segment.bar > 0)
            all << scrollOfBlock({i, -1});
        for (int k = 0; k < static_cast<int>(segment.inner.size()); ++k) {
            if (scrollRange({i, k}) > 0)
                all << scrollOfBlock({i, k});
        }
    }
    return all;
}

MessageDocument::BlockId MessageDocument::scrollableAt(const QPointF &point)
{
    const int segment = segmentAt(point.y());
    const bool inside =
        segment >= 0 && point.y() >= 0 && point.y() <= segmentTop(segment) + m_segments.at(static_cast<size_t>(segment)).height;
    const BlockId block = inside ? blockAt(point, segment) : BlockId();
    return inside && scrollRange(block) > 0 ? block : BlockId();
}

qreal MessageDocument::distanceBeside(const QPointF &point, const TextPlace &place)
{
    const BlockId id = scrollableAt(point);
    if (id.segment < 0 || place.segment < 0 || place.segment >= segmentCount())
        return 0;
    const auto blockStart = [this](int segment) { return m_segments.at(static_cast<size_t>(segment)).block; };
    const bool same = id.inner < 0 ? blockStart(place.segment) == blockStart(id.segment)
                                   : place.segment == id.segment &&
                                         blockOf(place.segment, ensure(place.segment).findBlock(place.position)).inner == id.inner;
    if (!same)
        return 0;
    const auto [left, right] = sides(id);
    return point.x() < left ? point.x() - left : qMax(0.0, point.x() - right);
}

bool MessageDocument::scrollBlock(const BlockId &id, qreal value)
{
    if (id.segment < 0 || id.segment >= segmentCount())
        return false;
    const qreal before = scrollOf(id);
    const qreal after = std::clamp(value, 0.0, scrollRange(id));
    if (after == before)
        return false;
    if (const Inner *inner = innerOf(id))
        m_innerScroll[inner->key] = after;
    else
        m_blocks[m_segments.at(static_cast<size_t>(id.segment)).block].scroll = after;
    return true;
}

bool MessageDocument::reveal(const Range &range)
{
    const int segment = range.from.segment;
    if (segment < 0 || segment >= segmentCount())
        return false;
    layOut(segment);
    const QTextDocument &document = ensure(segment);
    const BlockId id = blockOf(segment, document.findBlock(range.from.position));
    if (scrollRange(id) <= 0)
        return false;
    const qreal now = scrollOf(id);
    const auto [first, last] = sides(id);
    const qreal start = first + shiftOf(id) - now; // of the block, in its document
    const auto xOf = [&document, start](int position) {
        const QTextBlock block = document.findBlock(position);
        const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
        const qreal left = document.documentLayout()->blockBoundingRect(block).left() - start;
        return line.isValid() ? left + line.cursorToX(position - block.position()) : left;
    };
    const qreal from = xOf(range.from.position);
    const qreal to = range.to.segment == segment ? xOf(range.to.position) : from;
    const qreal margin = m_style.padding * 3;
    if (qMin(from, to) - margin < now)
        return scrollBlock(id, qMin(from, to) - margin);
    return qMax(from, to) + margin > now + last - first && scrollBlock(id, qMax(from, to) + margin - (last - first));
}

void MessageDocument::paintScroll(QPainter &painter, const BlockId &block) const
{
    const BlockScroll scroll = scrollOfBlock(block);
    if (scroll.thumb.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = scroll.thumb.height() / 2;
    painter.setBrush(m_style.border);
    painter.drawRoundedRect(QRectF(scroll.track.left(), scroll.thumb.top(), scroll.track.width(), scroll.thumb.height()), radius, radius);
    painter.setBrush(m_style.subtle);
    painter.drawRoundedRect(scroll.thumb, radius, radius);
    painter.restore();
}

} // namespace desk
