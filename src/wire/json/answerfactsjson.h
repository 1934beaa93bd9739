#pragma once

#include "domain/answerfacts.h"

#include <QJsonObject>

namespace desk::wire {

// {"model", "usage": {"prompt_tokens", "completion_tokens"}, "writing_ms"}: members of message_complete and of a message's metadata, where
// the local server tells them. What is not known is left out; nonsense reads as not known.
void insertFacts(QJsonObject &object, const AnswerFacts &facts);
[[nodiscard]] AnswerFacts factsFrom(const QJsonObject &object);

} // namespace desk::wire
