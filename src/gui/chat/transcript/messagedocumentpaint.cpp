// The part of MessageDocument that needs geometry: painting, hits, selection.
#include "gui/chat/transcript/messagedocument.h"
#include "gui/text/documentrange.h"
#include "gui/text/rtfwriter.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QRectF lineRect(const QTextBlock &block, const QRectF &blockRect)
{
    const QTextLayout *layout = block.layout();
    if (layout == nullptr || layout->lineCount() == 0)
        return blockRect;
    return layout->lineAt(0).rect().translated(blockRect.topLeft());
}

// "C++" for "cpp"; what is not known is shown as it was written.
QString languageLabel(const QString &name)
{
    const CodeLanguage *language = CodeLanguage::find(name);
    const bool family =
        language != nullptr && (language->name.compare(name, Qt::CaseInsensitive) == 0 || language->fileExtension == name.toLower());
    return family ? language->name : name;
}

QRectF blockRectOf(const QTextBlock &block)
{
    return block.document()->documentLayout()->blockBoundingRect(block);
}

} // namespace

void MessageDocument::paint(QPainter &painter, const QRectF &clip, const QPalette &palette, const Marks &marks)
{
    for (int i = qMax(0, segmentAt(clip.top())); i < segmentCount() && segmentTop(i) < clip.bottom(); ++i) {
        QTextDocument &document = ensure(i);
        const qreal top = documentTop(i);
        painter.save();
        painter.translate(0, top);
        QRectF visible = clip.translated(0, -top);
        paintDecorations(painter, i, visible);
        const BlockId whole{i, -1};
        const qreal scroll = scrollOf(whole);
        if (scrollRange(whole) > 0) {
            painter.setClipRect(visiblePart(QRectF({}, document.size()), whole).adjusted(1, -m_style.padding, -1, m_style.padding),
                                Qt::IntersectClip);
            painter.translate(-scroll, 0);
            visible.translate(scroll, 0);
        }
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette = palette;
        context.palette.setColor(QPalette::Text, m_style.text);
        context.clip = visible;
        if (marks.matcher != nullptr)
            context.selections += marks.matcher->selections(document, palette);
        const auto mark = [&](const Range &range, const QBrush &background, const QBrush &foreground) {
            if (range.from.segment < 0 || range.from.segment > i || range.to.segment < i || range.from == range.to)
                return;
            QAbstractTextDocumentLayout::Selection selection;
            selection.cursor = QTextCursor(&document);
            selection.cursor.setPosition(range.from.segment == i ? range.from.position : 0);
            if (range.to.segment == i)
                selection.cursor.setPosition(range.to.position, QTextCursor::KeepAnchor);
            else
                selection.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
            selection.format.setBackground(background);
            selection.format.setForeground(foreground);
            context.selections << selection;
        };
        mark(marks.match, palette.highlight(), palette.highlightedText());
        mark(marks.selection, palette.highlight(), palette.highlightedText());
        drawBands(painter, i, context);
        painter.restore();
        paintScroll(painter, whole);
        for (int inner = 0; inner < static_cast<int>(m_segments.at(static_cast<size_t>(i)).inner.size()); ++inner)
            paintScroll(painter, {i, inner});
    }
}

void MessageDocument::drawBands(QPainter &painter, int segment, const QAbstractTextDocumentLayout::PaintContext &context)
{
    QTextDocument &document = ensure(segment);
    const std::vector<Band> all = bands(segment, document.size().height());
    if (all.size() == 1) {
        document.documentLayout()->draw(&painter, context);
        return;
    }
    for (const Band &band : all) {
        QAbstractTextDocumentLayout::PaintContext part = context;
        const qreal top = qMax(band.clip.top(), context.clip.top());
        const qreal bottom = qMin(band.clip.bottom(), context.clip.bottom());
        if (bottom <= top)
            continue;
        part.clip = QRectF(0, top, m_width + band.shift, bottom - top);
        painter.save();
        painter.setClipRect(band.clip, Qt::IntersectClip);
        painter.translate(-band.shift, 0);
        document.documentLayout()->draw(&painter, part);
        painter.restore();
    }
}

void MessageDocument::paintDecorations(QPainter &painter, int segment, const QRectF &clip) const
{
    const QTextDocument &document = *m_segments.at(static_cast<size_t>(segment)).document;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        if (format.propertyCount() == 0)
            continue;
        const QRectF rect = blockRectOf(block);
        if (rect.top() > clip.bottom() + m_style.gap * 8)
            break;
        if (rect.bottom() + m_style.gap * 8 >= clip.top())
            paintBlock(painter, segment, block, clip);
    }
}

void MessageDocument::paintBlock(QPainter &painter, int segment, const QTextBlock &block, const QRectF &clip) const
{
    const QTextBlockFormat format = block.blockFormat();
    const QRectF rect = blockRectOf(block);
    const Inner *inner = innerOf(blockOf(segment, block));
    const bool rtl = inner != nullptr ? inner->mirrored : block.textDirection() == Qt::RightToLeft;
    painter.setRenderHint(QPainter::Antialiasing);
    if (format.hasProperty(markdown::CodeText)) {
        const CodeBox box = codeBox(segment, block);
        const qreal radius = m_style.gap * 0.8;
        painter.save();
        painter.setClipRect(box.box, Qt::IntersectClip);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_style.codeBackground);
        painter.drawRoundedRect(box.box.adjusted(0, format.boolProperty(markdown::CodeFirst) ? 0 : -radius * 2, 0,
                                                 format.boolProperty(markdown::CodeLast) ? 0 : radius * 2),
                                radius, radius);
        painter.setPen(m_style.subtle);
        painter.setFont(m_style.codeFont);
        painter.drawText(box.header.adjusted(m_style.padding * 1.2, 0, -m_style.padding, 0),
                         Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter, languageLabel(box.language));
        paintLines(painter, segment, block, box.box, clip);
        painter.restore();
    }
    const int quotes = format.intProperty(markdown::QuoteDepth);
    for (int depth = 0; depth < quotes; ++depth) {
        const qreal x = depth * m_style.indent + m_style.indent * 0.25;
        const qreal width = qMax(2.0, m_style.indent * 0.12);
        const QRectF bar(rtl ? m_width - x - width : x, rect.top() - m_style.gap * 0.5, width, rect.height() + m_style.gap * 1.0);
        painter.fillRect(bar, m_style.border);
    }
    if (format.boolProperty(markdown::Rule))
        painter.fillRect(QRectF(0, std::floor(rect.center().y()), m_width, 1), m_style.border);
    if (const QString mark = format.stringProperty(markdown::ListMark); !mark.isEmpty()) {
        const QRectF line = lineRect(block, rect);
        const qreal edge = format.indent() * m_style.indent;
        const qreal gap = m_style.indent * 0.3;
        const qreal room = m_style.indent * 4;
        const QRectF place = rtl ? QRectF(m_width - edge + gap, line.top(), room, line.height())
                                 : QRectF(edge - gap - room, line.top(), room, line.height());
        const Qt::LayoutDirection outer = painter.layoutDirection();
        painter.setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
        painter.setFont(m_style.font);
        painter.setPen(m_style.text);
        const int side = rtl ? Qt::AlignLeft : Qt::AlignRight;
        painter.drawText(place, side | Qt::AlignVCenter | Qt::AlignAbsolute, mark);
        painter.setLayoutDirection(outer);
    }
}

MessageDocument::CodeBox MessageDocument::codeBox(int segment, const QTextBlock &block) const
{
    const QTextBlockFormat format = block.blockFormat();
    const QRectF rect = blockRectOf(block);
    const bool first = format.boolProperty(markdown::CodeFirst);
    const bool last = format.boolProperty(markdown::CodeLast);
    const qreal label = first ? QFontMetricsF(m_style.codeFont).height() * 1.3 : 0;
    const qreal indent = format.indent() * m_style.indent;
    const Inner *inner = innerOf(blockOf(segment, block));
    CodeBox box;
    box.box =
        QRectF(inner != nullptr && inner->mirrored ? 0 : indent, rect.top() - (first ? m_style.padding + label : 0), m_width - indent, 0);
    box.box.setBottom(rect.bottom() + (last ? m_style.padding : 0) + m_segments.at(static_cast<size_t>(segment)).bar +
                      (inner != nullptr ? inner->bar : 0));
    if (first)
        box.header = QRectF(box.box.left(), box.box.top() + m_style.padding * 0.3, box.box.width(), label + m_style.padding * 0.4);
    box.language = format.stringProperty(markdown::CodeLanguage);
    box.segment = segment;
    box.block = block.blockNumber();
    return box;
}

QList<MessageDocument::CodeBox> MessageDocument::codeBoxes()
{
    QList<CodeBox> boxes;
    for (int i = 0; i < segmentCount(); ++i) {
        const Segment &segment = m_segments.at(static_cast<size_t>(i));
        if (segment.document == nullptr || !segment.exact)
            continue;
        for (QTextBlock block = segment.document->begin(); block.isValid(); block = block.next()) {
            if (!block.blockFormat().hasProperty(markdown::CodeText))
                continue;
            CodeBox box = codeBox(i, block);
            box.box.translate(0, documentTop(i));
            box.header.translate(0, documentTop(i));
            const BlockId id = blockOf(i, block);
            const bool isAlone = segment.wide || id.inner >= 0; // else its lines fit everywhere
            box.key = wrapKey(id);
            box.wraps = isAlone && wraps(id);
            box.canWrap = box.wraps || (isAlone && scrollRange(id) > 0);
            boxes << box;
        }
    }
    return boxes;
}

QList<MessageDocument::Link> MessageDocument::links()
{
    QList<Link> links;
    for (int i = 0; i < segmentCount(); ++i) {
        const Segment &segment = m_segments.at(static_cast<size_t>(i));
        if (segment.document == nullptr || !segment.exact)
            continue;
        for (QTextBlock block = segment.document->begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().hasProperty(markdown::CodeText))
                continue; // many runs, never a link
            for (auto run = block.begin(); !run.atEnd(); ++run) {
                const QTextFragment fragment = run.fragment();
                if (!fragment.charFormat().isAnchor())
                    continue;
                const QString href = fragment.charFormat().anchorHref();
                const bool continues = !links.isEmpty() && links.last().href == href && links.last().start.segment == i &&
                                       links.last().start.position + links.last().length == fragment.position();
                if (continues) {
                    links.last().length += fragment.length();
                    links.last().label += fragment.text();
                } else {
                    links << Link{{i, fragment.position()}, fragment.length(), href, fragment.text()};
                }
            }
        }
    }
    return links;
}

QList<MessageDocument::Image> MessageDocument::images()
{
    QList<Image> images;
    for (int i = 0; i < segmentCount(); ++i) {
        const Segment &segment = m_segments.at(static_cast<size_t>(i));
        if (segment.document == nullptr || !segment.exact || m_mode == Mode::Plain)
            continue;
        for (QTextBlock block = segment.document->begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().hasProperty(markdown::CodeText))
                continue;
            for (auto run = block.begin(); !run.atEnd(); ++run) {
                const QTextFragment fragment = run.fragment();
                const QString source = fragment.charFormat().stringProperty(markdown::ImageSource);
                if (source.isEmpty() || fragment.text() == QString(QChar(QChar::LineSeparator)))
                    continue;
                const bool picture = fragment.charFormat().isImageFormat();
                if (picture && !images.isEmpty() && images.last().source == source && images.last().start.segment == i) {
                    images.last().start.position = fragment.position();
                    images.last().length = 1;
                    images.last().isShown = true;
                } else {
                    images << Image{{i, fragment.position()}, fragment.length(), source, fragment.text(), picture};
                }
            }
        }
    }
    return images;
}

QRectF MessageDocument::rectOf(const Image &image)
{
    return rectOf(Link{image.start, image.length, {}, {}});
}

QRectF MessageDocument::rectOf(const Link &link)
{
    QTextDocument &document = ensure(link.start.segment);
    const QTextBlock block = document.findBlock(link.start.position);
    const QRectF blockRect = blockRectOf(block);
    const int from = link.start.position - block.position();
    const QTextLine line = block.layout()->lineForTextPosition(from);
    if (!line.isValid())
        return {};
    const int to = qMin(from + link.length, line.textStart() + line.textLength());
    const qreal left = line.cursorToX(from);
    const qreal right = line.cursorToX(to);
    const QRectF rect(qMin(left, right), line.y(), qAbs(right - left), line.height());
    const BlockId id = blockOf(link.start.segment, block);
    return visiblePart(rect.translated(blockRect.topLeft() + origin(id)), id);
}

int MessageDocument::linkAt(const QPointF &point)
{
    const int segment = segmentAt(point.y());
    if (segment < 0)
        return -1;
    const QTextDocument &document = ensure(segment);
    const QPointF inside = inDocument(point, segment);
    const int between = document.documentLayout()->hitTest(inside, Qt::ExactHit); // the nearest gap, which may be behind the letter
    if (between < 0 || inside != point - origin(blockAt(point, segment)))
        return -1;
    const QTextBlock block = document.findBlock(between);
    const QPointF own = inside - blockRectOf(block).topLeft();
    int position = -1;
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        if (own.y() >= line.y() && own.y() < line.y() + line.height())
            position = block.position() + line.xToCursor(own.x(), QTextLine::CursorOnCharacter);
    }
    const QList<Link> all = links();
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        const Link &link = all.at(i);
        if (link.start.segment == segment && position >= link.start.position && position < link.start.position + link.length)
            return i;
    }
    return -1;
}

TextPlace MessageDocument::placeAt(const QPointF &point)
{
    const int segment = segmentAt(point.y());
    if (segment < 0)
        return {};
    const QTextDocument &document = ensure(segment);
    const int position = document.documentLayout()->hitTest(inDocument(point, segment), Qt::FuzzyHit);
    return {segment, qMax(0, position)};
}

std::pair<TextPlace, TextPlace> MessageDocument::wordAt(const QPointF &point)
{
    const TextPlace place = placeAt(point);
    if (place.segment < 0)
        return {};
    QTextCursor cursor(&ensure(place.segment));
    cursor.setPosition(place.position);
    cursor.select(QTextCursor::WordUnderCursor);
    return {{place.segment, cursor.selectionStart()}, {place.segment, cursor.selectionEnd()}};
}

QList<MessageDocument::TableBox> MessageDocument::tableBoxes()
{
    QList<TableBox> boxes;
    for (int i = 0; i < segmentCount(); ++i) {
        const Segment &segment = m_segments.at(static_cast<size_t>(i));
        if (segment.document == nullptr || !segment.exact || !segment.hasTables)
            continue;
        int index = 0;
        const auto frames = segment.document->rootFrame()->childFrames();
        for (QTextFrame *frame : frames) {
            const auto *table = qobject_cast<QTextTable *>(frame);
            if (table == nullptr)
                continue;
            QRectF box = segment.document->documentLayout()->frameBoundingRect(frame);
            // Whether margins are part of that rectangle depends on what is above: the first cell tells.
            box.setTop(blockRectOf(table->cellAt(0, 0).firstCursorPosition().block()).top() -
                       table->format().toTableFormat().cellPadding());
            const BlockId id = blockOf(i, table->firstCursorPosition().block());
            if (const Inner *inner = innerOf(id)) {
                box.setLeft(inner->indent);
                box.setWidth(inner->width);
            }
            boxes << TableBox{visiblePart(box.translated(origin(id)), id), i, index++};
        }
    }
    return boxes;
}

QRectF MessageDocument::rectOf(const Range &range)
{
    if (range.from.segment < 0 || range.from.segment >= segmentCount())
        return {};
    Link link;
    link.start = range.from;
    link.length = range.to.segment == range.from.segment ? range.to.position - range.from.position : 1;
    return rectOf(link);
}

TextPlace MessageDocument::endPlace()
{
    const int last = segmentCount() - 1;
    return last < 0 ? TextPlace() : TextPlace{last, ensure(last).characterCount() - 1};
}

QString MessageDocument::mathAt(const QPointF &point)
{
    const TextPlace place = placeAt(point);
    if (place.segment < 0)
        return {};
    QTextCursor cursor(&ensure(place.segment));
    cursor.setPosition(place.position);
    const QString before = cursor.charFormat().stringProperty(markdown::MathSource);
    if (!before.isEmpty() || !cursor.movePosition(QTextCursor::NextCharacter))
        return before;
    return cursor.charFormat().stringProperty(markdown::MathSource);
}

QStringList MessageDocument::formulas()
{
    QStringList all;
    for (const Segment &segment : m_segments) {
        if (segment.document == nullptr)
            continue;
        for (QTextBlock block = segment.document->begin(); block.isValid(); block = block.next()) {
            for (auto run = block.begin(); !run.atEnd(); ++run) {
                const QString source = run.fragment().charFormat().stringProperty(markdown::MathSource);
                if (!source.isEmpty())
                    all << source;
            }
        }
    }
    return all;
}

QString MessageDocument::selectedText(TextPlace from, TextPlace to)
{
    QStringList parts;
    for (int i = from.segment; i >= 0 && i <= to.segment && i < segmentCount(); ++i) {
        const QTextDocument &document = ensure(i);
        const int start = i == from.segment ? from.position : 0;
        const int end = i == to.segment ? to.position : document.characterCount() - 1;
        parts << DocumentRange(document, start, end).text();
    }
    return parts.join(u'\n');
}

QString MessageDocument::selectedHtml(TextPlace from, TextPlace to)
{
    QString html;
    for (int i = from.segment; i >= 0 && i <= to.segment && i < segmentCount(); ++i) {
        const QTextDocument &document = ensure(i);
        const int start = i == from.segment ? from.position : 0;
        const int end = i == to.segment ? to.position : document.characterCount() - 1;
        html += DocumentRange(document, start, end).html();
    }
    return html;
}

void MessageDocument::addSelectionTo(RtfWriter &rtf, TextPlace from, TextPlace to)
{
    for (int i = from.segment; i >= 0 && i <= to.segment && i < segmentCount(); ++i) {
        const QTextDocument &document = ensure(i);
        const int start = i == from.segment ? from.position : 0;
        const int end = i == to.segment ? to.position : document.characterCount() - 1;
        rtf.add(document, start, end);
    }
}

QString MessageDocument::selectedMarkdown(TextPlace from, TextPlace to)
{
    QString text;
    for (int i = from.segment; i >= 0 && i <= to.segment && i < segmentCount(); ++i) {
        const QTextDocument &document = ensure(i);
        const int start = i == from.segment ? from.position : 0;
        const int end = i == to.segment ? to.position : document.characterCount() - 1;
        text += DocumentRange(document, start, end).markdown();
    }
    return text.trimmed();
}

} // namespace desk
