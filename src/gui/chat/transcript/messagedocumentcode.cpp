// The part of MessageDocument for what a person may choose about code: whether its long lines are wrapped, and numbers beside them. Numbers
// and the marks of a diff are painted, so that neither a selection nor a search ever meets them.
#include "gui/chat/transcript/messagedocument.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 blocksInPiece = 1 << 16;

// What begins a new line in the document.
int lineEnds(QStringView source)
{
    return static_cast<int>(std::count_if(source.begin(), source.end(), [](QChar c) { return c == u'\n' || c == QChar::LineSeparator; }));
}

enum class Change { None, Added, Removed };

Change changeOf(QStringView line)
{
    if (line.startsWith(u"+++ ") || line.startsWith(u"--- ")) // names of files
        return Change::None;
    return line.startsWith(u'+') ? Change::Added : line.startsWith(u'-') ? Change::Removed : Change::None;
}

bool isDiff(const QTextBlockFormat &format)
{
    const CodeLanguage *language = CodeLanguage::find(format.stringProperty(markdown::CodeLanguage));
    return language != nullptr && language->grammar == CodeLanguage::Grammar::Diff;
}

} // namespace

void MessageDocument::setTurnedWraps(const QSet<qint64> &keys)
{
    if (keys == m_turnedWraps)
        return;
    m_turnedWraps = keys;
    for (auto &[start, block] : m_blocks)
        block.width = 0;
    for (Segment &segment : m_segments) {
        if (!segment.wide && segment.inner.empty())
            continue;
        segment.document.reset();
        segment.exact = false;
    }
}

qint64 MessageDocument::wrapKey(const BlockId &id) const
{
    const Inner *inner = innerOf(id);
    return inner == nullptr ? m_segments.at(static_cast<size_t>(id.segment)).block * blocksInPiece
                            : inner->key.first * blocksInPiece + inner->key.second + 1;
}

bool MessageDocument::wraps(const BlockId &id) const
{
    return m_style.wrapsCode != m_turnedWraps.contains(wrapKey(id));
}

// Long code comes in pieces: a number is known from those before it. Each is counted once.
void MessageDocument::countLines(int segment)
{
    int known = segment;
    while (m_segments.at(static_cast<size_t>(known)).firstLine == 0 && m_segments.at(static_cast<size_t>(known)).joined && known > 0)
        --known;
    Segment &first = m_segments.at(static_cast<size_t>(known));
    first.firstLine = qMax(1, first.firstLine);
    for (; known < segment; ++known) {
        const Segment &before = m_segments.at(static_cast<size_t>(known));
        const MarkdownPiece &piece = before.pieces.first();
        m_segments.at(static_cast<size_t>(known) + 1).firstLine =
            before.firstLine + lineEnds(QStringView(m_text).mid(piece.start, piece.end - piece.start));
    }
}

// Where a long line is wrapped, its number stands at the first part, and its mark at all of them.
void MessageDocument::paintLines(QPainter &painter, int segment, const QTextBlock &block, const QRectF &box, const QRectF &clip) const
{
    const QTextBlockFormat format = block.blockFormat();
    const qreal gutter = format.doubleProperty(markdown::CodeGutter);
    const bool marked = isDiff(format);
    if (gutter <= 0 && !marked)
        return;
    const Segment &own = m_segments.at(static_cast<size_t>(segment));
    const qsizetype start = own.pieces.first().start;
    const bool continues = own.joined && start > 0 && m_text.at(start - 1) != u'\n'; // a line cut in two
    const QString text = block.text();
    const QRectF rect = block.document()->documentLayout()->blockBoundingRect(block);
    int number = own.joined ? own.firstLine : 1;
    Change change = Change::None;
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        const int from = line.textStart();
        const bool begins = i == 0 ? !continues : text.at(from - 1) == QChar::LineSeparator;
        if (begins && i > 0)
            ++number;
        if (begins)
            change = marked ? changeOf(QStringView(text).sliced(from)) : Change::None;
        const QRectF place(box.left(), rect.top() + line.y(), qMax(0.0, gutter - m_style.padding * 0.2), line.height());
        if (place.bottom() < clip.top() || place.top() > clip.bottom())
            continue;
        if (change != Change::None)
            painter.fillRect(QRectF(place.left(), place.top(), qMax(3.0, m_style.gap * 0.35), place.height()),
                             m_style.code.of(change == Change::Added ? CodeToken::Added : CodeToken::Removed));
        if (gutter > 0 && begins)
            painter.drawText(place, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, QString::number(number));
    }
}

} // namespace desk
