#pragma once

#include <QString>
#include <QStringView>

namespace desk {

// What is being named at the caret, as "@tab" names an agent and "/ne" a command: which text stands for it and what of it is written so
// far.
struct CompletionQuery {
    enum class Kind {
        None,
        Agent,   // "@word"
        Command, // "/word" and nothing else
        Argument // "/command word"
    };

    Kind kind = Kind::None;
    int start = 0; // of what a choice replaces
    int length = 0;
    QString word;    // without the sign before it
    QString command; // of an argument

    [[nodiscard]] static CompletionQuery at(const QString &text, int caret);

    // Whether `word` begins `text` or one of its words, whatever their case. Lower is better, negative: it does not.
    [[nodiscard]] static int rank(QStringView text, QStringView word);
};

} // namespace desk
