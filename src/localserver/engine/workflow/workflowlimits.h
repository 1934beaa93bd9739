#pragma once

#include "domain/execution.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace desk::server {

// The guardrails of one execution (contract 5.6) and what nobody sets: how often a step may run, and how much may be kept. Each says in
// words why it is exceeded; empty: it is not.
class WorkflowLimits
{
public:
    static constexpr int mostVisits = 1000; // of one step of the top level
    static constexpr int mostSteps = 10'000;
    static constexpr qsizetype mostOutputBytes = 4 * qsizetype(1024) * 1024; // of one step
    static constexpr qsizetype mostBytes = 64 * qsizetype(1024) * 1024;      // of all
    static constexpr qsizetype mostInputBytes = mostBytes;                   // of all arguments and prompts

    explicit WorkflowLimits(const QJsonObject &guardrails)
        : m_guardrails(guardrails)
    {
    }

    // What an earlier process or attempt has used up: the limits are those of the execution, however often it goes on.
    void goOnFrom(const ExecutionUsage &usage, int steps, qsizetype bytes);

    // What is wrong with guardrails as they are given; they stay free otherwise.
    [[nodiscard]] static QString fault(const QJsonObject &guardrails);

    [[nodiscard]] QString beforeAgent();
    [[nodiscard]] QString beforeTool();
    [[nodiscard]] QString beforeStep();
    [[nodiscard]] QString visit(const QString &stepId);
    // Takes usage that was not announced by before…: everything but one request of an agent, or one call of a tool.
    [[nodiscard]] QString after(const ExecutionUsage &usage);
    [[nodiscard]] QString keep(const QJsonValue &output);
    [[nodiscard]] QString keepInput(const QJsonObject &input);
    [[nodiscard]] int timeoutMs() const; // 0: none
    [[nodiscard]] QString timeoutWords() const;

private:
    [[nodiscard]] QString check() const;
    [[nodiscard]] bool exceeds(QLatin1StringView key, double value) const;

    QJsonObject m_guardrails;
    ExecutionUsage m_usage;
    QHash<QString, int> m_visits;
    int m_steps = 0;
    qsizetype m_bytes = 0;
    qsizetype m_inputBytes = 0;
};

} // namespace desk::server
