#include "localserver/engine/columnmatcher.h"

#include <QHash>
#include <QRegularExpression>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct ConceptWords {
    Concept about;
    const char *words;
};

constexpr ConceptWords conceptWords[] = {
    {Concept::Revenue, "revenue revenues sales turnover income earnings umsatz umsatze erlos erlose einnahmen betrag amount proceeds "
                       "verkaufserlos receipts money geld"},
    {Concept::Units, "units unit quantity quantities qty pieces volume menge mengen stuck stuckzahl einheiten absatzmenge pcs anzahl"},
    {Concept::Price,
     "price prices preis preise expensive teuerste teuersten teuerster cheapest billigste billigsten gunstigste gunstigsten einzelpreis"},
    {Concept::Cost, "cost costs expense expenses spending spend spent kosten ausgaben aufwand ausgegeben"},
    {Concept::Profit, "profit profits margin margins gewinn gewinne marge margen"},
    {Concept::Salary, "salary salaries wage wages pay gehalt gehalter lohn lohne"},
    {Concept::Age, "age ages alter oldest youngest alteste jungste"},
    {Concept::Region, "region regions area areas territory territories gebiet gebiete regionen bezirk bezirke where wo"},
    {Concept::Country, "country countries land lander nation nations staat staaten"},
    {Concept::City, "city cities town towns stadt stadte ort orte"},
    {Concept::Product, "product products item items article articles goods produkt produkte produkten artikel ware waren"},
    {Concept::Customer, "customer customers client clients buyer buyers kunde kunden kundin kundinnen"},
    {Concept::Person, "employee employees person people staff rep reps salesperson seller sellers mitarbeiter mitarbeiterin verkaufer name "
                      "names namen who wer"},
    {Concept::Category, "category categories type types class classes kategorie kategorien typ typen segment segments segmente"},
    {Concept::Department, "department departments dept team teams abteilung abteilungen"},
    {Concept::Date, "date dates datum day days tag tage"},
};

QStringList nameWords(const QString &name)
{
    static const QRegularExpression camel(u"(\\p{Ll})(\\p{Lu})"_s);
    QString spaced = name;
    spaced.replace(camel, u"\\1 \\2"_s).replace(u'_', u' ');
    return foldedWords(spaced);
}

} // namespace

ColumnMatcher::ColumnMatcher(const TableStore &table)
    : m_table(table)
{
    for (const TableColumn &column : table.columns)
        m_words.append(nameWords(column.name));
}

Concept ColumnMatcher::conceptOf(const QString &word)
{
    static const QHash<QString, Concept> known = [] {
        QHash<QString, Concept> out;
        for (const ConceptWords &entry : conceptWords) {
            for (const QString &name : QString::fromLatin1(entry.words).split(u' '))
                out.insert(name, entry.about);
        }
        return out;
    }();
    return known.value(word, Concept::None);
}

int ColumnMatcher::byName(const QString &word) const
{
    if (word.size() < 2 && m_table.columnIndex(word) < 0)
        return -1;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (m_words[i].join(u' ') == word || fold(m_table.columns[i].name) == word)
            return static_cast<int>(i);
    }
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (m_words[i].size() == 1 && sameWord(m_words[i].first(), word))
            return static_cast<int>(i);
    }
    // One word of a longer name is enough when no other column has it: "price" for "unit price".
    int found = -1;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        bool has = false;
        for (const QString &part : m_words[i])
            has = has || (part.size() > 2 && part != "id"_L1 && sameWord(part, word));
        if (has && m_words[i].size() > 1) {
            if (found >= 0)
                return -1;
            found = static_cast<int>(i);
        }
    }
    return found;
}

int ColumnMatcher::bySynonym(const QString &word) const
{
    const Concept wanted = conceptOf(word);
    return wanted == Concept::None ? -1 : columnOf(wanted);
}

int ColumnMatcher::match(const QString &word) const
{
    const int named = byName(word);
    return named >= 0 ? named : bySynonym(word);
}

int ColumnMatcher::phrase(const QStringList &words, qsizetype at, int *column) const
{
    int best = 0;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        const qsizetype length = m_words[i].size();
        if (length < 2 || length <= best || at + length > words.size())
            continue;
        bool all = true;
        for (qsizetype k = 0; k < length && all; ++k)
            all = sameWord(m_words[i][k], words[at + k]);
        if (all) {
            best = static_cast<int>(length);
            *column = static_cast<int>(i);
        }
    }
    return best;
}

int ColumnMatcher::columnOf(Concept wanted) const
{
    const bool amount = wanted <= Concept::Age;
    int partial = -1;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (amount != m_table.columns[i].isNumber())
            continue;
        for (const QString &word : m_words[i]) {
            if (conceptOf(word) != wanted)
                continue;
            if (m_words[i].size() == 1)
                return static_cast<int>(i);
            if (partial < 0)
                partial = static_cast<int>(i);
        }
    }
    if (partial < 0 && wanted == Concept::Date)
        return dateColumn();
    return partial;
}

QList<int> ColumnMatcher::measures() const
{
    static const QStringList codes{u"id"_s,    u"nr"_s,    u"no"_s,      u"number"_s,  u"nummer"_s, u"year"_s,   u"jahr"_s,
                                   u"month"_s, u"monat"_s, u"quarter"_s, u"quartal"_s, u"week"_s,   u"woche"_s,  u"zip"_s,
                                   u"plz"_s,   u"code"_s,  u"index"_s,   u"rank"_s,    u"phone"_s,  u"telefon"_s};
    QList<int> out;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        bool code = false;
        for (const QString &word : m_words[i])
            code = code || codes.contains(word);
        if (m_table.columns[i].isNumber() && !code)
            out.append(static_cast<int>(i));
    }
    return out;
}

int ColumnMatcher::defaultMeasure() const
{
    for (const Concept wanted : {Concept::Revenue, Concept::Profit, Concept::Units}) {
        const int column = columnOf(wanted);
        if (column >= 0)
            return column;
    }
    const QList<int> all = measures();
    return all.size() == 1 ? all.first() : -1;
}

int ColumnMatcher::dateColumn() const
{
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        if (m_table.columns[i].type == ColumnType::Date)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace desk::server
