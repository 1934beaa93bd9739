#pragma once

#include "domain/execution.h"

#include <QHash>
#include <QList>
#include <QString>

namespace desk {

// How a step stood at some moment of an execution.
struct StepMoment {
    OpenEnum<StepStatus> status; // of the last run through it that had begun
    int rounds = 0;              // how often it had begun: inside a loop, or after a jump back, more than once
    qsizetype row = -1;          // that run, among the steps the replay was made of

    bool operator==(const StepMoment &) const = default;
};

// An execution by what is known of its steps, to be looked at as it was at any moment (D-61): needs no server. Times are milliseconds since
// it began. What has no time of beginning counts from the start. A value type; any thread.
class ExecutionReplay
{
public:
    ExecutionReplay() = default;
    ExecutionReplay(const WorkflowExecution &execution, const QList<StepExecution> &steps);

    [[nodiscard]] qint64 length() const { return m_length; }                 // until its end, or the last that is known of it
    [[nodiscard]] const QList<qint64> &moments() const { return m_moments; } // at which a step began or ended, ascending, each once
    [[nodiscard]] QHash<QString, StepMoment> at(qint64 ms) const;            // by id of the step; none that had not begun
    [[nodiscard]] qint64 momentBefore(qint64 ms) const;                      // 0: there is none
    [[nodiscard]] qint64 momentAfter(qint64 ms) const;                       // length(): there is none

private:
    struct Row {
        QString stepId;
        OpenEnum<StepStatus> status;
        qint64 begin = 0;
        qint64 end = 0; // beyond length(): it had not ended
    };
    QList<Row> m_rows;
    QList<qsizetype> m_byBegin;
    QList<qint64> m_moments;
    qint64 m_length = 0;
};

} // namespace desk
