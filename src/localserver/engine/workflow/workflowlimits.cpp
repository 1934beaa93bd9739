#include "localserver/engine/workflow/workflowlimits.h"

#include "localserver/texts.h"
#include "sqlite/sqlvalues.h"
#include "wire/workflow/workflowreference.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QString exceeded(QLatin1StringView key, double limit)
{
    return LocalServer::tr("Guardrails exceeded: \"%1\" is %2.").arg(key).arg(limit);
}

} // namespace

void WorkflowLimits::goOnFrom(const ExecutionUsage &usage, int steps, qsizetype bytes)
{
    m_usage = usage;
    m_steps = steps;
    m_bytes = bytes;
}

QString WorkflowLimits::fault(const QJsonObject &guardrails)
{
    for (const auto key :
         {"request_limit"_L1, "total_tokens_limit"_L1, "tool_calls_limit"_L1, "max_cost_dollars"_L1, "timeout_seconds"_L1}) {
        const QJsonValue value = guardrails.value(key);
        if (!value.isUndefined() && !value.isNull() && (!value.isDouble() || value.toDouble() < 0))
            return LocalServer::tr("\"%1\" of the guardrails must be a number that is not negative.").arg(key);
    }
    return {};
}

bool WorkflowLimits::exceeds(QLatin1StringView key, double value) const
{
    const QJsonValue limit = m_guardrails.value(key);
    return limit.isDouble() && value > limit.toDouble();
}

QString WorkflowLimits::check() const
{
    const auto limit = [this](QLatin1StringView key) { return m_guardrails.value(key).toDouble(); };
    const double tokens = static_cast<double>(m_usage.inputTokens + m_usage.outputTokens);
    if (exceeds("request_limit"_L1, static_cast<double>(m_usage.requests)))
        return exceeded("request_limit"_L1, limit("request_limit"_L1));
    if (exceeds("tool_calls_limit"_L1, static_cast<double>(m_usage.toolCalls)))
        return exceeded("tool_calls_limit"_L1, limit("tool_calls_limit"_L1));
    if (exceeds("total_tokens_limit"_L1, tokens))
        return exceeded("total_tokens_limit"_L1, limit("total_tokens_limit"_L1));
    if (exceeds("max_cost_dollars"_L1, m_usage.costDollars))
        return exceeded("max_cost_dollars"_L1, limit("max_cost_dollars"_L1));
    return {};
}

QString WorkflowLimits::beforeAgent()
{
    ++m_usage.requests;
    return check();
}

QString WorkflowLimits::beforeTool()
{
    ++m_usage.toolCalls;
    return check();
}

QString WorkflowLimits::after(const ExecutionUsage &usage)
{
    m_usage.requests += usage.requests;
    m_usage.toolCalls += usage.toolCalls;
    m_usage.inputTokens += usage.inputTokens;
    m_usage.outputTokens += usage.outputTokens;
    m_usage.costDollars += usage.costDollars;
    return check();
}

QString WorkflowLimits::beforeStep()
{
    return ++m_steps > mostSteps ? LocalServer::tr("The workflow has run %L1 steps, which is where it is stopped.").arg(mostSteps)
                                 : QString();
}

QString WorkflowLimits::visit(const QString &stepId)
{
    return ++m_visits[stepId] > mostVisits
               ? LocalServer::tr("The step \"%1\" has run %L2 times, which is where it is stopped.").arg(stepId).arg(mostVisits)
               : QString();
}

QString WorkflowLimits::keep(const QJsonValue &output)
{
    if (wire::isLargerThan(output, mostOutputBytes))
        return LocalServer::tr("The result of the step is too large or nested too deeply.");
    m_bytes += compact(output).size();
    return m_bytes > mostBytes ? LocalServer::tr("The results of the workflow are too large.") : QString();
}

QString WorkflowLimits::keepInput(const QJsonObject &input)
{
    m_inputBytes += compact(input).size();
    return m_inputBytes > mostInputBytes ? LocalServer::tr("The prompts and arguments of the workflow are too large.") : QString();
}

int WorkflowLimits::timeoutMs() const
{
    const double seconds = m_guardrails.value("timeout_seconds"_L1).toDouble();
    return static_cast<int>(std::min(seconds * 1000, static_cast<double>(std::numeric_limits<int>::max())));
}

QString WorkflowLimits::timeoutWords() const
{
    return exceeded("timeout_seconds"_L1, m_guardrails.value("timeout_seconds"_L1).toDouble());
}

} // namespace desk::server
