#include "state/models/runmodel.h"

#include "state/agents/agentstore.h"
#include "state/runstore.h"

#include <QLocale>

namespace desk {

RunModel::RunModel(RunStore &runs, AgentStore &agents, QObject *parent)
    : DiffModel(parent)
    , m_store(runs)
    , m_agents(agents)
{
    connect(&runs, &RunStore::runsChanged, this, &RunModel::update);
    connect(&runs, &RunStore::runChanged, this, &RunModel::onRunChanged);
    connect(&agents, &AgentStore::agentsChanged, this, &RunModel::updateAgents);
    connect(&agents, &AgentStore::agentChanged, this, &RunModel::updateAgents);
    update();
}

void RunModel::updateAgents()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, AgentColumn), index(static_cast<int>(m_rows.size()) - 1, AgentColumn));
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Run *run = m_store.find(m_rows.at(index.row()));
    if (!run)
        return {};
    switch (role) {
    case IdRole:
        return run->id.value();
    case StatusRole:
        return static_cast<int>(run->status.value());
    case StatusTextRole:
        return statusText(run->status);
    case KnowledgeRole:
        return static_cast<int>(m_store.knowledge(run->id));
    case Qt::DisplayRole:
    case SortRole:
        break;
    default:
        return {};
    }
    const bool sort = role == SortRole;
    switch (index.column()) {
    case StatusColumn:
        return sort ? QVariant(static_cast<int>(run->status.value())) : QVariant(statusText(run->status));
    case PromptColumn:
        return sort ? run->prompt : run->prompt.simplified();
    case AgentColumn:
        return agentTitle(*run);
    case StartedColumn:
        return sort ? QVariant(run->createdAt) : QVariant(QLocale().toString(run->createdAt.toLocalTime(), QLocale::ShortFormat));
    case DurationColumn:
        return sort ? QVariant(run->durationMs().value_or(-1)) : QVariant(durationText(*run));
    default:
        return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StatusColumn:
        return tr("Status");
    case PromptColumn:
        return tr("Question");
    case AgentColumn:
        return tr("Agent");
    case StartedColumn:
        return tr("Started");
    case DurationColumn:
        return tr("Duration");
    default:
        return {};
    }
}

bool RunModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_store.canLoadMore() && !m_store.isLoading();
}

void RunModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_store.loadMore();
}

RunId RunModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? m_rows.at(index.row()) : RunId();
}

QModelIndex RunModel::indexOf(const RunId &id) const
{
    const qsizetype row = m_rows.indexOf(id);
    return row < 0 ? QModelIndex() : index(static_cast<int>(row), 0);
}

QString RunModel::statusText(const RunStatus &status)
{
    switch (status.value()) {
    case RunStatus::Pending:
        return tr("Waiting");
    case RunStatus::Running:
        return tr("Running");
    case RunStatus::Succeeded:
    case RunStatus::Completed:
        return tr("Succeeded");
    case RunStatus::Failed:
        return tr("Failed");
    case RunStatus::Timeout:
        return tr("Timed out");
    case RunStatus::Cancelled:
        return tr("Stopped");
    case RunStatus::Unknown:
        break;
    }
    return tr("Unknown (%1)", "a status this version does not know").arg(status.wire());
}

QString RunModel::durationText(const Run &run)
{
    const std::optional<qint64> ms = run.durationMs();
    if (!ms)
        return {};
    if (*ms < 60'000)
        return tr("%1 s", "seconds").arg(QLocale().toString(static_cast<double>(*ms) / 1000.0, 'f', 1));
    return tr("%1 min %2 s", "minutes and seconds").arg(*ms / 60'000).arg(*ms / 1000 % 60);
}

void RunModel::update()
{
    QList<RunId> next;
    next.reserve(m_store.runs().size());
    for (const Run &run : m_store.runs())
        next.append(run.id);
    applyRows(
        m_rows, next, [](const RunId &id) { return id; }, [](const RunId &, const RunId &) { return true; });
}

void RunModel::onRunChanged(const RunId &id)
{
    const QModelIndex first = indexOf(id);
    if (first.isValid())
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
}

QString RunModel::agentTitle(const Run &run) const
{
    if (const Agent *agent = m_agents.find(run.agentId))
        return agent->title();
    if (const Agent *agent = m_agents.findByName(run.agentName))
        return agent->title();
    return run.agentName;
}

} // namespace desk
