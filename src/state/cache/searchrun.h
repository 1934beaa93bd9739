#pragma once

#include "sqlite/fulltext.h"
#include "state/cache/searchhit.h"
#include "state/cache/searchquery.h"

#include <QSet>

#include <functional>

namespace desk {

class Database;
class Statement;

// One search, from its first hits to its last. Runs in the thread of its connection.
//
// The newest matches come first out of the index, by themselves and however many there are; they are ranked among their neighbours in
// time: words that stand together, and in what was said rather than in what a tool put out, before others. So a word that is in every
// second of a million messages costs no more than a rare one.
class SearchRun
{
public:
    static constexpr int pageSize = 50;

    // isStale is asked between steps: true ends it.
    SearchRun(Database &database, QString account, SearchQuery query, std::function<bool()> isStale);

    // The next hits, newest and best first; fewer than wanted when time is up. Failures are latched in the database.
    [[nodiscard]] SearchHits next(qsizetype wanted = pageSize);

private:
    struct Words { // of one term
        QList<QByteArray> words;
        bool isPrefix = false;
    };
    struct Candidate {
        SearchHit hit;
        double score = 0;
    };

    void prepare();
    [[nodiscard]] QList<QByteArray> split(const QString &text) const;
    [[nodiscard]] QByteArray expression(bool withPrefix, bool forTitles) const;
    [[nodiscard]] QList<QByteArray> ofKinds() const;
    [[nodiscard]] QByteArray named(const QString &kind, const QString &name) const;
    void findTitles();
    void findInsights();
    [[nodiscard]] bool isInSpan(const QDate &day) const; // of before: and after:
    [[nodiscard]] bool takesPart(const SearchText::Piece &piece, Role role) const;
    [[nodiscard]] bool takesEveryPart() const;
    [[nodiscard]] bool areHeld(const QList<Words> &terms, const QList<QList<FullTextWords::Word>> &pieces) const;
    [[nodiscard]] bool mayHold(const QByteArray &body, const QByteArray &rest) const;
    bool askIndex(); // false: it failed, or nothing can be found
    bool fetch();    // the next window of messages; false: there are no more
    [[nodiscard]] bool mayHoldPhrases(Statement &text, qint64 seq) const;
    bool take(Statement &row, qint64 seq, Candidate &candidate); // where a row stands
    [[nodiscard]] bool holds(const QList<FullTextWords::Word> &words, const Words &term) const;
    [[nodiscard]] bool isHit(const QByteArray &word) const;
    void describe(SearchHit &hit, const QByteArray &text, const QList<FullTextWords::Word> &words) const;
    double rank(const SearchText &text, SearchHit &hit) const;
    [[nodiscard]] bool hasOtherAccounts() const;

    Database &m_database;
    FullTextWords m_splitter;
    QString m_account;
    SearchQuery m_query;
    std::function<bool()> m_isStale;
    QList<Words> m_terms;
    QList<Words> m_phrases; // to be looked at in the text
    QList<Words> m_excludedPhrases;
    QList<QByteArray> m_excluded;
    QSet<QByteArray> m_whole; // words to be marked
    QList<QByteArray> m_prefixes;
    QList<SearchHit> m_ready;
    QSet<qint64> m_seen;     // found by the exact word, before the begun ones
    qint64 m_top;            // by before:
    qint64 m_below;          // where the index is asked next
    QList<qint64> m_waiting; // found by the index and not looked at yet, newest first
    bool m_isAtEnd = false;  // it has nothing below them
    qint64 m_from = 0;       // by after:
    bool m_withPrefix = false;
    bool m_canExtend = false; // a short last word: what only begins with it follows later
    bool m_needsAccount = true;
    bool m_titlesDone = false;
    bool m_isDone = false;
    mutable bool m_isImpossible = false;
};

} // namespace desk
