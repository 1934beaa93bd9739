#pragma once

#include <QList>
#include <QString>

namespace desk {

// One line of what is shown on one side of a comparison.
struct DiffLine {
    enum class Kind {
        Plain,   // on both sides, or of a short value
        Removed, // only before
        Added,   // only after
        Omitted  // stands for lines that are left out
    };
    Kind kind = Kind::Plain;
    QString text; // safe to show

    bool operator==(const DiffLine &) const = default;
};

struct LineDiff {
    QList<DiffLine> before;
    QList<DiffLine> after;
};

// What is different between two texts, line by line, with one line around each place; of each side at most `mostLines`, the last of which
// says that there are more. Texts with next to nothing in common are shown as a whole. Pure.
[[nodiscard]] LineDiff lineDiff(const QString &before, const QString &after, qsizetype mostLines = 400);

// With the sign of each line before it: "− " removed, "+ " added, so that colour is never the only one.
[[nodiscard]] QString withSign(const DiffLine &line);
[[nodiscard]] QString withSigns(const QList<DiffLine> &lines);

} // namespace desk
