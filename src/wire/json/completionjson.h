#pragma once

#include "domain/completion.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] QJsonObject toJson(const CompletionRequest &request); // without "stream"
[[nodiscard]] Result<Completion> completionFromJson(const QJsonValue &value);
[[nodiscard]] std::optional<TokenUsage> tokenUsageFrom(const QJsonValue &value); // absent for what is no object

[[nodiscard]] QJsonObject toJson(const ImageRequest &request);
[[nodiscard]] Result<QList<GeneratedImage>> imagesFromJson(const QJsonValue &value); // {data: [{url} or {b64_json}]}
[[nodiscard]] QJsonObject toJson(const SpeechRequest &request);
[[nodiscard]] Result<QString> transcriptFromJson(const QJsonValue &value); // {text}

} // namespace desk::wire
