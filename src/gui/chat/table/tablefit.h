#pragma once

#include <optional>

class QTextDocument;

namespace desk {

struct MarkdownStyle;

// Makes the tables of a document that is not laid out yet fit a width: columns are narrowed, most where most room is, and what still
// does not fit is left out with a note. Returns whether there are tables at all: then another width needs a fresh document.
// Tables inside lists and quotes may scroll instead: then they keep all their columns.
enum class NestedTables { Fit, Scroll };
bool fitTables(QTextDocument &document, double width, const MarkdownStyle &style, NestedTables nested = NestedTables::Fit);
// For a table that may scroll: narrowed as long as its columns stay comfortable to read, else as wide as it likes. Returns the width the
// document needs, at least `width`; nothing when there is no table.
std::optional<double> spreadTable(QTextDocument &document, double width, const MarkdownStyle &style);

} // namespace desk
