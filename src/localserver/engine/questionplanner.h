#pragma once

#include "localserver/engine/columnmatcher.h"
#include "localserver/engine/periodfinder.h"
#include "localserver/engine/questiontokens.h"
#include "localserver/engine/sqlite.h"
#include "localserver/engine/tableplan.h"
#include "localserver/engine/tablestore.h"

#include <optional>

namespace desk::server {

// Turns a question in English or German into one SELECT on one table, by rules. What it cannot place it reports instead of guessing
// a figure. Runs in a worker thread: it looks values up in the table's database.
class QuestionPlanner
{
public:
    explicit QuestionPlanner(const TableStore &table);

    [[nodiscard]] TablePlan plan(const QString &question);

    // Three questions that the rules answer on this table.
    [[nodiscard]] QStringList examples() const;

    [[nodiscard]] static bool looksLikeSql(const QString &text);

private:
    struct ValueFilter {
        int column = 0;
        QStringList values;
        bool negated = false;
    };
    struct Comparison {
        int column = 0;
        QString condition; // "> 10" or "BETWEEN 1 AND 2"
        QString label;
    };
    struct Group {
        QString expression;
        QString heading;
        int column = -1;        // -1: a part of the date
        bool partition = false; // after "per" or "each"
        bool grouped = false;   // after "by", "per", …
    };

    // Reading, in this order; each marks the words it used.
    void readColumnPhrases();
    void readValues();
    void readPeriods();
    void readLimit();
    void readComparisons();
    void readIntent();
    void readMeasures();
    [[nodiscard]] bool isNamedOneByOne(int column) const;
    [[nodiscard]] bool isAmountWithoutColumn(const QString &text) const;
    void readGroups();
    void readGroupWord(qsizetype at);
    [[nodiscard]] bool readPeriodGroup(qsizetype at);
    [[nodiscard]] bool readComparisonAt(qsizetype at);
    [[nodiscard]] bool lookUp(qsizetype at, qsizetype length);
    [[nodiscard]] bool valueAllowed(qsizetype at, qsizetype length) const;
    void addValue(int column, const QString &value, qsizetype at);
    void addGroup(Group group);
    void groupByRepeatedFilters();

    // Writing.
    [[nodiscard]] TablePlan write();
    void writeColumns(TablePlan &plan) const;
    void writeRowCount(TablePlan &plan) const;
    void writeDistinct(TablePlan &plan) const;
    void writeRows(TablePlan &plan) const;
    void writeExtreme(TablePlan &plan) const;
    void writeAggregate(TablePlan &plan) const;
    void writeBestOfEach(TablePlan &plan, const QStringList &selected, const QString &key) const;
    void writeProblem(TablePlan &plan, const QStringList &unknown) const;
    [[nodiscard]] QString aggregateOf(int column, TablePlan::Function function) const;
    [[nodiscard]] QString aliasOf(int column, TablePlan::Function function) const;
    [[nodiscard]] QString whereClause(bool withComparisons) const;
    [[nodiscard]] QStringList filterLabels() const;
    // Words the rules could not place: those that would change the figure, and, in `ignored`, the others.
    [[nodiscard]] QStringList unknownWords(QStringList *ignored) const;
    [[nodiscard]] QString column(int index) const;
    [[nodiscard]] TablePlan::Shape shape();
    [[nodiscard]] TablePlan::Function functionFor(TablePlan::Shape shape) const;
    [[nodiscard]] bool isRate(int column) const; // prices and ages are averaged, not added
    [[nodiscard]] QString havingClause(TablePlan::Function function) const;

    [[nodiscard]] QString word(qsizetype at) const;
    [[nodiscard]] bool has(Vocabulary vocabulary) const;
    void use(qsizetype at) { m_tokens[at].used = true; }

    const TableStore &m_table;
    ColumnMatcher m_matcher;
    std::optional<SqliteDatabase> m_database;
    QuestionTokens m_tokens;
    QStringList m_words; // folded, one per token
    QList<ValueFilter> m_values;
    QList<Period> m_periods;
    QList<Comparison> m_comparisons;
    QList<Group> m_groups;
    QList<int> m_mentioned; // column of each token or -1
    int m_measure = -1;
    int m_secondMeasure = -1;
    int m_limit = 0;
    bool m_superlative = false;
    bool m_descending = true;
    bool m_wantsCount = false;
    bool m_wantsRows = false;
    bool m_wantsColumns = false;
    bool m_shows = false;
    bool m_sold = false;
    std::optional<TablePlan::Function> m_function;
};

} // namespace desk::server
