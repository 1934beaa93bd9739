#pragma once

#include "domain/result.h"
#include "domain/workflow.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Workflow> workflowFromJson(const QJsonValue &value);

} // namespace desk::wire
