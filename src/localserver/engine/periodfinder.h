#pragma once

#include "localserver/engine/questiontokens.h"

#include <QDate>
#include <QList>
#include <QString>

namespace desk::server {

// A span of days, or, without a year in question and data, of months in every year.
struct Period {
    enum class Unit { Year, Half, Quarter, Month, Day, Range };
    Unit unit = Unit::Day;
    QDate from;         // inclusive; invalid: open
    QDate to;           // exclusive; invalid: open
    int firstMonth = 0; // used when neither date is valid: months 1 … 12 of every year
    int lastMonth = 0;
    int dayOfMonth = 0; // with firstMonth: that day of every year
    QString label;      // "Q3 2025", "2025-03-15", "after 2025-03-31"

    // The SQL condition on a yyyy-MM-dd column.
    [[nodiscard]] QString condition(const QString &quotedColumn) const;
};

// Finds quarters, months, years, halves, days and ranges of them in a question (English, German) and marks their words used.
// A period without a year takes the data's only year, where there is but one.
class PeriodFinder
{
public:
    PeriodFinder(QuestionTokens &tokens, const QDate &first, const QDate &last);

    [[nodiscard]] QList<Period> find();

private:
    struct Atom {
        Period::Unit unit = Period::Unit::Day;
        int year = 0;
        int firstMonth = 0; // 0: the whole year
        int lastMonth = 0;
        int day = 0;
        qsizetype begin = 0; // tokens [begin, end)
        qsizetype end = 0;
    };

    [[nodiscard]] bool readAtom(qsizetype at, Atom *atom) const;
    [[nodiscard]] bool readSpan(qsizetype at, Atom *atom) const; // quarter or half
    [[nodiscard]] bool readMonth(qsizetype at, Atom *atom) const;
    void readYear(Atom *atom) const;
    [[nodiscard]] bool isYear(qsizetype at) const;
    [[nodiscard]] int ordinal(qsizetype at) const;
    [[nodiscard]] QString word(qsizetype at) const;
    [[nodiscard]] Period periodOf(Atom atom) const;
    [[nodiscard]] Period relation(const Atom &atom, bool *isRelation);
    [[nodiscard]] bool joinRange(const Atom &first, Period *out, qsizetype *next);
    void use(qsizetype begin, qsizetype end);

    QuestionTokens &m_tokens;
    int m_onlyYear = 0;
    int m_firstYear = 0;
    int m_lastYear = 0;
};

} // namespace desk::server
