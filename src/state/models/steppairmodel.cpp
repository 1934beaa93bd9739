#include "state/models/steppairmodel.h"

#include "state/executions/stepfigures.h"
#include "state/models/executionwords.h"

#include <QLocale>

#include <cmath>

namespace desk {

namespace {

constexpr qsizetype longestId = 200; // of what others wrote

} // namespace

StepPairModel::StepPairModel(const ExecutionRecord &before, const ExecutionRecord &after, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pairs(alignedSteps(before.steps, after.steps))
{
    const auto beforeUsed = stepFigures(before.steps);
    const auto afterUsed = stepFigures(after.steps);
    m_rows.append(wholeRow(before, after));
    for (const StepPair &pair : std::as_const(m_pairs)) {
        const QString id = pair.stepId.left(longestId).simplified();
        Row row{pair.round > 1 ? tr("%1 (round %L2)", "step").arg(id).arg(pair.round) : id, {}, {}, {}, {}, {}};
        row.before = pair.left < 0 ? tr("not run") : ExecutionWords::status(before.steps.at(pair.left).status);
        row.after = pair.right < 0 ? tr("not run") : ExecutionWords::status(after.steps.at(pair.right).status);
        row.time = moreSeconds(pair.moreSeconds);
        if (pair.left >= 0 && pair.right >= 0) {
            row.tokens = moreTokens(beforeUsed.at(pair.left), afterUsed.at(pair.right));
            row.same = pair.isSameOutput ? tr("the same") : tr("different");
        }
        m_rows.append(row);
    }
}

StepPairModel::Row StepPairModel::wholeRow(const ExecutionRecord &before, const ExecutionRecord &after) const
{
    const WorkflowExecution &a = before.execution;
    const WorkflowExecution &b = after.execution;
    Row row{tr("The whole workflow"), ExecutionWords::status(a.status), ExecutionWords::status(b.status), {}, {}, {}};
    const std::optional<double> first = ExecutionWords::seconds(a.durationSeconds, a.startedAt, a.completedAt);
    const std::optional<double> second = ExecutionWords::seconds(b.durationSeconds, b.startedAt, b.completedAt);
    if (first && second)
        row.time = moreSeconds(*second - *first);
    row.tokens = moreTokens(a.usage, b.usage);
    row.same = a.input == b.input ? tr("the same input") : tr("another input");
    return row;
}

QString StepPairModel::moreSeconds(const std::optional<double> &seconds)
{
    if (!seconds)
        return {};
    if (std::abs(*seconds) < 0.05)
        return tr("as long");
    const QString much = ExecutionWords::duration(std::abs(*seconds));
    return *seconds > 0 ? tr("%1 longer", "a duration").arg(much) : tr("%1 shorter", "a duration").arg(much);
}

QString StepPairModel::moreTokens(const std::optional<ExecutionUsage> &before, const std::optional<ExecutionUsage> &after)
{
    if (!before || !after)
        return {};
    const qint64 more = after->inputTokens + after->outputTokens - before->inputTokens - before->outputTokens;
    if (more == 0)
        return {};
    return more > 0 ? tr("%L1 more", "a number of tokens").arg(more) : tr("%L1 fewer", "a number of tokens").arg(-more);
}

int StepPairModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StepPairModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StepPairModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (index.column()) {
    case StepColumn:
        return row.step;
    case BeforeColumn:
        return row.before;
    case AfterColumn:
        return row.after;
    case TimeColumn:
        return row.time;
    case TokensColumn:
        return row.tokens;
    default:
        return row.same;
    }
}

QVariant StepPairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn:
        return tr("Step");
    case BeforeColumn:
        return tr("First");
    case AfterColumn:
        return tr("Second");
    case TimeColumn:
        return tr("The second took");
    case TokensColumn:
        return tr("Tokens of the second");
    default:
        return tr("What it gave");
    }
}

const StepPair *StepPairModel::pairAt(int row) const
{
    return row >= 1 && row <= m_pairs.size() ? &m_pairs.at(row - 1) : nullptr;
}

} // namespace desk
