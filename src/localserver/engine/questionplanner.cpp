// The writing half of QuestionPlanner: from what was read to SQL.
#include "localserver/engine/questionplanner.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace desk::server {

using namespace Qt::StringLiterals;
using Function = TablePlan::Function;
using Shape = TablePlan::Shape;

namespace {
struct QuestionPlannerText {
    Q_DECLARE_TR_FUNCTIONS(QuestionPlannerText)
};
constexpr int shownRows = 50;
} // namespace

QuestionPlanner::QuestionPlanner(const TableStore &table)
    : m_table(table)
    , m_matcher(table)
{
    Result<SqliteDatabase> database = SqliteDatabase::open(table.databasePath, SqliteDatabase::Mode::ReadOnly);
    if (database)
        m_database = *std::move(database);
}

bool QuestionPlanner::looksLikeSql(const QString &text)
{
    static const QRegularExpression statement(
        uR"(^\s*(select\s+.+\bfrom\b|select\s+[\d('"*]|with\s+(recursive\s+)?[\w"]+\s*(\([^)]*\))?\s*as\s*\())"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return statement.match(text).hasMatch();
}

TablePlan QuestionPlanner::plan(const QString &question)
{
    TablePlan out;
    if (looksLikeSql(question)) {
        out.shape = Shape::Sql;
        out.sql = question.trimmed();
        return out;
    }
    m_tokens = tokenizeQuestion(question);
    for (const QuestionToken &token : std::as_const(m_tokens))
        m_words.append(token.folded);
    readColumnPhrases();
    readValues();
    readPeriods();
    readLimit();
    readComparisons();
    readIntent();
    readMeasures();
    readGroups();
    out = write();
    out.examples = examples();
    return out;
}

QString QuestionPlanner::column(int index) const
{
    return quotedIdentifier(m_table.columns[index].name);
}

bool QuestionPlanner::isRate(int index) const
{
    for (const QString &part : foldedWords(QString(m_table.columns[index].name).replace(u'_', u' '))) {
        const Concept about = ColumnMatcher::conceptOf(part);
        if (about == Concept::Price || about == Concept::Age || about == Concept::Salary || part == "rate"_L1 || part == "rating"_L1 ||
            part == "score"_L1)
            return true;
    }
    return false;
}

Shape QuestionPlanner::shape()
{
    const bool counting = m_wantsCount && m_measure < 0;
    const bool figure = m_measure >= 0 || m_function || m_superlative || has(Vocabulary::Much);
    if (m_wantsColumns && m_measure < 0)
        return Shape::Columns;
    if (counting && !m_groups.isEmpty() && !m_wantsRows && !m_superlative && !m_groups.first().grouped && !m_sold)
        return Shape::Distinct;
    if (counting || (m_wantsRows && m_superlative && !m_groups.isEmpty()))
        return m_groups.isEmpty() ? Shape::RowCount : Shape::Groups;
    if (m_wantsRows && !m_superlative && !m_function)
        return Shape::Rows;
    if (m_shows && !m_comparisons.isEmpty() && m_groups.isEmpty() && !m_function && !m_superlative)
        return Shape::Rows;
    bool compared = false; // "compare North and South"
    for (const ValueFilter &filter : std::as_const(m_values))
        compared = compared || (filter.values.size() > 1 && m_groups.size() == 1 && m_groups.first().column == filter.column && !m_shows);
    if (!figure && !compared && m_groups.size() == 1 && m_comparisons.isEmpty())
        return Shape::Distinct;
    if (figure || compared || (!m_groups.isEmpty() && !m_comparisons.isEmpty())) {
        if (m_measure < 0)
            m_measure = m_comparisons.isEmpty() ? m_matcher.defaultMeasure() : m_comparisons.first().column;
        if (m_measure < 0)
            return Shape::NotUnderstood;
        if (!m_groups.isEmpty())
            return Shape::Groups;
        const bool extreme = m_superlative || m_function == Function::Maximum || m_function == Function::Minimum;
        return extreme ? Shape::Extreme : Shape::Single;
    }
    if (!m_comparisons.isEmpty() || (m_shows && m_groups.isEmpty()))
        return Shape::Rows;
    return Shape::NotUnderstood;
}

Function QuestionPlanner::functionFor(Shape wanted) const
{
    if (wanted == Shape::Groups && m_measure < 0)
        return Function::Count;
    if (m_function)
        return *m_function;
    if (m_measure >= 0 && isRate(m_measure)) {
        if (m_superlative)
            return m_descending ? Function::Maximum : Function::Minimum;
        return Function::Average;
    }
    return Function::Sum;
}

TablePlan QuestionPlanner::write()
{
    TablePlan plan;
    const QStringList unknown = unknownWords(&plan.ignored);
    plan.shape = shape();
    plan.filters = filterLabels();
    plan.superlative = m_superlative;
    plan.descending = m_descending;
    plan.limit = m_limit;
    if (m_function == Function::Minimum && plan.shape == Shape::Extreme)
        plan.descending = false;
    if (!unknown.isEmpty() && plan.shape != Shape::Columns)
        plan.shape = Shape::NotUnderstood;
    plan.function = functionFor(plan.shape);
    switch (plan.shape) {
    case Shape::Columns:
        writeColumns(plan);
        break;
    case Shape::RowCount:
        writeRowCount(plan);
        break;
    case Shape::Distinct:
        writeDistinct(plan);
        break;
    case Shape::Rows:
        writeRows(plan);
        break;
    case Shape::Extreme:
        writeExtreme(plan);
        break;
    case Shape::Single:
    case Shape::Groups:
        writeAggregate(plan);
        break;
    case Shape::Sql:
    case Shape::NotUnderstood:
        writeProblem(plan, unknown);
    }
    return plan;
}

void QuestionPlanner::writeProblem(TablePlan &plan, const QStringList &unknown) const
{
    if (!unknown.isEmpty()) {
        QStringList quoted;
        for (const QString &item : unknown.first(qMin<qsizetype>(4, unknown.size())))
            quoted.append(u'“' + shortLine(item, 40) + u'”');
        plan.problem = QuestionPlannerText::tr("I do not know what %1 means for this table.", "%1 is one or more quoted words")
                           .arg(quoted.join(", "_L1));
    } else if (m_superlative || m_function) {
        plan.problem = QuestionPlannerText::tr("I do not know which column of numbers you mean.");
    } else {
        plan.problem = QuestionPlannerText::tr("I could not turn this question into a query.");
    }
}

QString QuestionPlanner::whereClause(bool withComparisons) const
{
    QStringList conditions;
    for (const ValueFilter &filter : m_values) {
        QStringList literals;
        for (const QString &value : filter.values)
            literals.append(quotedLiteral(value));
        const QString list = literals.join(", "_L1);
        if (literals.size() == 1)
            conditions.append(u"%1 %2 %3"_s.arg(column(filter.column), filter.negated ? u"<>"_s : u"="_s, list));
        else
            conditions.append(u"%1 %2 (%3)"_s.arg(column(filter.column), filter.negated ? u"NOT IN"_s : u"IN"_s, list));
    }
    QStringList periods;
    for (const Period &period : m_periods)
        periods.append(period.condition(column(m_matcher.dateColumn())));
    if (periods.size() == 1)
        conditions.append(periods.first());
    else if (periods.size() > 1)
        conditions.append(u"((%1))"_s.arg(periods.join(") OR ("_L1)));
    if (withComparisons) {
        for (const Comparison &comparison : m_comparisons)
            conditions.append(column(comparison.column) + u' ' + comparison.condition);
    }
    return conditions.isEmpty() ? QString() : u"\nWHERE "_s + conditions.join("\n  AND "_L1);
}

QString QuestionPlanner::havingClause(Function function) const
{
    QStringList conditions;
    for (const Comparison &comparison : m_comparisons)
        conditions.append(aggregateOf(comparison.column, function == Function::Count ? Function::Sum : function) + u' ' +
                          comparison.condition);
    return conditions.isEmpty() ? QString() : u"\nHAVING "_s + conditions.join(" AND "_L1);
}

QStringList QuestionPlanner::filterLabels() const
{
    QStringList out;
    for (const Period &period : m_periods)
        out.append(period.label);
    for (const ValueFilter &filter : m_values) {
        const QString values = filter.values.join(", "_L1);
        out.append(filter.negated
                       ? QuestionPlannerText::tr("%1 without %2", "column, values").arg(m_table.columns[filter.column].name, values)
                       : QuestionPlannerText::tr("%1: %2", "column: values").arg(m_table.columns[filter.column].name, values));
    }
    for (const Comparison &comparison : m_comparisons)
        out.append(comparison.label);
    return out;
}

void QuestionPlanner::writeColumns(TablePlan &plan) const
{
    plan.filters.clear();
    plan.sql = u"SELECT *\nFROM %1\nLIMIT 5"_s.arg(quotedIdentifier(m_table.tableName));
}

void QuestionPlanner::writeRowCount(TablePlan &plan) const
{
    plan.function = Function::Count;
    plan.sql = u"SELECT COUNT(*) AS row_count\nFROM %1%2"_s.arg(quotedIdentifier(m_table.tableName), whereClause(true));
}

void QuestionPlanner::writeDistinct(TablePlan &plan) const
{
    const Group &group = m_groups.first();
    plan.groups = {group.heading};
    plan.countOnly = m_wantsCount;
    const QString table = quotedIdentifier(m_table.tableName);
    if (m_wantsCount)
        plan.sql = u"SELECT COUNT(DISTINCT %1) AS %2\nFROM %3%4"_s.arg(group.expression, quotedIdentifier(u"different_"_s + group.heading),
                                                                       table, whereClause(true));
    else
        plan.sql = u"SELECT DISTINCT %1 AS %2\nFROM %3%4\nORDER BY 1"_s.arg(group.expression, quotedIdentifier(group.heading), table,
                                                                            whereClause(true));
}

void QuestionPlanner::writeRows(TablePlan &plan) const
{
    plan.sql = u"SELECT *\nFROM %1%2\nLIMIT %3"_s.arg(quotedIdentifier(m_table.tableName), whereClause(true),
                                                      QString::number(m_limit > 0 ? m_limit : shownRows));
}

void QuestionPlanner::writeExtreme(TablePlan &plan) const
{
    const TableColumn &info = m_table.columns[m_measure];
    plan.measure = info.name;
    plan.decimals = info.decimals;
    const QString where = whereClause(true);
    plan.sql = u"SELECT *\nFROM %1%2%3 %4 IS NOT NULL\nORDER BY %4 %5\nLIMIT %6"_s.arg(
        quotedIdentifier(m_table.tableName), where, where.isEmpty() ? u"\nWHERE"_s : u"\n  AND"_s, column(m_measure),
        plan.descending ? u"DESC"_s : u"ASC"_s, QString::number(qMax(1, m_limit)));
}

QString QuestionPlanner::aggregateOf(int index, Function function) const
{
    const QString name = column(index);
    const int decimals = m_table.columns[index].decimals;
    switch (function) {
    case Function::Sum:
        return decimals > 0 ? u"ROUND(SUM(%1), %2)"_s.arg(name).arg(decimals) : u"SUM(%1)"_s.arg(name);
    case Function::Average:
        return u"ROUND(AVG(%1), %2)"_s.arg(name).arg(qMax(2, decimals));
    case Function::Minimum:
        return u"MIN(%1)"_s.arg(name);
    case Function::Maximum:
        return u"MAX(%1)"_s.arg(name);
    case Function::Count:
        break;
    }
    return u"COUNT(*)"_s;
}

QString QuestionPlanner::aliasOf(int index, Function function) const
{
    if (function == Function::Count)
        return u"row_count"_s;
    const QString prefix = function == Function::Sum       ? u"total_"_s
                           : function == Function::Average ? u"average_"_s
                           : function == Function::Minimum ? u"min_"_s
                                                           : u"max_"_s;
    return quotedIdentifier(prefix + m_table.columns[index].name);
}

void QuestionPlanner::writeAggregate(TablePlan &plan) const
{
    const bool counts = plan.function == Function::Count;
    QStringList selected;
    for (const Group &group : m_groups) {
        plan.groups.append(group.heading);
        selected.append(group.expression == quotedIdentifier(group.heading)
                            ? group.expression
                            : group.expression + " AS "_L1 + quotedIdentifier(group.heading));
    }
    const QString key = aliasOf(m_measure, plan.function);
    selected.append((counts ? u"COUNT(*)"_s : aggregateOf(m_measure, plan.function)) + " AS "_L1 + key);
    if (!counts) {
        plan.measure = m_table.columns[m_measure].name;
        plan.decimals =
            plan.function == Function::Average ? qMax(2, m_table.columns[m_measure].decimals) : m_table.columns[m_measure].decimals;
    }
    if (m_secondMeasure >= 0 && m_secondMeasure != m_measure && !counts) {
        plan.secondMeasure = m_table.columns[m_secondMeasure].name;
        selected.append(aggregateOf(m_secondMeasure, plan.function) + " AS "_L1 + aliasOf(m_secondMeasure, plan.function));
    }
    int partitions = 0;
    for (const Group &group : m_groups)
        partitions += group.partition ? 1 : 0;
    if (m_superlative && partitions == 1 && m_groups.size() == 2) {
        writeBestOfEach(plan, selected, key);
        return;
    }
    const bool grouped = !m_groups.isEmpty();
    plan.sql = u"SELECT %1\nFROM %2%3"_s.arg(selected.join(", "_L1), quotedIdentifier(m_table.tableName), whereClause(!grouped));
    if (!grouped)
        return;
    QStringList positions;
    bool byTime = false;
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        positions.append(QString::number(i + 1));
        byTime = byTime || m_groups[i].column < 0 || m_table.columns[m_groups[i].column].type == ColumnType::Date;
    }
    const bool byGroup = !m_superlative && m_limit == 0 && (byTime || m_groups.size() > 1);
    const QString order = byGroup ? positions.join(", "_L1) : u"%1 %2, 1"_s.arg(key, m_descending ? u"DESC"_s : u"ASC"_s);
    plan.sql += u"\nGROUP BY %1%2\nORDER BY %3"_s.arg(positions.join(", "_L1), havingClause(plan.function), order);
    if (m_limit > 0)
        plan.sql += u"\nLIMIT %1"_s.arg(m_limit);
}

// The first of each: groups are ranked inside the partition, and the first place is kept.
void QuestionPlanner::writeBestOfEach(TablePlan &plan, const QStringList &selected, const QString &key) const
{
    plan.bestOfEach = true;
    const bool firstIsPartition = m_groups.first().partition;
    const Group &partition = firstIsPartition ? m_groups.first() : m_groups.last();
    if (!firstIsPartition)
        plan.groups.swapItemsAt(0, 1);
    QStringList outer;
    for (const QString &name : std::as_const(plan.groups))
        outer.append(quotedIdentifier(name));
    outer.append(key);
    if (!plan.secondMeasure.isEmpty())
        outer.append(aliasOf(m_secondMeasure, plan.function));
    const QString aggregate = plan.function == Function::Count ? u"COUNT(*)"_s : aggregateOf(m_measure, plan.function);
    plan.sql =
        u"SELECT %1\nFROM (SELECT %2, RANK() OVER (PARTITION BY %3 ORDER BY %4 %5) AS place\n      FROM %6%7\n      GROUP BY 1, 2%8)\nWHERE place = 1\nORDER BY 1"_s
            .arg(outer.join(", "_L1), selected.join(", "_L1), partition.expression, aggregate, m_descending ? u"DESC"_s : u"ASC"_s,
                 quotedIdentifier(m_table.tableName), whereClause(false), havingClause(plan.function));
}

QStringList QuestionPlanner::examples() const
{
    QStringList out;
    const int measure = m_matcher.defaultMeasure() >= 0 ? m_matcher.defaultMeasure() : m_matcher.measures().value(0, -1);
    int text = -1;
    for (qsizetype i = 0; i < m_table.columns.size() && text < 0; ++i) {
        const TableColumn &info = m_table.columns[i];
        if (info.type == ColumnType::Text && info.distinctValues > 1 && info.distinctValues < qMax<qint64>(2, m_table.rowCount))
            text = static_cast<int>(i);
    }
    const QString measureName = measure >= 0 ? m_table.columns[measure].name : QString();
    const QString textName = text >= 0 ? m_table.columns[text].name : QString();
    if (measure >= 0 && text >= 0)
        out.append(QuestionPlannerText::tr("Which %1 has the highest %2?", "column names").arg(textName, measureName));
    if (measure >= 0)
        out.append(QuestionPlannerText::tr("What is the average %1?", "column name").arg(measureName));
    if (text >= 0)
        out.append(QuestionPlannerText::tr("List every %1", "column name").arg(textName));
    out.append(QuestionPlannerText::tr("How many rows are there?"));
    out.append(QuestionPlannerText::tr("Which columns are there?"));
    out.append(QuestionPlannerText::tr("Show the first 5 rows"));
    return out.first(3);
}

} // namespace desk::server
