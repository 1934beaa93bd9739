#pragma once

class QString;
class QTextBlock;
class QTextDocument;

namespace desk {

// A part of a document made by MarkdownBuilder, for the clipboard: as plain text, as HTML without looks, and as Markdown. Formulas that are
// whole in it are given as they were written.
class DocumentRange
{
public:
    DocumentRange(const QTextDocument &document, int start, int end); // positions; the document must stay

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString html() const;
    [[nodiscard]] QString markdown() const;

private:
    [[nodiscard]] QString blockText(const QTextBlock &block, bool html) const;
    [[nodiscard]] QString blockMarkdown(const QTextBlock &block) const;

    const QTextDocument &m_document;
    int m_start;
    int m_end;
};

} // namespace desk
