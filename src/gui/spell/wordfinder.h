#pragma once

#include <QList>
#include <QStringView>

namespace desk {

// The words of a line whose spelling can be checked: none of code, addresses, file names, names of agents and commands, variables of
// prompts, numbers, abbreviations.
struct WordFinder {
    struct Word {
        qsizetype start = 0;
        qsizetype length = 0;
    };

    [[nodiscard]] static QList<Word> words(QStringView line);
    [[nodiscard]] static bool isFence(QStringView line); // begins or ends a block of code
};

} // namespace desk
