#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <utility>

class QTextDocument;

namespace desk {

// Finds the words of a source in its document, however the lines break and the spaces stand there. Keeps a copy of the document's text:
// make another one when that changes. Pure; GUI thread for documents that are shown.
class QuoteFinder
{
public:
    enum class Match {
        Characters, // all but white space and what is invisible
        Words       // letters and digits, whatever their case: rendered Markdown does not show its marks
    };
    using Range = std::pair<int, int>;         // position and length in the document
    static constexpr qsizetype mostLines = 50; // of a quote, looked for one by one: each costs a walk through the document

    QuoteFinder() = default;
    QuoteFinder(const QTextDocument &document, Match match);

    // The whole quote where it stands nearest to the position, in one range; else those of its first lines that are there, in their order;
    // empty when none is. An ellipsis at its ends is not looked for.
    [[nodiscard]] QList<Range> find(const QString &quote, int position) const;

private:
    [[nodiscard]] QString folded(QStringView text, QList<int> *positions = nullptr, int from = 0) const;
    [[nodiscard]] qsizetype nearest(const QString &words, int position) const;
    [[nodiscard]] Range rangeOf(qsizetype at, qsizetype size) const;

    Match m_match = Match::Characters;
    QString m_text;         // folded
    QList<int> m_positions; // of its characters in the document
};

} // namespace desk
