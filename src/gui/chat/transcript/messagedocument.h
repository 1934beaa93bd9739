#pragma once

#include "gui/chat/table/tabledata.h"
#include "gui/text/highlight/codelexer.h"
#include "gui/text/markdownsplitter.h"
#include "gui/text/markdownstyle.h"
#include "gui/text/textmatcher.h"

#include <QAbstractTextDocumentLayout>
#include <QPointF>
#include <QRectF>
#include <QSet>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QPainter;
class QTextBlock;
class QTextDocument;

namespace desk {

class RtfWriter;

// A place in the shown text of one message.
struct TextPlace {
    int segment = -1;
    int position = 0;

    friend auto operator<=>(const TextPlace &, const TextPlace &) = default;
};

struct TextRange {
    TextPlace from;
    TextPlace to;
};

// What is painted over the text: the selection, what a search looks for, and which match it is at.
struct TextMarks {
    TextRange selection;
    const TextMatcher *matcher = nullptr;
    TextRange match;
};

// The shown text of one message: finished segments, each a QTextDocument of its own that exists only near what is looked at, and while
// the answer streams a tail, the only part that is rendered again (design 3.9, REND-14). Heights of segments that were not looked at
// are estimates. One rebuild at the end, because link definitions reach across segments.
//
// Coordinates: device independent pixels from the top left of the text. GUI thread.
class MessageDocument
{
public:
    enum class Mode { Markdown, Plain }; // Plain keeps every line break: what people type

    struct Link {
        TextPlace start;
        int length = 0;
        QString href;
        QString label;
    };
    struct CodeBox {
        QRectF box;
        QRectF header; // label and copy button; empty for a continuation
        QString language;
        int segment = 0;
        int block = 0;
        qint64 key = 0;       // of the block, see setTurnedWraps()
        bool wraps = false;   // its long lines
        bool canWrap = false; // it has some, or wraps them
    };

    struct TableBox {
        QRectF box;
        int segment = 0;
        int index = 0; // of the tables of the segment
    };
    // Code or a table that may scroll by itself: a segment, or the n-th inside the lists and quotes of a segment.
    struct BlockId {
        int segment = -1;
        int inner = -1;
    };
    // Of a code block or a table that is wider than the text: it scrolls by itself, and nothing else moves.
    struct BlockScroll {
        QRectF track;
        QRectF thumb;
        BlockId block;
        qreal top = 0;   // of the block
        qreal value = 0; // from 0, pixels
        qreal maximum = 0;
    };
    struct Image { // the card of one, or the picture itself
        TextPlace start;
        int length = 0;
        QString source; // as it was written
        QString label;
        bool isShown = false;
    };
    using Range = TextRange;
    using Marks = TextMarks;

    explicit MessageDocument(const MarkdownStyle &style);
    ~MessageDocument();
    MessageDocument(MessageDocument &&) noexcept;
    MessageDocument &operator=(MessageDocument &&) noexcept;

    // Text that continues the previous one costs only its tail. complete: the message is finished.
    void setText(const QString &text, Mode mode, bool complete);
    void setWidth(qreal width);
    // Blocks of code, by CodeBox::key, whose long lines are treated the other way than MarkdownStyle::wrapsCode says (CH-42).
    void setTurnedWraps(const QSet<qint64> &keys);

    // Lays out the segments that touch [from, to]; true if a height changed, and then what lies below has moved.
    bool measure(qreal from, qreal to);
    [[nodiscard]] qreal height() const;
    [[nodiscard]] qreal idealWidth(); // of the longest line, at most the width; full width for long texts
    [[nodiscard]] int segmentCount() const { return static_cast<int>(m_segments.size()); }
    [[nodiscard]] qreal segmentTop(int segment) const;
    [[nodiscard]] bool isExact(int segment) const { return m_segments.at(static_cast<size_t>(segment)).exact; }
    [[nodiscard]] int segmentAt(qreal y) const;
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    void paint(QPainter &painter, const QRectF &clip, const QPalette &palette, const Marks &marks = {});

    // Where a block scrolls, only what can be seen of it is hit. Of two links to one place, the one under the point.
    [[nodiscard]] int linkAt(const QPointF &point); // its number in links(); -1: none
    [[nodiscard]] TextPlace placeAt(const QPointF &point);
    [[nodiscard]] QRectF rectOf(const Link &link);
    [[nodiscard]] QList<Link> links();                        // of the segments that are laid out
    [[nodiscard]] QList<CodeBox> codeBoxes();                 // of the segments that are laid out
    [[nodiscard]] QList<BlockScroll> blockScrolls();          // of the segments that are laid out
    [[nodiscard]] BlockId scrollableAt(const QPointF &point); // without a segment: nothing there scrolls
    bool scrollBlock(const BlockId &block, qreal value);      // true if it moved
    [[nodiscard]] qreal blockScroll(const BlockId &block) const { return scrollOf(block); }
    // How far the point is left (below 0) or right of the scrolling block beside it; 0 also when the place is not in that block.
    [[nodiscard]] qreal distanceBeside(const QPointF &point, const TextPlace &place);
    bool reveal(const Range &range);     // scrolls its block so that it can be seen; true if it moved
    [[nodiscard]] QList<Image> images(); // of the segments that are laid out
    [[nodiscard]] QRectF rectOf(const Image &image);
    void setPictures(std::shared_ptr<const MarkdownPictures> pictures); // those a person asked to see
    [[nodiscard]] QString codeText(const CodeBox &box) const;           // exact, without the last line end
    [[nodiscard]] QList<TableBox> tableBoxes();                         // of the segments that are laid out
    [[nodiscard]] TableData tableData(const TableBox &box) const;       // whole, from the source
    [[nodiscard]] QString codeLanguage(const CodeBox &box) const { return box.language; }
    [[nodiscard]] QString selectedText(TextPlace from, TextPlace to); // formulas as they were written
    [[nodiscard]] QString selectedHtml(TextPlace from, TextPlace to);
    [[nodiscard]] QString selectedMarkdown(TextPlace from, TextPlace to);
    void addSelectionTo(RtfWriter &rtf, TextPlace from, TextPlace to);
    [[nodiscard]] TextPlace endPlace(); // builds the last segment only
    [[nodiscard]] QString mathAt(const QPointF &point);
    [[nodiscard]] QStringList formulas(); // of the segments that are laid out
    // The n-th match in the shown text, from 0; an empty range when there are fewer. Builds the segment it is in.
    [[nodiscard]] Range findMatch(const TextMatcher &matcher, int number);
    [[nodiscard]] QRectF rectOf(const Range &range);
    [[nodiscard]] std::pair<TextPlace, TextPlace> wordAt(const QPointF &point);
    [[nodiscard]] QString plainText(); // builds everything: for tests and for short texts
    [[nodiscard]] int liveDocuments() const;
    [[nodiscard]] int renderCount() const { return m_renders; }
    [[nodiscard]] QTextDocument &document(int segment) { return ensure(segment); }

private:
    struct Inner {                     // code or a table inside a list or a quote
        std::pair<qsizetype, int> key; // start of its piece, number in it: stays when the segment is rendered again
        int block = 0;                 // of the document: the code, or the first cell
        bool isTable = false;
        bool mirrored = false; // the text around runs from the right
        qreal indent = 0;
        qreal width = 0;  // wanted
        qreal bar = 0;    // room for the scroll bar
        qreal gutter = 0; // of the numbers of its lines, part of the width
        QRectF area;      // where it can be seen, from the top of the document
    };
    struct Band { // of a document: what is painted with one shift
        QRectF clip;
        qreal shift = 0;
    };
    struct Segment {
        QList<MarkdownPiece> pieces;
        std::unique_ptr<QTextDocument> document;
        qreal height = 0;
        qreal inset = 0; // above the document: its own first margin does not count
        bool exact = false;
        bool hasTables = false;             // shown as the width allows
        bool joined = false;                // continues the code of the segment before: no gap
        bool wide = false;                  // code or a table alone: may be wider than the text
        qsizetype block = 0;                // where in the text the block starts that it is a part of
        qreal bar = 0;                      // room for the scroll bar
        qreal gutter = 0;                   // of a wide one: of the numbers of its lines
        int firstLine = 0;                  // of code: the number of its first line; 0: not counted
        std::optional<CodeState> codeState; // what the segment before leaves open
        std::vector<int> pieceBlocks;       // of the document: where each piece begins
        std::vector<Inner> inner;
    };

    struct Block { // a wide one, by where it starts
        qreal width = 0;
        qreal scroll = 0;
    };

    void rebuild(bool complete);
    void layOut(int segment);
    void fitDocument(int segment, QTextDocument &document);
    [[nodiscard]] bool isWide(const MarkdownPiece &piece) const;
    [[nodiscard]] bool endsBlock(int segment) const;
    [[nodiscard]] qint64 wrapKey(const BlockId &block) const;
    [[nodiscard]] bool wraps(const BlockId &block) const;
    void countLines(int segment);
    [[nodiscard]] qreal scrollOf(const BlockId &block) const;
    [[nodiscard]] qreal scrollRange(const BlockId &block) const;
    [[nodiscard]] qreal shiftOf(const BlockId &block) const;  // from where it is in its document to where it is seen, leftwards
    [[nodiscard]] QPointF origin(const BlockId &block) const; // of its document
    [[nodiscard]] std::pair<qreal, qreal> sides(const BlockId &block) const;   // left and right of what can be seen
    [[nodiscard]] QPointF inDocument(const QPointF &point, int segment) const; // of what is seen there: never of what is scrolled away
    [[nodiscard]] QRectF visiblePart(const QRectF &rect, const BlockId &block) const;
    [[nodiscard]] BlockScroll scrollOfBlock(const BlockId &block) const;
    void paintScroll(QPainter &painter, const BlockId &block) const;
    void findInner(int segment, QTextDocument &document);
    void placeInner(int segment, QTextDocument &document);
    [[nodiscard]] QRectF tableArea(const QTextBlock &inside) const;
    [[nodiscard]] qreal innerRoom(const Inner &inner) const;
    [[nodiscard]] const Inner *innerOf(const BlockId &block) const; // null: a segment
    [[nodiscard]] BlockId blockAt(const QPointF &point, int segment) const;
    [[nodiscard]] BlockId blockOf(int segment, const QTextBlock &block) const;
    [[nodiscard]] std::vector<Band> bands(int segment, qreal height) const;
    void addSegments(qsizetype firstPiece, bool grouped);
    void startSegment(const MarkdownPiece &piece, bool wide);
    void setTail();
    void collectDefinitions();
    void splitPlain();
    QTextDocument &ensure(int segment);
    void fill(int segment, QTextDocument &document);
    [[nodiscard]] const CodeState &codeStateBefore(int segment);
    [[nodiscard]] qreal documentTop(int segment) const;
    [[nodiscard]] QString plainSegment(int segment) const;
    [[nodiscard]] qreal measuredHeight(Segment &segment) const;
    void invalidateTops(int from) { m_validTops = qMin(m_validTops, from); }
    void updateTops() const;
    void dropFarDocuments(int first, int last);
    [[nodiscard]] qreal estimate(const Segment &segment) const;
    [[nodiscard]] CodeBox codeBox(int segment, const QTextBlock &block) const;
    void drawBands(QPainter &painter, int segment, const QAbstractTextDocumentLayout::PaintContext &context);
    void paintDecorations(QPainter &painter, int segment, const QRectF &clip) const;
    void paintBlock(QPainter &painter, int segment, const QTextBlock &block, const QRectF &clip) const;
    void paintLines(QPainter &painter, int segment, const QTextBlock &block, const QRectF &box, const QRectF &clip) const;

    MarkdownStyle m_style;
    Mode m_mode = Mode::Markdown;
    QString m_text;
    QString m_definitions;
    MarkdownSplitter m_splitter;
    std::vector<Segment> m_segments;
    std::map<qsizetype, Block> m_blocks;
    std::map<std::pair<qsizetype, int>, qreal> m_innerScroll;
    QSet<qint64> m_turnedWraps;
    mutable std::vector<qreal> m_tops; // one more than segments: the last is the height
    mutable int m_validTops = 0;
    qsizetype m_usedPieces = 0;
    bool m_hasTail = false;
    bool m_complete = true;
    qreal m_width = 400;
    int m_renders = 0;
};

} // namespace desk
