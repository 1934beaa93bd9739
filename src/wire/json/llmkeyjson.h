#pragma once

#include "domain/llm.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<QList<LlmKeyState>> llmKeyStatesFromJson(const QJsonValue &value); // {providers: […]}
[[nodiscard]] QJsonObject toJson(const LlmKey &key);                                    // secret: a request body and nothing else
[[nodiscard]] Result<CloudModels> cloudModelsFromJson(const QJsonValue &value);

} // namespace desk::wire
