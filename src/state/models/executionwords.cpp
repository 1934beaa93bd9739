#include "state/models/executionwords.h"

#include "state/models/agentrunmodel.h"

#include <QLocale>

namespace desk {

QString ExecutionWords::status(const OpenEnum<ExecutionStatus> &status)
{
    switch (status.value()) {
    case ExecutionStatus::Pending:
        return tr("Waiting to start");
    case ExecutionStatus::Running:
        return tr("Running");
    case ExecutionStatus::AwaitingHuman:
        return tr("Waits for a person");
    case ExecutionStatus::Completed:
    case ExecutionStatus::Succeeded:
        return tr("Completed");
    case ExecutionStatus::Failed:
        return tr("Failed");
    case ExecutionStatus::Stopped:
        return tr("Stopped");
    case ExecutionStatus::Timeout:
        return tr("Timed out");
    case ExecutionStatus::Cancelled:
        return tr("Cancelled");
    case ExecutionStatus::Unknown:
        break;
    }
    return status.wire().isEmpty() ? tr("Unknown") : status.wire();
}

QString ExecutionWords::status(const OpenEnum<StepStatus> &status)
{
    switch (status.value()) {
    case StepStatus::Pending:
        return tr("Waiting to start");
    case StepStatus::Running:
        return tr("Running");
    case StepStatus::Completed:
    case StepStatus::Succeeded:
        return tr("Completed");
    case StepStatus::Failed:
        return tr("Failed");
    case StepStatus::Skipped:
        return tr("Skipped");
    case StepStatus::Unknown:
        break;
    }
    return status.wire().isEmpty() ? tr("Unknown") : status.wire();
}

QString ExecutionWords::duration(const std::optional<double> &seconds)
{
    return seconds && *seconds >= 0 ? AgentRunModel::durationText(qRound64(*seconds * 1000)) : QString();
}

QString ExecutionWords::tokens(const ExecutionUsage &usage)
{
    const qint64 all = usage.inputTokens + usage.outputTokens;
    return all > 0 ? QLocale().toString(all) : QString();
}

QString ExecutionWords::cost(const ExecutionUsage &usage)
{
    if (usage.costDollars <= 0)
        return {};
    return QLocale().toCurrencyString(usage.costDollars, QStringLiteral("$"), usage.costDollars < 1 ? 4 : 2);
}

QString ExecutionWords::time(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString();
}

std::optional<double> ExecutionWords::seconds(const std::optional<double> &told, const QDateTime &from, const QDateTime &to)
{
    if (told || !from.isValid() || !to.isValid())
        return told;
    return static_cast<double>(from.msecsTo(to)) / 1000.0;
}

} // namespace desk
