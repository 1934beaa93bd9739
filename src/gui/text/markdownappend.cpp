#include "gui/text/markdownappend.h"

#include "gui/text/highlight/codelexer.h"
#include "gui/text/markdownrenderer.h"
#include "gui/text/markdownsplitter.h"

namespace desk {

void appendMarkdown(QStringView text, const MarkdownStyle &style, QTextDocument &document)
{
    const MarkdownRenderer renderer(style);
    MarkdownSplitter splitter;
    splitter.feed(text, true);
    CodeState state;
    for (const MarkdownPiece &piece : splitter.pieces()) {
        if (piece.kind != MarkdownPiece::Kind::Code) {
            renderer.render(markdownSource(piece, text), document);
            continue;
        }
        const QStringView code = text.sliced(piece.start, piece.end - piece.start);
        state = piece.first ? CodeState() : state;
        renderer.renderCode(code, piece.language, document, piece.first, piece.last, state);
        const CodeLanguage *language = piece.last ? nullptr : CodeLanguage::find(piece.language);
        if (language == nullptr)
            continue;
        CodeLexer lexer(*language, code, state);
        static_cast<void>(lexer.run());
        state = lexer.state();
    }
}

} // namespace desk
