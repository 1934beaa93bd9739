#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>

namespace desk {

// A text without the difference of upper and lower case, as UTF-8, made once and searched at each key press. Pure, any thread.
[[nodiscard]] QByteArray foldedText(const QString &text);

// What somebody typed: words that must all occur in a folded text, in any order.
class FoldedWords
{
public:
    FoldedWords() = default;
    explicit FoldedWords(const QString &typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] bool areIn(const QByteArray &folded) const;
    // Whether a text that has these has the others for certain: of what those found nothing else need be looked into.
    [[nodiscard]] bool narrows(const FoldedWords &wider) const;
    bool operator==(const FoldedWords &) const = default;

private:
    struct Word {
        QByteArray text;
        std::array<qsizetype, 3> rare{}; // where in it the bytes are that texts have least of; short words say a place again

        [[nodiscard]] bool isIn(const QByteArray &folded) const;
        [[nodiscard]] bool mayStartInBlock(const char *at) const;
        [[nodiscard]] bool startsIn(const char *at, qsizetype places) const;
        bool operator==(const Word &) const = default;
    };

    QList<Word> m_words;
};

} // namespace desk
