#pragma once

class QTextDocument;

namespace desk {

struct MarkdownStyle;

// Makes the tables of a document that is not laid out yet fit a width: columns are narrowed, most where most room is, and what still
// does not fit is left out with a note. Returns whether there are tables at all: then another width needs a fresh document.
bool fitTables(QTextDocument &document, double width, const MarkdownStyle &style);

} // namespace desk
