#pragma once

#include "domain/file.h"

#include <QList>

namespace desk {

// An answer's citations by document: what a row shows one chip of (CH-56). Indices are places in the list of citations.
struct CitedDocument {
    qsizetype first = 0; // where it was cited first: the same while more citations come
    qsizetype best = 0;  // the highest score; where none has one, the first
    QList<qsizetype> all = {};
};

// More than any answer rests on, and few enough to look through one by one.
inline constexpr qsizetype maxCitations = 500;

// In the order in which the documents were cited first, so that none changes its place while more citations come. Pure.
[[nodiscard]] QList<CitedDocument> citedDocuments(const QList<Citation> &citations);

// By the server's id; where there is none, by name.
[[nodiscard]] bool isSameDocument(const Citation &a, const Citation &b);

// By its name: whether a place in that kind of file is a page, and not a line.
[[nodiscard]] bool hasPages(const QString &filename);

// `known`, and behind it what `more` has beside that, up to maxCitations. The same passage again adds only what was not known of it. Pure.
[[nodiscard]] QList<Citation> withMoreCitations(QList<Citation> known, const QList<Citation> &more);

// What a server keeps of an answer's sources, with what was seen while the answer was written. The server says which documents the answer
// rests on, where it says anything; ours tells their order and has further passages of them. Merging the outcome again changes nothing.
// Pure.
[[nodiscard]] QList<Citation> mergedCitations(const QList<Citation> &stored, const QList<Citation> &ours);

} // namespace desk
