#include "state/models/stepexecutionmodel.h"

#include "state/executions/stepfigures.h"
#include "state/models/executionwords.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int maxDepth = 64; // of what others wrote
constexpr qsizetype longestTitle = 200;

void collectTitles(const QJsonArray &steps, int depth, QHash<QString, QString> &titles)
{
    if (depth > maxDepth)
        return;
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        const QString name = step.value("name"_L1).toString().left(longestTitle).simplified();
        if (!name.isEmpty())
            titles.insert(step.value("id"_L1).toString(), name);
        collectTitles(step.value("parallel_steps"_L1).toArray(), depth + 1, titles);
        collectTitles(step.value("loop_config"_L1).toObject().value("steps"_L1).toArray(), depth + 1, titles);
    }
}

} // namespace

void StepExecutionModel::setRecord(const ExecutionRecord &record)
{
    QHash<QString, QString> titles;
    collectTitles(record.definition.value("steps"_L1).toArray(), 0, titles);
    const QList<std::optional<ExecutionUsage>> figures = stepFigures(record.steps);
    QHash<QString, int> rounds;
    QList<StepExecutionRow> next;
    next.reserve(record.steps.size());
    for (qsizetype i = 0; i < record.steps.size(); ++i) {
        const StepExecution &step = record.steps.at(i);
        next.append(
            {step, titles.value(step.stepId, step.stepId.left(longestTitle).simplified()), ++rounds[step.stepId], false, figures.at(i)});
    }
    for (StepExecutionRow &row : next)
        row.isRepeated = rounds.value(row.step.stepId) > 1;
    // By place: rows only come at the end, and one that only the stream has told of has no id yet.
    applyRows(
        m_rows, next, [](const StepExecutionRow &row) { return std::pair(row.step.stepId, row.round); },
        [](const StepExecutionRow &a, const StepExecutionRow &b) { return a == b; });
}

bool StepExecutionModel::hasTokens() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(),
                       [](const StepExecutionRow &row) { return row.usage && row.usage->inputTokens + row.usage->outputTokens > 0; });
}

bool StepExecutionModel::hasCost() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const StepExecutionRow &row) { return row.usage && row.usage->costDollars > 0; });
}

int StepExecutionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StepExecutionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StepExecutionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const StepExecutionRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= DurationColumn ? QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case StepIdRole:
        return row.step.stepId;
    case StatusRole:
        return static_cast<int>(row.step.status.value());
    case StatusTextRole:
        return ExecutionWords::status(row.step.status);
    default:
        return {};
    }
}

QString StepExecutionModel::text(const StepExecutionRow &row, int column)
{
    switch (column) {
    case StatusColumn:
        return ExecutionWords::status(row.step.status);
    case StepColumn:
        return row.isRepeated ? tr("%1 (round %L2)", "step").arg(row.title).arg(row.round) : row.title;
    case DurationColumn:
        return ExecutionWords::duration(ExecutionWords::seconds(row.step.durationSeconds, row.step.startedAt, row.step.completedAt));
    case TokensColumn:
        return row.usage ? ExecutionWords::tokens(*row.usage) : QString();
    case CostColumn:
        return row.usage ? ExecutionWords::cost(*row.usage) : QString();
    default:
        return {};
    }
}

QVariant StepExecutionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StatusColumn:
        return tr("Status");
    case StepColumn:
        return tr("Step");
    case DurationColumn:
        return tr("Duration");
    case TokensColumn:
        return tr("Tokens");
    case CostColumn:
        return tr("Cost");
    default:
        return {};
    }
}

} // namespace desk
