// The reading half of QuestionPlanner: from words to columns, values, periods and intentions.
#include "localserver/engine/questionplanner.h"

#include <QLocale>

#include <utility>

namespace desk::server {

using namespace Qt::StringLiterals;

QString QuestionPlanner::word(qsizetype at) const
{
    return at >= 0 && at < m_words.size() ? m_words[at] : QString();
}

bool QuestionPlanner::has(Vocabulary vocabulary) const
{
    for (const QString &item : m_words) {
        if (isIn(vocabulary, item))
            return true;
    }
    return false;
}

// "unit price" must not be read as the column units.
void QuestionPlanner::readColumnPhrases()
{
    m_mentioned = QList<int>(m_tokens.size(), -1);
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        int index = -1;
        const int length = m_matcher.phrase(m_words, i, &index);
        if (length > 0) {
            for (int k = 0; k < length; ++k) {
                m_mentioned[i + k] = k == 0 ? index : -2; // -2: belongs to the word before
                if (k > 0)
                    use(i + k);
            }
            i += length - 1;
        } else if (m_tokens[i].kind == QuestionToken::Kind::Word) {
            m_mentioned[i] = m_matcher.byName(m_words[i]);
        }
    }
}

void QuestionPlanner::readValues()
{
    if (!m_database)
        return;
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        for (qsizetype length = qMin<qsizetype>(5, m_tokens.size() - i); length > 0; --length) {
            if (valueAllowed(i, length) && lookUp(i, length)) {
                for (qsizetype k = i; k < i + length; ++k)
                    use(k);
                i += length - 1;
                break;
            }
        }
    }
}

bool QuestionPlanner::valueAllowed(qsizetype at, qsizetype length) const
{
    for (qsizetype k = at; k < at + length; ++k) {
        if (m_tokens[k].used || m_tokens[k].kind == QuestionToken::Kind::Sign || m_tokens[k].kind == QuestionToken::Kind::Date)
            return false;
    }
    if (length > 1 || m_tokens[at].kind == QuestionToken::Kind::Quoted)
        return true;
    const QString &text = m_words[at];
    const bool afterItsColumn = at > 0 && m_mentioned[at - 1] >= 0;
    if (m_tokens[at].kind == QuestionToken::Kind::Number || text.size() == 1)
        return afterItsColumn;
    // A word with a meaning of its own is a value only where it is written as a name.
    const bool ordinary = isStopWord(text) || m_mentioned[at] >= 0 || isIn(Vocabulary::Most, text) || isIn(Vocabulary::Least, text) ||
                          isIn(Vocabulary::Sum, text) || isIn(Vocabulary::Average, text) || isIn(Vocabulary::Count, text) ||
                          isIn(Vocabulary::Rows, text);
    return !ordinary || (afterItsColumn && m_mentioned[at] < 0);
}

bool QuestionPlanner::lookUp(qsizetype at, qsizetype length)
{
    QStringList parts;
    for (qsizetype k = at; k < at + length; ++k)
        parts += foldedWords(m_tokens[k].raw);
    const QString phrase = parts.join(u' ');
    QStringList forms{phrase};
    if (length == 1 && m_tokens[at].kind == QuestionToken::Kind::Word && phrase.size() > 3)
        forms = wordForms(phrase);
    if (length == 1 && phrase.size() > 2 && m_tokens[at].kind == QuestionToken::Kind::Word)
        forms.append({phrase + u's', phrase + u'e'});
    Result<SqliteStatement> select = m_database->prepare(u"SELECT col, value FROM desk_values WHERE folded = ? ORDER BY col LIMIT 20"_s);
    for (const QString &form : std::as_const(forms)) {
        if (!select || form.isEmpty())
            return false;
        select->reset();
        select->bind(1, form);
        QList<std::pair<int, QString>> found;
        while (select->step() == SQLITE_ROW)
            found.append({static_cast<int>(select->integer(0)), select->text(1)});
        if (found.isEmpty())
            continue;
        int column = found.first().first;
        for (const auto &[index, value] : std::as_const(found)) {
            const bool named =
                (at > 0 && m_mentioned[at - 1] == index) || (at + length < m_tokens.size() && m_mentioned[at + length] == index);
            column = named ? index : column;
        }
        for (const auto &[index, value] : std::as_const(found)) {
            if (index == column)
                addValue(column, value, at);
        }
        // "region South" and "South region" mean the value only.
        for (const qsizetype beside : {at - 1, at + length}) {
            if (beside >= 0 && beside < m_tokens.size() && m_mentioned[beside] == column && !m_tokens[beside].used &&
                !isIn(Vocabulary::Which, word(beside - 1)) && !isIn(Vocabulary::GroupBy, word(beside - 1)))
                use(beside);
        }
        return true;
    }
    return false;
}

void QuestionPlanner::addValue(int column, const QString &value, qsizetype at)
{
    bool negated = false;
    for (qsizetype k = qMax<qsizetype>(0, at - 3); k < at; ++k) {
        if (!m_tokens[k].used && isIn(Vocabulary::Negation, m_words[k])) {
            negated = true;
            use(k);
        }
    }
    for (ValueFilter &filter : m_values) {
        if (filter.column == column && (filter.negated == negated || !negated)) {
            if (!filter.values.contains(value))
                filter.values.append(value);
            return;
        }
    }
    m_values.append({column, {value}, negated});
}

void QuestionPlanner::readPeriods()
{
    const int dates = m_matcher.dateColumn();
    if (dates < 0)
        return;
    const TableColumn &info = m_table.columns[dates];
    PeriodFinder finder(m_tokens, QDate::fromString(info.firstDate, Qt::ISODate), QDate::fromString(info.lastDate, Qt::ISODate));
    m_periods = finder.find();
}

// "top 3", "3 best", "first ten rows".
void QuestionPlanner::readLimit()
{
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        if (m_tokens[i].used)
            continue;
        const bool digits = m_tokens[i].kind == QuestionToken::Kind::Number && m_tokens[i].number == static_cast<int>(m_tokens[i].number);
        const int number = digits ? static_cast<int>(m_tokens[i].number) : smallNumber(m_words[i]).value_or(0);
        const auto superlative = [this](qsizetype at) { return isIn(Vocabulary::Most, word(at)) || isIn(Vocabulary::Least, word(at)); };
        const bool opening = word(i - 1) == "first"_L1 || word(i - 1) == "ersten"_L1 || word(i - 1) == "limit"_L1;
        const bool counted = opening || superlative(i - 1) || superlative(i + 1) || isIn(Vocabulary::Rows, word(i + 1));
        if (number < 1 || number > 1000 || !counted || isIn(Vocabulary::More, word(i - 2)) || word(i - 2) == "at"_L1)
            continue;
        m_limit = number;
        use(i);
        if (opening)
            use(i - 1);
    }
}

void QuestionPlanner::readComparisons()
{
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        if (m_tokens[i].kind == QuestionToken::Kind::Number && !m_tokens[i].used && readComparisonAt(i))
            use(i);
    }
}

bool QuestionPlanner::readComparisonAt(qsizetype at)
{
    const auto plain = [](double number) { return QString::number(number, 'g', 15); };
    qsizetype k = at - 1;
    while (k > 0 && (m_words[k] == "than"_L1 || m_words[k] == "als"_L1 || m_words[k] == "to"_L1 || m_words[k] == "of"_L1))
        --k;
    const QString before = word(k);
    const QString pair = word(k - 1);
    QString operation;
    if (before == "between"_L1 || before == "zwischen"_L1) {
        if (at + 2 >= m_tokens.size() || m_tokens[at + 2].kind != QuestionToken::Kind::Number)
            return false;
        operation = u"BETWEEN %1 AND %2"_s.arg(plain(m_tokens[at].number), plain(m_tokens[at + 2].number));
        use(at + 1);
        use(at + 2);
    } else if (m_tokens[qMax<qsizetype>(0, k)].kind == QuestionToken::Kind::Sign) {
        operation = (before == "!="_L1 ? u"<>"_s : before) + u' ' + plain(m_tokens[at].number);
    } else if ((pair == "at"_L1 && before == "least"_L1) || isIn(Vocabulary::AtLeast, before)) {
        operation = u">= "_s + plain(m_tokens[at].number);
    } else if ((pair == "at"_L1 && before == "most"_L1) || isIn(Vocabulary::AtMost, before)) {
        operation = u"<= "_s + plain(m_tokens[at].number);
    } else if (isIn(Vocabulary::More, before)) {
        operation = u"> "_s + plain(m_tokens[at].number);
    } else if (isIn(Vocabulary::Less, before)) {
        operation = u"< "_s + plain(m_tokens[at].number);
    }
    // The column stands right after the number ("50 units") or before the comparison ("units over 50", "where price is above 10").
    int target = -1;
    qsizetype named = -1;
    for (const qsizetype near : {at + 1, at + 3, k - 1, k - 2, k - 3}) {
        if (target < 0 && near >= 0 && near < m_tokens.size()) {
            const int candidate = m_mentioned[near] >= 0 ? m_mentioned[near] : m_matcher.bySynonym(m_words[near]);
            if (candidate >= 0 && m_table.columns[candidate].isNumber()) {
                target = candidate;
                named = near;
            }
        }
    }
    if (operation.isEmpty()) { // "units = 40" is written "units is 40" by people; a bare number is no condition
        const bool equals = before == "is"_L1 || before == "equals"_L1 || before == "ist"_L1 ||
                            (k >= 0 && m_mentioned[k] >= 0 && m_table.columns[m_mentioned[k]].isNumber());
        if (!equals || target < 0)
            return false;
        operation = u"= "_s + plain(m_tokens[at].number);
    }
    if (target < 0)
        target = m_matcher.defaultMeasure();
    if (target < 0)
        return false;
    m_comparisons.append({target, operation, u"%1 %2"_s.arg(m_table.columns[target].name, operation)});
    for (qsizetype used = qMax<qsizetype>(0, pair == "at"_L1 ? k - 1 : k); used < at; ++used) {
        if (m_mentioned[used] < 0)
            use(used);
    }
    if (named > at)
        use(named);
    return true;
}

void QuestionPlanner::readIntent()
{
    using Function = TablePlan::Function;
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        if (m_tokens[i].used || m_tokens[i].kind != QuestionToken::Kind::Word)
            continue;
        const QString &text = m_words[i];
        if (m_mentioned[i] >= 0 && !isIn(Vocabulary::Columns, text))
            continue;
        bool taken = true;
        if (isIn(Vocabulary::Average, text))
            m_function = Function::Average;
        else if (isIn(Vocabulary::Maximum, text) || isIn(Vocabulary::Minimum, text))
            m_function = isIn(Vocabulary::Maximum, text) ? Function::Maximum : Function::Minimum;
        else if (isIn(Vocabulary::Sum, text))
            m_function = m_function.value_or(Function::Sum);
        else if (isIn(Vocabulary::Most, text) || isIn(Vocabulary::Least, text)) {
            m_superlative = true;
            m_descending = isIn(Vocabulary::Most, text);
        } else if (isIn(Vocabulary::Many, text) || isIn(Vocabulary::Count, text))
            m_wantsCount = true;
        else if (isIn(Vocabulary::Rows, text))
            m_wantsRows = true;
        else if (isIn(Vocabulary::Columns, text))
            m_wantsColumns = true;
        else if (isIn(Vocabulary::Show, text))
            m_shows = true;
        else if (isIn(Vocabulary::Sold, text))
            m_sold = true;
        else
            taken = false;
        // "teuerste" and "expensive" also name the price.
        if (taken)
            use(i);
    }
    m_sold = m_sold || has(Vocabulary::Sold);
}

void QuestionPlanner::readMeasures()
{
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        const bool free = !m_tokens[i].used || (isIn(Vocabulary::Most, m_words[i]) || isIn(Vocabulary::Least, m_words[i]));
        if (m_tokens[i].kind != QuestionToken::Kind::Word || !free || m_words[i] == "where"_L1)
            continue;
        int column = m_mentioned[i] >= 0 ? m_mentioned[i] : -1;
        if (column < 0 && m_mentioned[i] != -2 && ColumnMatcher::conceptOf(m_words[i]) <= Concept::Age)
            column = m_matcher.bySynonym(m_words[i]);
        if (column < 0 || !m_table.columns[column].isNumber())
            continue;
        use(i);
        if (m_measure < 0)
            m_measure = column;
        else if (column != m_measure && m_secondMeasure < 0)
            m_secondMeasure = column;
    }
    const int units = m_matcher.columnOf(Concept::Units);
    if (m_measure < 0 && m_wantsCount && m_sold && units >= 0) {
        m_measure = units;
        m_wantsCount = false;
    } else if (m_measure < 0 && m_sold) {
        const int revenue = m_matcher.columnOf(Concept::Revenue);
        m_measure = revenue >= 0 ? revenue : units >= 0 ? units : m_matcher.defaultMeasure();
        if (revenue >= 0 && units >= 0)
            m_secondMeasure = units;
    } else if (m_measure >= 0 && m_wantsCount && !m_wantsRows) {
        if (isNamedOneByOne(m_measure))
            addGroup({quotedIdentifier(m_table.columns[m_measure].name), m_table.columns[m_measure].name, std::exchange(m_measure, -1),
                      false, false}); // "how many orders": how many of them
        else
            m_wantsCount = false; // "how many units": their sum
    }
}

// Numbers that are names: "Customer ID", or "Order" where the question is about orders.
bool QuestionPlanner::isNamedOneByOne(int column) const
{
    if (!m_matcher.measures().contains(column))
        return true;
    const QString name = fold(m_table.columns[column].name);
    const bool isAmount = ColumnMatcher::conceptOf(name) != Concept::None && ColumnMatcher::conceptOf(name) <= Concept::Age;
    return !isAmount && !name.endsWith(u's') && m_words.contains(name + u's');
}

// An amount that the table does not have: no other one may answer for it.
bool QuestionPlanner::isAmountWithoutColumn(const QString &text) const
{
    const Concept about = ColumnMatcher::conceptOf(text);
    const bool isOwn = about == Concept::Price || about == Concept::Cost || about == Concept::Profit || about == Concept::Salary;
    return isOwn && m_matcher.columnOf(about) < 0;
}

void QuestionPlanner::readGroups()
{
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        if (m_tokens[i].kind == QuestionToken::Kind::Word && !m_tokens[i].used)
            readGroupWord(i);
    }
    groupByRepeatedFilters();
}

void QuestionPlanner::readGroupWord(qsizetype at)
{
    const QString &text = m_words[at];
    if (readPeriodGroup(at))
        return;
    int column = m_mentioned[at];
    if (column < 0) {
        const Concept about = ColumnMatcher::conceptOf(text);
        if (about < Concept::Region)
            return;
        if (text == "where"_L1 || text == "wo"_L1) { // only a question word at the beginning; "rows where …" is a condition
            if (at > 0)
                return;
        }
        column = m_matcher.columnOf(about);
        if (column < 0 && about == Concept::Person)
            column = m_matcher.columnOf(Concept::Customer);
        if (column < 0 && (text == "where"_L1 || text == "wo"_L1))
            column = m_matcher.columnOf(m_matcher.columnOf(Concept::Country) >= 0 ? Concept::Country : Concept::City);
    }
    if (column < 0)
        return;
    const TableColumn &info = m_table.columns[column];
    if (info.isNumber() && m_matcher.measures().contains(column))
        return;
    use(at);
    const bool isDate = info.type == ColumnType::Date;
    addGroup({isDate ? u"date(%1)"_s.arg(quotedIdentifier(info.name)) : quotedIdentifier(info.name), info.name, column,
              isIn(Vocabulary::EachOne, word(at - 1)), isIn(Vocabulary::GroupBy, word(at - 1))});
}

bool QuestionPlanner::readPeriodGroup(qsizetype at)
{
    const int dates = m_matcher.dateColumn();
    const QString &text = m_words[at];
    const auto is = [&text](const char *list) { return QString::fromLatin1(list).split(u' ').contains(text); };
    if (dates < 0 || (m_mentioned[at] >= 0 && m_mentioned[at] != dates))
        return false;
    const QString name = quotedIdentifier(m_table.columns[dates].name);
    const QString before = word(at - 1);
    const bool asked = isIn(Vocabulary::GroupBy, before) || isIn(Vocabulary::Which, before) || isIn(Vocabulary::Most, before) ||
                       isIn(Vocabulary::Least, before) || m_superlative;
    Group group;
    if (is("month months monat monate monaten monthly monatlich")) {
        group = {u"strftime('%Y-%m', %1)"_s.arg(name), u"month"_s, -1, false, false};
    } else if (is("quarter quarters quartal quartale quartalen quarterly vierteljahr")) {
        group = {u"strftime('%Y', %1) || '-Q' || ((CAST(strftime('%m', %1) AS INTEGER) + 2) / 3)"_s.arg(name), u"quarter"_s, -1, false,
                 false};
    } else if (is("yearly annually jahrlich") || (is("year years jahr jahre jahren") && asked)) {
        group = {u"strftime('%Y', %1)"_s.arg(name), u"year"_s, -1, false, false};
    } else if (is("week weeks woche wochen weekly wochentlich")) {
        group = {u"strftime('%Y-W%W', %1)"_s.arg(name), u"week"_s, -1, false, false};
    } else if (is("weekday weekdays wochentag wochentage")) {
        group = {
            u"CASE strftime('%w', %1) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday' WHEN '3' THEN 'Wednesday' WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END"_s
                .arg(name),
            u"weekday"_s, -1, false, false};
    } else if (is("daily taglich") || (is("day days tag tage date datum") && asked)) {
        group = {u"date(%1)"_s.arg(name), u"day"_s, -1, false, false};
    } else if (is("when wann") && m_superlative) {
        group = {u"strftime('%Y-%m', %1)"_s.arg(name), u"month"_s, -1, false, false};
    } else {
        return false;
    }
    group.partition = isIn(Vocabulary::EachOne, before);
    group.grouped = isIn(Vocabulary::GroupBy, before);
    use(at);
    addGroup(group);
    return true;
}

void QuestionPlanner::addGroup(Group group)
{
    for (const Group &known : std::as_const(m_groups)) {
        if (known.expression == group.expression)
            return;
    }
    if (m_groups.size() < 3)
        m_groups.append(std::move(group));
}

// "Compare North and South", "Q1 or Q2": one figure each.
void QuestionPlanner::groupByRepeatedFilters()
{
    if (!m_groups.isEmpty() || m_wantsRows || m_shows)
        return;
    const bool joint = has(Vocabulary::Sum);
    for (const ValueFilter &filter : std::as_const(m_values)) {
        if (filter.values.size() > 1 && !filter.negated && !joint)
            addGroup({column(filter.column), m_table.columns[filter.column].name, filter.column, false, false});
    }
    if (m_periods.size() < 2 || joint)
        return;
    const QString name = column(m_matcher.dateColumn());
    const Period::Unit unit = m_periods.first().unit;
    if (unit == Period::Unit::Quarter)
        addGroup(
            {u"strftime('%Y', %1) || '-Q' || ((CAST(strftime('%m', %1) AS INTEGER) + 2) / 3)"_s.arg(name), u"quarter"_s, -1, false, false});
    else if (unit == Period::Unit::Year)
        addGroup({u"strftime('%Y', %1)"_s.arg(name), u"year"_s, -1, false, false});
    else if (unit == Period::Unit::Month)
        addGroup({u"strftime('%Y-%m', %1)"_s.arg(name), u"month"_s, -1, false, false});
}

QStringList QuestionPlanner::unknownWords(QStringList *ignored) const
{
    static const QStringList prepositions{u"in"_s,  u"for"_s, u"from"_s, u"of"_s,    u"at"_s,   u"with"_s, u"without"_s,
                                          u"fur"_s, u"aus"_s, u"von"_s,  u"bei"_s,   u"im"_s,   u"mit"_s,  u"ohne"_s,
                                          u"to"_s,  u"by"_s,  u"per"_s,  u"since"_s, u"seit"_s, u"not"_s};
    static constexpr char periodWords[] = "year month quarter week day jahr monat quartal woche tag";
    QStringList critical;
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        const QuestionToken &token = m_tokens[i];
        const QString &text = m_words[i];
        const bool isMissing = token.kind == QuestionToken::Kind::Word && m_mentioned[i] < 0 && isAmountWithoutColumn(text);
        if ((token.used && !isMissing) || token.kind == QuestionToken::Kind::Sign ||
            (text.size() < 2 && token.kind == QuestionToken::Kind::Word))
            continue;
        const bool relative = (text == "this"_L1 || text == "diesen"_L1 || text == "dieses"_L1) &&
                              QString::fromLatin1(periodWords).split(u' ').contains(word(i + 1));
        const bool unsupported = relative || isIn(Vocabulary::Unsupported, text);
        const bool plain = isStopWord(text) || isIn(Vocabulary::Filler, text) || isIn(Vocabulary::GroupBy, text) ||
                           isIn(Vocabulary::Which, text) || isIn(Vocabulary::More, text) || isIn(Vocabulary::Less, text) ||
                           isIn(Vocabulary::Much, text) || m_mentioned[i] >= 0;
        const bool ofFile = text.size() > 2 && foldedWords(m_table.filename).contains(text);
        if (!unsupported && !isMissing && (plain || ofFile))
            continue;
        qsizetype before = i - 1;
        while (before > 0 &&
               (m_words[before] == "the"_L1 || m_words[before] == "der"_L1 || m_words[before] == "dem"_L1 || m_words[before] == "den"_L1))
            --before;
        const bool name = i > 0 && token.raw.front().isUpper();
        const bool matters = isMissing || token.kind != QuestionToken::Kind::Word || name || unsupported ||
                             isIn(Vocabulary::Negation, text) || prepositions.contains(word(before));
        QStringList &list = matters ? critical : *ignored;
        if (!list.contains(token.raw))
            list.append(token.raw);
    }
    return critical;
}

} // namespace desk::server
