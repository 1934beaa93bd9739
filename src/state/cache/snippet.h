#pragma once

#include "sqlite/fulltext.h"

#include <QString>

#include <functional>

namespace desk {

// The words around what was found, in one line.
struct Snippet {
    QString text;
    QList<std::pair<int, int>> marks; // position and length in text
    QString needle;                   // the longest of what was found as it stands there
};

enum class SnippetMarks { Show, Drop }; // what Markdown writes between words: **, `, # and the like

// text: UTF-8, whose words these are. Without a hit: its beginning.
[[nodiscard]] Snippet snippetOf(const QByteArray &text, const QList<FullTextWords::Word> &words,
                                const std::function<bool(const QByteArray &word)> &isHit, SnippetMarks marks = SnippetMarks::Show);

} // namespace desk
