#pragma once

#include "domain/providerreport.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace desk::wire {

inline constexpr qsizetype maxOfferedModels = 2000; // the rest of a longer list is left out

// GET /models of an OpenAI-compatible endpoint: {"data": […]}, {"models": […]} or the list itself; entries without a name are left out.
[[nodiscard]] Result<QList<OfferedModel>> offeredModelsFromJson(const QJsonValue &value);

// {"ok", "models": […], "latency_ms", "problem": null | {"type", "message", "next_step", "detail"}}
[[nodiscard]] Result<ProviderReport> providerReportFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const ProviderReport &report);

} // namespace desk::wire
