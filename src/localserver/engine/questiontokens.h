#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk::server {

// One word, number, date, quotation or comparison sign of a question.
struct QuestionToken {
    enum class Kind { Word, Number, Date, Quoted, Sign };
    Kind kind = Kind::Word;
    QString raw;
    QString folded; // words; for quoted text its folded words joined by spaces
    double number = 0;
    bool used = false; // its meaning is settled
};

using QuestionTokens = QList<QuestionToken>;

[[nodiscard]] QuestionTokens tokenizeQuestion(const QString &question);

// Fixed vocabularies, English and German, folded.
enum class Vocabulary {
    Sum,
    Average,
    Maximum, // the function
    Minimum,
    Most, // superlatives
    Least,
    Count, // "count", "number", "anzahl"
    Many,  // after "how" / "wie"
    Much,
    GroupBy,
    EachOne, // "per", "each": also says "the best of each"
    Which,
    Rows,
    Columns,
    Show,
    Sold, // verbs of selling
    Negation,
    More,
    Less,
    AtLeast,
    AtMost,
    Filler,     // carries no condition
    Unsupported // changes the meaning in a way the rules cannot follow
};

[[nodiscard]] bool isIn(Vocabulary vocabulary, const QString &foldedWord);

// "two" → 2, "drei" → 3 … up to twelve.
[[nodiscard]] std::optional<int> smallNumber(const QString &foldedWord);

} // namespace desk::server
