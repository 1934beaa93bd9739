#pragma once

#include "domain/llm.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<LlmCatalog> llmCatalogFromJson(const QJsonValue &value);
[[nodiscard]] Result<LlmHealth> llmHealthFromJson(const QJsonValue &value);
[[nodiscard]] Result<LlmLoad> llmLoadFromJson(const QJsonValue &value);
[[nodiscard]] Result<LlmPurposes> llmPurposesFromJson(const QJsonValue &value);
[[nodiscard]] Result<LlmOutcome> llmOutcomeFromJson(const QJsonValue &value); // any object: {success?, message?}

} // namespace desk::wire
