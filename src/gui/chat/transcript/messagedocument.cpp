#include "gui/chat/transcript/messagedocument.h"

#include "gui/chat/table/markdowntables.h"
#include "gui/chat/table/tablefit.h"
#include "gui/text/markdownrenderer.h"
#include "gui/text/plaintarget.h"
#include "gui/text/safetextdocument.h"
#include "gui/text/textlimiter.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype groupSize = 4096; // characters in one segment of a finished message
constexpr int maxLive = 48;           // laid out segments per message
constexpr qsizetype maxDefinitions = 200;

} // namespace

MessageDocument::MessageDocument(const MarkdownStyle &style)
    : m_style(style)
{
}

MessageDocument::~MessageDocument() = default;
MessageDocument::MessageDocument(MessageDocument &&) noexcept = default;
MessageDocument &MessageDocument::operator=(MessageDocument &&) noexcept = default;

void MessageDocument::setText(const QString &text, Mode mode, bool complete)
{
    if (mode == m_mode && complete == m_complete && text == m_text)
        return;
    const bool continues = mode == m_mode && mode == Mode::Markdown && !m_complete && text.startsWith(m_text);
    m_text = text;
    m_mode = mode;
    m_complete = complete;
    if (complete || !continues) {
        rebuild(complete);
        return;
    }
    m_splitter.feed(m_text, false);
    addSegments(m_usedPieces, false);
    setTail();
}

void MessageDocument::rebuild(bool complete)
{
    m_segments.clear();
    m_tops.clear();
    m_validTops = 0;
    m_usedPieces = 0;
    m_hasTail = false;
    m_definitions.clear();
    for (auto &[start, block] : m_blocks)
        block.width = 0;
    m_splitter.reset();
    if (m_mode == Mode::Plain) {
        splitPlain();
        return;
    }
    m_splitter.feed(m_text, complete);
    if (complete)
        collectDefinitions();
    addSegments(0, complete);
    if (!complete)
        setTail();
}

void MessageDocument::addSegments(qsizetype firstPiece, bool grouped)
{
    if (m_hasTail) {
        m_segments.pop_back();
        m_hasTail = false;
        invalidateTops(segmentCount());
    }
    const QList<MarkdownPiece> &pieces = m_splitter.pieces();
    qsizetype size = 0;
    bool afterWide = false;
    for (qsizetype i = firstPiece; i < pieces.size(); ++i) {
        const MarkdownPiece &piece = pieces.at(i);
        const bool whole = piece.first && piece.last;
        const bool wide = isWide(piece);
        const bool starts = !grouped || m_segments.empty() || size >= groupSize || !whole || size == 0 || wide || afterWide;
        if (starts) {
            startSegment(piece, wide);
            size = 0;
        }
        afterWide = wide;
        m_segments.back().pieces << piece;
        m_segments.back().height = estimate(m_segments.back());
        size = whole ? size + (piece.end - piece.start) + 1 : 0;
    }
    m_usedPieces = pieces.size();
    invalidateTops(0);
}

void MessageDocument::startSegment(const MarkdownPiece &piece, bool wide)
{
    const bool continues = !piece.first || piece.headEnd > piece.headStart; // code, or a table
    const qsizetype block = continues && !m_segments.empty() && m_segments.back().wide ? m_segments.back().block : piece.start;
    Segment segment;
    segment.joined = !piece.first;
    segment.wide = wide;
    segment.block = block;
    m_segments.push_back(std::move(segment));
}

void MessageDocument::setTail()
{
    const MarkdownPiece tail = m_splitter.tail(m_text.size());
    const bool openCode = tail.kind == MarkdownPiece::Kind::Code;
    if (!openCode && QStringView(m_text).mid(tail.start).trimmed().isEmpty())
        return;
    startSegment(tail, isWide(tail));
    m_segments.back().joined = openCode && !tail.first;
    m_segments.back().pieces << tail;
    m_segments.back().height = estimate(m_segments.back());
    m_hasTail = true;
    invalidateTops(segmentCount() - 1);
}

void MessageDocument::splitPlain()
{
    for (qsizetype start = 0; start < m_text.size();) {
        qsizetype end = m_text.size();
        if (end - start > groupSize) {
            end = m_text.lastIndexOf(u'\n', start + groupSize) + 1;
            if (end <= start)
                end = m_text.at(start + groupSize - 1).isHighSurrogate() ? start + groupSize - 1 : start + groupSize;
        }
        Segment segment;
        segment.pieces << MarkdownPiece{MarkdownPiece::Kind::Text, start, end, {}, true, true};
        segment.joined = start > 0;
        segment.height = estimate(segment);
        m_segments.push_back(std::move(segment));
        start = end;
    }
}

// "[name]: https://…" may stand anywhere in the message, its use in another segment.
void MessageDocument::collectDefinitions()
{
    qsizetype count = 0;
    for (const MarkdownPiece &piece : m_splitter.pieces()) {
        if (piece.kind != MarkdownPiece::Kind::Text)
            continue;
        const QStringView source = QStringView(m_text).mid(piece.start, piece.end - piece.start);
        if (!source.contains("]:"_L1))
            continue;
        for (const QStringView line : source.tokenize(u'\n')) {
            const bool indented = line.startsWith("    "_L1) || line.startsWith(u'\t');
            if (!indented && line.trimmed().startsWith(u'[') && line.contains("]:"_L1) && line.size() < 2300 && ++count <= maxDefinitions)
                m_definitions += line.toString() + u'\n';
        }
    }
}

qreal MessageDocument::estimate(const Segment &segment) const
{
    const QFontMetricsF metrics(m_style.font);
    const qreal perLine = qMax(8.0, m_width / qMax(1.0, metrics.averageCharWidth()));
    qreal lines = 0;
    for (const MarkdownPiece &piece : segment.pieces) {
        const QStringView source = QStringView(m_text).mid(piece.start, piece.end - piece.start);
        if (segment.wide && piece.kind == MarkdownPiece::Kind::Code && !m_style.wrapsCode)
            lines += static_cast<qreal>(source.count(u'\n')) + 1;
        else
            lines += qMax(std::ceil(static_cast<qreal>(source.size()) / perLine), static_cast<qreal>(source.count(u'\n')) * 0.9 + 1);
    }
    return lines * metrics.lineSpacing() * 1.18;
}

void MessageDocument::setWidth(qreal width)
{
    if (qFuzzyCompare(width, m_width))
        return;
    m_width = width;
    for (auto &[start, block] : m_blocks)
        block.width = 0;
    for (Segment &segment : m_segments) {
        segment.exact = false;
        if (segment.hasTables)
            segment.document.reset();
        if (segment.document == nullptr)
            segment.height = estimate(segment);
    }
    invalidateTops(0);
}

void MessageDocument::updateTops() const
{
    if (m_validTops == segmentCount() && m_tops.size() == m_segments.size() + 1)
        return;
    m_tops.resize(m_segments.size() + 1);
    m_tops.front() = 0;
    for (size_t i = static_cast<size_t>(m_validTops); i < m_segments.size(); ++i) {
        const bool gap = i + 1 < m_segments.size() && !m_segments.at(i + 1).joined;
        m_tops.at(i + 1) = m_tops.at(i) + m_segments.at(i).height + (gap ? m_style.gap : 0);
    }
    m_validTops = segmentCount();
}

qreal MessageDocument::height() const
{
    updateTops();
    return m_tops.empty() ? 0 : m_tops.back();
}

qreal MessageDocument::segmentTop(int segment) const
{
    updateTops();
    return m_tops.at(static_cast<size_t>(segment));
}

int MessageDocument::segmentAt(qreal y) const
{
    if (m_segments.empty())
        return -1;
    updateTops();
    const auto next = std::upper_bound(m_tops.cbegin(), m_tops.cend() - 1, y);
    return qMax(0, static_cast<int>(next - m_tops.cbegin()) - 1);
}

bool MessageDocument::measure(qreal from, qreal to)
{
    bool changed = false;
    const int first = qMax(0, segmentAt(from));
    int last = first;
    for (int i = first; i < segmentCount() && segmentTop(i) <= to; ++i) {
        Segment &segment = m_segments.at(static_cast<size_t>(i));
        last = i;
        if (segment.exact)
            continue;
        layOut(i);
        const qreal height = measuredHeight(segment);
        changed = changed || height != segment.height;
        segment.height = height;
        segment.exact = true;
        invalidateTops(i);
    }
    dropFarDocuments(first, last);
    return changed;
}

// QTextDocument ignores the margin above its first block and below its last: the edges of a code background need them.
qreal MessageDocument::measuredHeight(Segment &segment) const
{
    const QTextBlockFormat first = segment.document->begin().blockFormat();
    const QTextBlockFormat last = segment.document->lastBlock().blockFormat();
    segment.inset = first.hasProperty(markdown::CodeText) ? std::ceil(first.topMargin()) : 0;
    const qreal below = last.hasProperty(markdown::CodeText) ? std::ceil(last.bottomMargin()) : 0;
    return segment.inset + std::ceil(segment.document->size().height()) + below + segment.bar;
}

qreal MessageDocument::documentTop(int segment) const
{
    return segmentTop(segment) + m_segments.at(static_cast<size_t>(segment)).inset;
}

void MessageDocument::dropFarDocuments(int first, int last)
{
    if (liveDocuments() <= maxLive)
        return;
    for (int i = 0; i < segmentCount(); ++i) {
        if (i < first - 8 || i > last + 8)
            m_segments.at(static_cast<size_t>(i)).document.reset();
    }
}

int MessageDocument::liveDocuments() const
{
    return static_cast<int>(std::count_if(m_segments.cbegin(), m_segments.cend(), [](const Segment &s) { return s.document != nullptr; }));
}

QTextDocument &MessageDocument::ensure(int index)
{
    Segment &segment = m_segments.at(static_cast<size_t>(index));
    if (segment.document == nullptr) {
        auto document = std::make_unique<SafeTextDocument>();
        document->setDefaultFont(m_style.font);
        document->setIndentWidth(m_style.indent);
        fill(index, *document);
        fitDocument(index, *document);
        segment.document = std::move(document);
        static_cast<void>(measuredHeight(segment)); // sets the inset
        ++m_renders;
    }
    return *segment.document;
}

// Long code comes in pieces; whether one starts inside a comment is known only from those before it. Each is looked at once.
const CodeState &MessageDocument::codeStateBefore(int segment)
{
    int known = segment;
    while (!m_segments.at(static_cast<size_t>(known)).codeState && m_segments.at(static_cast<size_t>(known)).joined && known > 0)
        --known;
    Segment &first = m_segments.at(static_cast<size_t>(known));
    if (!first.codeState)
        first.codeState = CodeState();
    const CodeLanguage *language = CodeLanguage::find(first.pieces.first().language);
    for (; known < segment; ++known) {
        const Segment &before = m_segments.at(static_cast<size_t>(known));
        CodeState state = *before.codeState;
        const MarkdownPiece &piece = before.pieces.first();
        if (language != nullptr) {
            CodeLexer lexer(*language, QStringView(m_text).mid(piece.start, piece.end - piece.start), state);
            static_cast<void>(lexer.run());
            state = lexer.state();
        }
        m_segments.at(static_cast<size_t>(known) + 1).codeState = state;
    }
    return *m_segments.at(static_cast<size_t>(segment)).codeState;
}

void MessageDocument::fill(int index, QTextDocument &document)
{
    Segment &segment = m_segments.at(static_cast<size_t>(index));
    MarkdownStyle style = m_style;
    style.pictureWidth = m_width;
    MarkdownRenderer renderer(style);
    renderer.setHighlighting(!m_hasTail || index + 1 < segmentCount());
    segment.pieceBlocks.clear();
    for (const MarkdownPiece &piece : std::as_const(segment.pieces)) {
        segment.pieceBlocks.push_back(document.blockCount() - (document.lastBlock().length() == 1 ? 1 : 0));
        const QStringView source = QStringView(m_text).mid(piece.start, piece.end - piece.start);
        if (m_mode == Mode::Plain) {
            QStringView lines = source;
            if (lines.endsWith(u'\n'))
                lines.chop(1);
            QTextBlockFormat format;
            format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
            QTextCursor cursor(&document);
            cursor.setBlockFormat(format);
            cursor.insertText(displayText(lines, TextUse::Prose).replace(u'\n', QChar(QChar::LineSeparator)));
        } else if (piece.kind == MarkdownPiece::Kind::Code) {
            renderer.renderCode(source, piece.language, document, piece.first, piece.last,
                                piece.first ? CodeState() : codeStateBefore(index));
            segment.gutter = segment.wide ? document.lastBlock().blockFormat().doubleProperty(markdown::CodeGutter) : 0;
            if (m_style.numbersCode)
                countLines(index);
        } else {
            renderer.render(markdownSource(piece, m_text), document, source.contains(u'[') ? QStringView(m_definitions) : QStringView());
        }
    }
}

qreal MessageDocument::idealWidth()
{
    if (segmentCount() != 1)
        return m_segments.empty() ? 0 : m_width;
    QTextDocument &document = ensure(0);
    return qMin(m_width, std::ceil(document.idealWidth()));
}

QString MessageDocument::plainText()
{
    QStringList parts;
    for (int i = 0; i < segmentCount(); ++i)
        parts << ensure(i).toPlainText();
    return parts.join(u'\n');
}

void MessageDocument::setPictures(std::shared_ptr<const MarkdownPictures> pictures)
{
    if (pictures == m_style.pictures)
        return;
    m_style.pictures = std::move(pictures);
    for (Segment &segment : m_segments) {
        const bool touched = std::any_of(segment.pieces.cbegin(), segment.pieces.cend(), [this](const MarkdownPiece &piece) {
            return QStringView(m_text).mid(piece.start, piece.end - piece.start).contains("!["_L1);
        });
        if (!touched)
            continue;
        segment.document.reset();
        segment.exact = false;
    }
}

TableData MessageDocument::tableData(const TableBox &box) const
{
    TableData table;
    int index = box.index;
    for (size_t segment = static_cast<size_t>(box.segment); segment < m_segments.size(); ++segment) {
        for (const MarkdownPiece &piece : m_segments.at(segment).pieces) {
            if (piece.kind == MarkdownPiece::Kind::Code)
                continue;
            const bool continues = piece.headEnd > piece.headStart;
            if (index < 0 && !continues)
                return table;
            const QList<TableData> all = markdownTables(markdownSource(piece, m_text));
            if (index < 0 && !all.isEmpty())
                table.rows += all.first().rows;
            else if (index < all.size())
                table = all.at(index);
            const bool last = index >= 0 ? index + 1 == all.size() : all.size() == 1;
            index -= static_cast<int>(qMin<qsizetype>(all.size(), index + 1));
            if (index < 0 && !last)
                return table;
        }
    }
    return table;
}

QString MessageDocument::plainSegment(int index) const
{
    const Segment &segment = m_segments.at(static_cast<size_t>(index));
    PlainTarget target;
    for (const MarkdownPiece &piece : segment.pieces) {
        const QStringView source = QStringView(m_text).mid(piece.start, piece.end - piece.start);
        if (m_mode == Mode::Plain || piece.kind == MarkdownPiece::Kind::Code) {
            target.beginParagraph();
            target.addCode(source);
            target.endBlock();
        } else {
            MarkdownRenderer::parse(markdownSource(piece, m_text), target,
                                    source.contains(u'[') ? QStringView(m_definitions) : QStringView());
        }
    }
    return target.take();
}

MessageDocument::Range MessageDocument::findMatch(const TextMatcher &matcher, int number)
{
    for (int i = 0; i < segmentCount(); ++i) {
        const int count = matcher.count(plainSegment(i));
        if (number >= count) {
            number -= count;
            continue;
        }
        const auto found = matcher.inDocument(ensure(i));
        if (found.isEmpty())
            return {{i, 0}, {i, 0}};
        const auto [start, length] = found.at(qMin<qsizetype>(number, found.size() - 1));
        return {{i, start}, {i, start + length}};
    }
    return {};
}

QString MessageDocument::codeText(const CodeBox &box) const
{
    const auto index = static_cast<size_t>(box.segment);
    if (index >= m_segments.size())
        return {};
    const Segment &segment = m_segments.at(index);
    QString code;
    const MarkdownPiece &piece = segment.pieces.first();
    if (segment.pieces.size() == 1 && piece.kind == MarkdownPiece::Kind::Code) {
        size_t last = index;
        while (last + 1 < m_segments.size() && m_segments.at(last + 1).joined)
            ++last;
        code = m_text.mid(piece.start, m_segments.at(last).pieces.last().end - piece.start);
    } else if (segment.document != nullptr) {
        code = segment.document->findBlockByNumber(box.block).blockFormat().stringProperty(markdown::CodeText);
    }
    if (code.endsWith(u'\n'))
        code.chop(1);
    return code;
}

} // namespace desk
