#include "gui/chat/transcript/messagetext.h"

#include "gui/text/htmltarget.h"
#include "gui/text/markdownrenderer.h"
#include "gui/text/markdownsplitter.h"

namespace desk {

void renderMessage(QStringView text, MarkdownTarget &target)
{
    MarkdownSplitter splitter;
    splitter.feed(text, true);
    for (const MarkdownPiece &piece : splitter.pieces()) {
        if (piece.kind == MarkdownPiece::Kind::Code) {
            target.beginCode(piece.language, piece.first, piece.last);
            target.addCode(text.sliced(piece.start, piece.end - piece.start));
            target.endCode();
        } else {
            MarkdownRenderer::parse(markdownSource(piece, text), target);
        }
    }
}

QString messageHtml(const Message &message)
{
    if (message.content.size() > maxHtmlSource)
        return {};
    HtmlTarget html;
    if (message.role == Role::User)
        html.addPlain(message.content);
    else
        renderMessage(message.content, html);
    return html.html();
}

} // namespace desk
