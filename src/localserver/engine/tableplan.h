#pragma once

#include <QString>
#include <QStringList>

namespace desk::server {

// What a question on a table means: the SQL and what an answer needs to say it in words. Values only.
struct TablePlan {
    enum class Shape {
        NotUnderstood,
        Sql,     // the user's own SQL
        Columns, // what is in the table
        RowCount,
        Distinct, // how many different values, or which
        Rows,     // a list of rows
        Extreme,  // the row with the highest or lowest value
        Single,   // one figure for the whole table
        Groups    // one row per group
    };
    enum class Function { Sum, Average, Minimum, Maximum, Count };

    Shape shape = Shape::NotUnderstood;
    Function function = Function::Sum;
    QString sql;
    QString problem;          // NotUnderstood: why, for people
    QStringList ignored;      // words without effect
    QStringList filters;      // for people: "Q3 2025", "region: South"
    QString measure;          // column name; empty for row counts
    int decimals = 0;         // of the measure as shown
    QString secondMeasure;    // also summed, e.g. units beside revenue
    QStringList groups;       // headings of the leading group columns
    bool superlative = false; // asks who comes first
    bool descending = true;
    bool bestOfEach = false; // the winner within each value of the first group
    bool countOnly = false;  // Distinct: asks how many, not which
    int limit = 0;           // 0: none
    QStringList examples;    // questions that work on this table
};

} // namespace desk::server
