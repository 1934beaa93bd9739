#pragma once

#include "localserver/engine/tablestore.h"

#include <QString>
#include <QStringList>

namespace desk::server {

// What a column or a word of a question is about. Names and synonyms in English and German.
enum class Concept {
    None,
    Revenue,
    Units,
    Price,
    Cost,
    Profit,
    Salary,
    Age,
    Region,
    Country,
    City,
    Product,
    Customer,
    Person,
    Category,
    Department,
    Date
};

// Finds the column a word means: its own name first, then an ending or one typing error away, then a synonym. Pure.
class ColumnMatcher
{
public:
    explicit ColumnMatcher(const TableStore &table);

    // -1 when the word names no column.
    [[nodiscard]] int byName(const QString &foldedWord) const;
    [[nodiscard]] int bySynonym(const QString &foldedWord) const;
    [[nodiscard]] int match(const QString &foldedWord) const;
    // The length of a multi-word column name that starts at `at` ("unit price"), with the column; 0 when there is none.
    [[nodiscard]] int phrase(const QStringList &foldedWords, qsizetype at, int *column) const;

    [[nodiscard]] int columnOf(Concept wanted) const;
    // Amounts that may be added up: numbers that are no ids, years or codes.
    [[nodiscard]] QList<int> measures() const;
    // Revenue if there is one, else units, else the only measure; -1 when that is open.
    [[nodiscard]] int defaultMeasure() const;
    [[nodiscard]] int dateColumn() const;

    [[nodiscard]] static Concept conceptOf(const QString &foldedWord);

private:
    const TableStore &m_table;
    QList<QStringList> m_words; // of each column's name
};

} // namespace desk::server
