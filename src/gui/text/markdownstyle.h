#pragma once

#include "gui/text/highlight/codecolors.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QTextFormat>

#include <memory>

namespace desk {

struct MarkdownPictures;

// What the renderer needs to know about looks; made from a palette and a font, all sizes in device independent pixels.
struct MarkdownStyle {
    // Inline: list marks, quote bars and rules become text and plain formats, for QTextBrowser and for reading aloud.
    // Painted: they are drawn by MessageDocument from block properties, with hanging indents.
    enum class Marks { Painted, Inline };

    QFont font;
    QFont codeFont;
    QColor text;
    QColor subtle;
    QColor link;
    QColor codeBackground;
    QColor border;
    CodeColors code;
    qreal indent = 24;
    qreal gap = 8;     // between blocks
    qreal padding = 8; // around code
    Marks marks = Marks::Painted;
    std::shared_ptr<const MarkdownPictures> pictures; // those that are shown; null: none
    qreal pictureWidth = 400;                         // at most
    bool wrapsCode = false;                           // else code scrolls by itself; a person turns it about for one block
    bool numbersCode = false;                         // lines of code have numbers, painted beside them and no part of the text
    bool opensSources = false;                        // "doc:" links lead to a source panel (CH-55); else they are mere text

    [[nodiscard]] static MarkdownStyle from(const QPalette &palette, const QFont &font);
};

// Block properties set by the renderer.
namespace markdown {
enum Property {
    QuoteDepth = QTextFormat::UserProperty + 1, // int
    ListMark,                                   // QString, drawn beside the first line
    CodeText,                                   // QString, the exact code of this block
    CodeLanguage,                               // QString, made displayable
    CodeFirst,                                  // bool: the upper edge of its background is here
    CodeLast,
    Rule,        // bool
    ImageSource, // QString, of characters: the address of a picture, as it was written
    MathSource,  // QString, of characters: the formula as it was written
    CodeGutter   // double: room for the numbers of lines, part of the left margin
};
} // namespace markdown

} // namespace desk
