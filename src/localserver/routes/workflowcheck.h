#pragma once

#include <QJsonArray>
#include <QString>

namespace desk::server {

// What is wrong with the steps of a workflow (contract 3.4), for people; empty when nothing is. Looks into loops and parallel steps.
[[nodiscard]] QString workflowFault(const QJsonArray &steps);

} // namespace desk::server
