#pragma once

#include <QList>
#include <QString>

namespace desk {

// How well what somebody typed fits a text, without regard to case. Every word of the pattern must be found: whole words and their
// beginnings count more than the middle of one, and letters that only follow each other count least.
struct FuzzyMatch {
    int score = -1;          // negative: it does not fit; an empty pattern fits everything with 0
    QList<qsizetype> places; // of the letters in the text that fit, ascending

    [[nodiscard]] bool fits() const { return score >= 0; }
    [[nodiscard]] static FuzzyMatch of(const QString &pattern, const QString &text);
};

} // namespace desk
