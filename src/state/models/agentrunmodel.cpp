#include "state/models/agentrunmodel.h"

#include "state/models/runmodel.h"

#include <QLocale>

#include <algorithm>

namespace desk {

AgentRunModel::AgentRunModel(AgentRuns &runs, QObject *parent)
    : DiffModel(parent)
    , m_runs(runs)
{
    connect(&runs, &AgentRuns::changed, this, &AgentRunModel::update);
    update();
}

int AgentRunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AgentRunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AgentRunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AgentRun &run = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case RunModel::IdRole:
        return run.id.value();
    case RunModel::StatusRole:
        return static_cast<int>(run.status.value());
    case RunModel::StatusTextRole:
        return RunModel::statusText(run.status);
    default:
        return {};
    }
}

QString AgentRunModel::text(const AgentRun &run, int column)
{
    switch (column) {
    case StatusColumn:
        return RunModel::statusText(run.status);
    case PromptColumn:
        return run.prompt;
    case StartedColumn:
        return run.createdAt.isValid() ? QLocale().toString(run.createdAt.toLocalTime(), QLocale::ShortFormat) : QString();
    case DurationColumn:
        return run.durationMs ? durationText(*run.durationMs) : QString();
    case TokensColumn:
        return run.tokens ? QLocale().toString(*run.tokens) : QString();
    default:
        return {};
    }
}

QString AgentRunModel::durationText(qint64 ms)
{
    Run run; // one wording for all lists
    run.status = RunStatus::Succeeded;
    run.createdAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    run.updatedAt = run.createdAt.addMSecs(ms);
    return RunModel::durationText(run);
}

QVariant AgentRunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StatusColumn:
        return tr("Status");
    case PromptColumn:
        return tr("Question");
    case StartedColumn:
        return tr("Started");
    case DurationColumn:
        return tr("Duration");
    case TokensColumn:
        return tr("Tokens");
    default:
        return {};
    }
}

RunId AgentRunModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? m_rows.at(index.row()).id : RunId();
}

bool AgentRunModel::hasTokens() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const AgentRun &run) { return run.tokens.has_value(); });
}

void AgentRunModel::update()
{
    applyRows(
        m_rows, m_runs.rows(), [](const AgentRun &run) { return run.id; }, [](const AgentRun &a, const AgentRun &b) { return a == b; });
}

} // namespace desk
