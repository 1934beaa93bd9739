#pragma once

#include <QStringView>

class QTextDocument;

namespace desk {

struct MarkdownStyle;

// A long Markdown text behind what the document has, piece by piece, so that the parser never sees more than its bound; code is coloured
// over the pieces of its block. The document must not be shown meanwhile. See MarkdownRenderer.
void appendMarkdown(QStringView text, const MarkdownStyle &style, QTextDocument &document);

} // namespace desk
