#pragma once

#include <QList>
#include <QStringView>

namespace desk {

struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

// What two texts do not have in common, as spans of each: first by lines, then by words within the lines that changed (Myers' O(ND)
// algorithm). Texts that have next to nothing in common are marked as a whole instead of being searched for accidents: the work is
// bounded. Pure.
struct WordDiff {
    QList<TextSpan> left;
    QList<TextSpan> right;
};
[[nodiscard]] WordDiff wordDiff(QStringView left, QStringView right);

} // namespace desk
