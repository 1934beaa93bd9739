#pragma once

#include "domain/execution.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace desk {

// What is said of executions and their steps, the same in every list. Server texts come through as they are: untrusted.
class ExecutionWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::ExecutionWords)
public:
    [[nodiscard]] static QString status(const OpenEnum<ExecutionStatus> &status); // translated; an unknown word as the server says it
    [[nodiscard]] static QString status(const OpenEnum<StepStatus> &status);
    [[nodiscard]] static QString duration(const std::optional<double> &seconds); // "1.2 s"; empty: not known
    [[nodiscard]] static QString tokens(const ExecutionUsage &usage);            // in and out together; empty: none
    [[nodiscard]] static QString cost(const ExecutionUsage &usage);              // "$0.0123", an estimate of the server; empty: none
    [[nodiscard]] static QString time(const QDateTime &time);                    // here; empty: not known
    // Between two times where the server gives no duration.
    [[nodiscard]] static std::optional<double> seconds(const std::optional<double> &told, const QDateTime &from, const QDateTime &to);
};

} // namespace desk
