#pragma once

#include "domain/waitingstep.h"
#include "wire/json/reader.h"

#include <QJsonObject>
#include <QList>

namespace desk::wire {

constexpr qsizetype mostWaitingSteps = 100; // of one execution
constexpr qsizetype mostOptions = 50;       // of one question; nobody reads more

// What an execution says of the people it waits for: "approvals", or "approval" where there is only that. What cannot be understood is
// left out; a question keeps what could be read of it.
[[nodiscard]] QList<WaitingStep> waitingStepsFrom(const Reader &execution);
void insertWaiting(QJsonObject &execution, const QList<WaitingStep> &steps); // nothing where nothing waits

// The options of a step as its definition or the server gives them: [{"id", "label"}]. Without an id or with one that was there before
// they are left out; without a label it is the id.
void readOptions(Prompt &prompt, const QJsonArray &options);

} // namespace desk::wire
