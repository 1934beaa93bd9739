#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

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
        qsizetype rarest = 0; // where in it the byte is that texts have least of

        bool operator==(const Word &) const = default;
    };

    static bool isIn(const QByteArray &folded, const Word &word);

    QList<Word> m_words;
};

} // namespace desk
