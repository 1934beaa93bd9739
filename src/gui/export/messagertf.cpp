#include "gui/export/messagertf.h"

#include "gui/export/markdownpieces.h"
#include "gui/text/markdownrenderer.h"
#include "gui/text/markdownsplitter.h"
#include "gui/text/rtfwriter.h"
#include "gui/text/safetextdocument.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxSource = 512 * 1024; // characters

// A table of more rows than the renderer shows.
bool isCut(const QList<MarkdownPiece> &pieces, QStringView text)
{
    return std::any_of(pieces.cbegin(), pieces.cend(), [text](const MarkdownPiece &piece) {
        const QStringView source = text.sliced(piece.start, piece.end - piece.start);
        return piece.kind == MarkdownPiece::Kind::Text && source.count(u'\n') > MarkdownRenderer::maxRows && source.contains(u'|');
    });
}

} // namespace

bool addToRtf(const Message &message, RtfWriter &rtf)
{
    if (message.content.size() > maxSource)
        return false;
    if (message.role == Role::User) {
        rtf.addLines(message.content);
        return true;
    }
    MarkdownSplitter splitter;
    splitter.feed(message.content, true);
    if (isCut(splitter.pieces(), message.content))
        return false;
    MarkdownRenderer renderer{MarkdownStyle()};
    renderer.setHighlighting(false);
    forEachMarkdownPiece(message.content, [&](const MarkdownPiece &piece, QStringView source, QStringView definitions) {
        SafeTextDocument document;
        if (piece.kind == MarkdownPiece::Kind::Code)
            renderer.renderCode(source, piece.language, document, piece.first, piece.last);
        else
            renderer.render(markdownSource(piece, message.content), document, source.contains(u'[') ? definitions : QStringView());
        rtf.add(document);
    });
    return true;
}

} // namespace desk
