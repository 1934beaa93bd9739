#pragma once

#include "gui/text/highlight/codelexer.h"
#include "gui/text/markdownstyle.h"

#include <QStringView>

class QTextDocument;

namespace desk {

class MarkdownTarget;

// Markdown → blocks at the end of a QTextDocument, through QTextCursor only: no HTML and no setMarkdown (REND-01). The set of what can
// come out is fixed: paragraphs, headings, emphasis, code, lists, quotes, tables, rules, links of allowed schemes. Raw HTML stays text,
// an image becomes "Image: alt (host)" and is never fetched (REND-03). Bounded: REND-12, 13, 15.
//
// The document must not be shown while it is filled: lay it out afterwards. Any thread, if the document lives there.
class MarkdownRenderer
{
public:
    static constexpr int maxColumns = 50;
    static constexpr int maxRows = 500; // of one table
    static constexpr int maxDepth = 64; // of lists and quotes; indentation stops at maxIndent
    static constexpr int maxIndent = 8;
    static constexpr int maxSpans = 32;

    explicit MarkdownRenderer(const MarkdownStyle &style);

    void setHighlighting(bool on) { m_highlighting = on; } // off for text that is still being written

    // `definitions`: link reference definitions from elsewhere in the message.
    void render(QStringView source, QTextDocument &into, QStringView definitions = {}) const;
    // `state`: what the piece of the same code before this one left open.
    void renderCode(QStringView code, const QString &language, QTextDocument &into, bool first = true, bool last = true,
                    const CodeState &state = {}) const;
    static void parse(QStringView source, MarkdownTarget &target, QStringView definitions = {});

private:
    MarkdownStyle m_style;
    bool m_highlighting = true;
};

} // namespace desk
