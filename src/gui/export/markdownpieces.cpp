#include "gui/export/markdownpieces.h"

#include "gui/text/markdownsplitter.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDefinitions = 64;
constexpr qsizetype maxDefinition = 2300; // characters

QString definitionsOf(QStringView markdown)
{
    QString out;
    int count = 0;
    if (!markdown.contains("]:"_L1))
        return out;
    for (const QStringView line : markdown.tokenize(u'\n')) {
        const bool isOne = line.trimmed().startsWith(u'[') && line.contains("]:"_L1) && line.size() < maxDefinition &&
                           !line.startsWith("    "_L1) && !line.startsWith(u'\t');
        if (isOne && ++count <= maxDefinitions)
            out += line.toString() + u'\n';
    }
    return out;
}

} // namespace

void forEachMarkdownPiece(QStringView markdown, const MarkdownPieceUser &use)
{
    const QString definitions = definitionsOf(markdown);
    MarkdownSplitter splitter;
    splitter.feed(markdown, true);
    for (const MarkdownPiece &piece : splitter.pieces())
        use(piece, markdown.sliced(piece.start, piece.end - piece.start), definitions);
}

} // namespace desk
