#pragma once

#include "localserver/store/executionrecord.h"
#include "wire/sseparser.h"

#include <QJsonObject>
#include <QList>

namespace desk::server {

// What is said of an execution: the objects of contract 3.5 and the events of 4.3.

// About what one answer or event holds of outputs and inputs: clients take no more than 16 MiB (HTTP-14). Where there is more it is
// shortened as contract 4.3 says for events, with "_truncated". The budgets begin with it and become less.
inline constexpr qsizetype mostAnswerBytes = 8 * qsizetype(1024) * 1024;

[[nodiscard]] bool hasStepOutputs(const QList<StepRecord> &steps);
// Outputs of the top level, step id → output; of one that ran several times the last.
[[nodiscard]] QJsonObject stepOutputsOf(const QList<StepRecord> &steps, qsizetype &budget);
// What people are asked at the moment, oldest first.
[[nodiscard]] QList<QJsonObject> askedIn(const QList<StepRecord> &steps);
// Nothing runs but what waits for people, and would go on waiting in another process.
[[nodiscard]] bool onlyWaits(const QList<StepRecord> &steps);
[[nodiscard]] QJsonObject executionJson(const ExecutionRecord &record, const QList<StepRecord> &steps);
[[nodiscard]] QJsonObject executionJson(const ExecutionRecord &record, const QList<StepRecord> &steps, qsizetype &budget);
[[nodiscard]] QJsonObject stepJson(const StepRecord &record, qsizetype &budget);

[[nodiscard]] wire::ServerEvent statusEvent(const ExecutionRecord &record, const QList<StepRecord> &steps);
[[nodiscard]] wire::ServerEvent stepStartedEvent(const StepRecord &record);
[[nodiscard]] wire::ServerEvent stepEndedEvent(const StepRecord &record);
[[nodiscard]] wire::ServerEvent outputEvent(const ExecutionRecord &record, const QList<StepRecord> &steps);
[[nodiscard]] wire::ServerEvent completeEvent(const ExecutionRecord &record);

} // namespace desk::server
