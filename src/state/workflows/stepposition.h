#pragma once

#include <QJsonObject>
#include <QPointF>

#include <optional>

// The step's own member "position" {x, y}: servers keep it (contract 5.4, BUG-67). Pure; any thread.
namespace desk::stepposition {

[[nodiscard]] std::optional<QPointF> of(const QJsonObject &step);
[[nodiscard]] QJsonObject with(QJsonObject step, const std::optional<QPointF> &position); // what else the member says stays

} // namespace desk::stepposition
